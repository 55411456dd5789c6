package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.matrix.DesignMatrix;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignsTest {
    private static final List<String> IDS = List.of("A", "B", "C", "D");

    @TempDir
    Path folder;

    private DesignMatrix read(String text) throws IOException {
        return Designs.fromFile(Files.writeString(folder.resolve("d.tsv"), text), IDS);
    }

    private String refusal(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage().replace(folder.toString(), "F");
    }

    private static DesignMatrix matrix(List<String> columns, double[]... rows) {
        return new DesignMatrix(columns, rows, IDS.subList(0, rows.length));
    }

    @Test
    void rowsStandInTheOrderOfTheFile() throws IOException {
        DesignMatrix design = read("intercept\tmy x\n1\t.5\n1\t-2\n1\t3e1\n1\t4\n");
        assertEquals(List.of("intercept", "my_x"), design.columns());
        assertArrayEquals(new double[] {0.5, -2, 30, 4}, design.column(1));
    }

    @Test
    void participantsDecideTheOrderOfTheRows() throws IOException {
        DesignMatrix design = read("x,participant_id\n3,C\n1,A\n4,D\n2,B\n");
        assertEquals(List.of("x"), design.columns());
        assertArrayEquals(new double[] {1, 2, 3, 4}, design.column(0));
    }

    @Test
    void regressorsWithoutNamesAreCalledByTheirNumbers() throws IOException {
        for (String text :
                List.of("1 .5\n1 -2\n1 3e1\n1 4\n", "/NumWaves 2\n/NumPoints 4\n/Matrix\n1 .5\n1 -2\n1 30\n1 4\n")) {
            DesignMatrix design = read(text);
            assertEquals(List.of("1", "2"), design.columns());
            assertArrayEquals(new double[] {0.5, -2, 30, 4}, design.column(1));
        }
        assertEquals("F/d.tsv has 5 rows for 4 maps, expected one row for each map.", refusal("1\n2\n3\n4\n5\n"));
    }

    @Test
    void rowsOfThoseLeftOutAreKnownByTheirIdsAlone() throws IOException {
        Path named = Files.writeString(folder.resolve("n.tsv"), "participant_id,x\nA,1\nX,9\nB,2\nD,4\nC,3\n");
        assertArrayEquals(
                new double[] {1, 2, 3, 4},
                Designs.fromFile(named, IDS, List.of("X"), FilesRead.ignored()).column(0));
        assertThrows(InputException.class, () -> Designs.fromFile(named, IDS, List.of(), FilesRead.ignored()));
        Path plain = Files.writeString(folder.resolve("p.tsv"), "1\n9\n2\n4\n3\n");
        assertEquals(
                plain + " has 5 rows for 4 maps, expected one row for each map that leave_out keeps, or a column"
                        + " participant_id that tells whose each row is.",
                assertThrows(
                                InputException.class,
                                () -> Designs.fromFile(plain, IDS, List.of("X"), FilesRead.ignored()))
                        .getMessage());
    }

    @Test
    void refusesFilesThatDoNotFit() {
        assertEquals("F/d.tsv has 3 rows for 4 maps, expected one row for each map.", refusal("x\n1\n2\n3\n"));
        assertEquals(
                "F/d.tsv has no row with the participant_id C, expected one row for each map, under the same ids.",
                refusal("participant_id,x\nA,1\nB,2\nX,3\nD,4\n"));
        assertEquals(
                "The participant_id A occurs twice, in line 2 of F/d.tsv and line 4 of F/d.tsv, expected each subject"
                        + " once.",
                refusal("participant_id,x\nA,1\nB,2\nA,3\nD,4\n"));
        assertEquals(
                "Column \"x\" is missing for B and D, expected a value for every subject; fill it in, or leave"
                        + " these subjects out with leave_out=[x is n/a].",
                refusal("x,y\n1,1\nn/a,1\n2,1\n,1\n"));
        assertEquals(
                "Column \"x\" has \"a\" in line 3 of F/d.tsv, expected a number; write n/a if it is missing.",
                refusal("x\n1\na\n2\n3\n"));
        assertEquals(
                "Two regressors of F/d.tsv would be named a_b, expected distinct names; rename a column or level.",
                refusal("a b,a=b\n1,1\n2,2\n3,5\n3,3\n"));
        assertEquals(
                "F/d.tsv has no regressor, expected at least one, such as 1.", refusal("participant_id\nA\nB\nC\nD\n"));
    }

    @Test
    void theRankIsThatOfNumPy() {
        assertEquals(
                2,
                matrix(List.of("a", "b"), new double[][] {{1, 2}, {1, 3}, {1, 5}})
                        .rank());
        assertEquals(
                1,
                matrix(List.of("a", "b"), new double[][] {{1, 2}, {2, 4}, {3, 6}})
                        .rank());
        assertEquals(
                2,
                matrix(List.of("a", "b"), new double[][] {{1, 1e-9}, {1, 0}, {1, 0}})
                        .rank());
        // numpy.linalg.matrix_rank, whose tolerance is smaller, says 2
        assertEquals(
                1,
                matrix(List.of("a", "b"), new double[][] {{1, 1}, {1, 1}, {1, 1 + 1e-15}})
                        .rank());
    }

    @Test
    void findingsNameTheRegressorsThatDependOnEachOther() {
        double[][] rows = {{1, 1, 0, 3, 0, 2}, {1, 1, 0, 5, 0, 2}, {1, 0, 1, 4, 0, 2}, {1, 0, 1, 9, 0, 2}};
        assertEquals(
                List.of(
                        "The regressor two is 2.0 for every subject: it is an intercept.",
                        "The regressors intercept, f, m are linearly dependent: m adds nothing to the model, and contrasts over them may not be estimable.",
                        "The regressor zero is 0 for every subject: zero adds nothing to the model, and contrasts over them may not be estimable.",
                        "The regressors intercept, two are linearly dependent: two adds nothing to the model, and contrasts over them may not be estimable."),
                Designs.findings(matrix(List.of("intercept", "f", "m", "age", "zero", "two"), rows)));
    }

    @Test
    void aSoundDesignGivesNoFindings() {
        double[][] rows = {{1, 3}, {1, 5}, {1, 4}};
        assertEquals(List.of(), Designs.findings(matrix(List.of("intercept", "age"), rows)));
    }

    @Test
    void theMatrixIsACopy() {
        double[][] rows = {{1, 3}, {1, 5}, {1, 4}};
        DesignMatrix design = matrix(List.of("intercept", "age"), rows);
        rows[0][1] = design.values()[1][1] = design.matrix().data[5] = 99;
        assertArrayEquals(new double[] {3, 5, 4}, design.column(1));
    }
}
