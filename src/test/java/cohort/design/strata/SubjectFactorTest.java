package cohort.design.strata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SubjectFactorTest {
    /** Four subjects, thrice each, of two sexes, scanned in a random order. */
    private static final Table TABLE = Table.of(
            "t.csv",
            List.of("subject", "time", "sex", "dose"),
            List.of(
                    List.of("b", "1", "f", "3.5"),
                    List.of("a", "1", "m", "1.5"),
                    List.of("a", "2", "m", "2.5"),
                    List.of("c", "1", "f", "0.5"),
                    List.of("c", "3", "f", "7.5"),
                    List.of("b", "2", "f", "9"),
                    List.of("d", "2", "m", "1"),
                    List.of("d", "1", "m", "2"),
                    List.of("c", "2", "f", "6"),
                    List.of("a", "3", "m", "4"),
                    List.of("b", "3", "f", "3"),
                    List.of("d", "3", "m", "8")));

    private static Optional<BlockLabels> blocks(String formula, String contrast) {
        List<String> ids =
                IntStream.range(0, TABLE.rows()).mapToObj(i -> "map" + i).toList();
        DesignMatrix design = Designs.fromFormula(formula, TABLE, ids);
        return SubjectFactor.blocks(
                design.matrix(),
                new DMatrixRMaj(Contrasts.parse(contrast, design).rows()));
    }

    private static void assertSubjects(Optional<BlockLabels> found) {
        int[] blocks = found.orElseThrow().level(0);
        String[] subjects = TABLE.column("subject").toArray(String[]::new);
        for (int i = 0; i < subjects.length; i++)
            for (int j = 0; j < i; j++) assertEquals(subjects[i].equals(subjects[j]), blocks[i] == blocks[j]);
    }

    @Test
    void findsTheSubjectsOfAFormula() {
        assertSubjects(blocks("C(time) + subject", "time.2"));
        assertSubjects(blocks("C(time) + subject", "time.2; time.3"));
        assertSubjects(blocks("0 + subject + dose", "dose"));
        assertSubjects(blocks("subject + dose", "dose"));
    }

    @Test
    void doesNotTakeAnotherFactorForTheSubject() {
        assertEquals(Optional.empty(), blocks("sex + dose", "dose"));
        assertEquals(Optional.empty(), blocks("dose", "dose"));
        assertEquals(Optional.empty(), blocks("1", "intercept"));
        assertEquals(Optional.empty(), blocks("0 + subject + dose", "subject.a - subject.b"));
        assertEquals(Optional.empty(), blocks("0 + sex", "sex.f - sex.m"));
    }

    @Test
    void takesNoRowsTogetherThatTheNuisanceDoesNot() {
        // Without an intercept nothing says that the third block of rows has a mean of its own.
        double[][] rows = {{1, 0, 1}, {1, 0, 2}, {0, 1, 1}, {0, 1, 2}, {0, 0, 1}, {0, 0, 2}};
        DMatrixRMaj contrast = new DMatrixRMaj(new double[][] {{0, 0, 1}});
        assertEquals(Optional.empty(), SubjectFactor.blocks(new DMatrixRMaj(rows), contrast));
        double[][] whole = {{1, 0, 0, 1}, {1, 0, 0, 2}, {0, 1, 0, 1}, {0, 1, 0, 2}, {0, 0, 1, 1}, {0, 0, 1, 2}};
        assertArrayEquals(
                new int[] {1, 1, 2, 2, 3, 3},
                SubjectFactor.blocks(new DMatrixRMaj(whole), new DMatrixRMaj(new double[][] {{0, 0, 0, 1}}))
                        .orElseThrow()
                        .level(0));
    }
}
