package cohort.design.strata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectContrastTest {
    private static final List<String> COLUMNS = List.of("subject", "g", "ses", "A", "B", "motion");

    /** Seven subjects of two groups, four maps each: four sessions, or the combinations of A and B. */
    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int s = 1; s <= 7; s++)
            for (int k = 1; k <= 4; k++)
                rows.add(List.of(
                        "s" + s,
                        s <= 3 ? "pat" : "con",
                        "ses" + k,
                        k <= 2 ? "a1" : "a2",
                        k % 2 == 1 ? "b1" : "b2",
                        Integer.toString(s * s * k * k % 11)));
        return rows;
    }

    private static SubjectContrast sums(String model, String contrast, List<List<String>> rows) {
        DesignMatrix design = Designs.fromFormula(
                model,
                Table.of("t.tsv", COLUMNS, rows),
                IntStream.range(0, rows.size()).mapToObj(i -> "m" + i).toList());
        return SubjectContrast.of(design, Contrasts.parseAll(contrast, design).get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ses + subject               | ses.ses2                       | -1 1 0 0",
                "ses + subject               | -ses.ses2                      | 1 -1 0 0",
                "ses + subject               | ses.ses3 - ses.ses4            | 0 0 1 -1",
                "ses + subject               | 10 * ses.ses2                  | -1 1 0 0",
                "ses + subject               | ses.ses4 - ses.ses2/2 - ses.ses3/2 | 0 -.5 -.5 1",
                "ses + subject               | ses.ses2 + ses.ses3            | -1 .5 .5 0",
                "A * B + subject             | A.a2 + A.a2:B.b2/2             | -.5 -.5 .5 .5",
                "A * B + subject             | B.b2 + A.a2:B.b2/2             | -.5 .5 -.5 .5",
                "A * B + subject             | A.a2:B.b2                      | .5 -.5 -.5 .5",
                "g * ses + Error(subject)    | g.pat                          | 1 0 0 0",
                "g + ses + Error(subject)    | g.pat                          | .25 .25 .25 .25",
                "g + ses + Error(subject)    | -g.pat                         | .25 .25 .25 .25",
                "g * ses + subject           | g.pat:ses.ses2                 | -1 1 0 0",
                "0 + g:A + Error(subject)    | g.pat:A.a2 - g.pat:A.a1 - g.con:A.a2 + g.con:A.a1 | -.5 -.5 .5 .5"
            })
    void theSumIsInNaturalUnitsAndHasTheSignOfTheContrast(String model, String contrast, String weights) {
        SubjectContrast sums = sums(model, contrast, rows());
        double[] expected =
                Stream.of(weights.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertEquals(7, sums.weights().length);
        for (int s = 0; s < 7; s++) {
            double[] all = new double[28];
            System.arraycopy(expected, 0, all, 4 * s, 4);
            assertEquals(s, sums.subjects()[s]);
            for (int i = 0; i < 28; i++) assertEquals(all[i], sums.weights()[s][i], 0, "subject " + s + " map " + i);
        }
        assertArrayEquals(new int[0], sums.lacking());
    }

    @Test
    void whoLacksAMapHasNoSum() {
        List<List<String>> rows = rows();
        rows.removeIf(row -> row.get(0).equals("s2") && row.get(2).equals("ses2")
                || row.get(0).equals("s5") && row.get(2).equals("ses4"));
        SubjectContrast sums = sums("ses + subject", "ses.ses2", rows);
        assertArrayEquals(new int[] {1}, sums.lacking());
        assertArrayEquals(new int[] {0, 2, 3, 4, 5, 6}, sums.subjects());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ses + subject          | ses.ses2; ses.ses3 | contrast: found the F test ses.ses2; ses.ses3",
                "ses                    | ses.ses2           | model: found no subject with several maps",
                "ses + motion + subject | motion             | contrast: found motion, which gives"
            })
    void whatGivesNoMapASubjectIsRefused(String model, String contrast, String sentence) {
        InputException e = assertThrows(InputException.class, () -> sums(model, contrast, rows()));
        assertTrue(e.getMessage().startsWith(sentence), e.getMessage());
    }

    @Test
    void theTableOfSubjectsHasWhatIsConstantInThem() {
        SubjectRows subjects = new SubjectRows(
                Table.of("t.tsv", COLUMNS, rows()),
                IntStream.range(0, 28).map(i -> i / 4).toArray());
        assertEquals(List.of("s1", "s2", "s3", "s4", "s5", "s6", "s7"), subjects.names());
        Table table = subjects.of(new int[] {0, 5}, List.of("x.nii", "y.nii"));
        assertEquals(
                Table.of(
                        "t.tsv",
                        List.of("participant_id", "map", "subject", "g"),
                        List.of(List.of("s1", "x.nii", "s1", "pat"), List.of("s6", "y.nii", "s6", "con"))),
                table);
    }

    /** Where no column names the subjects, they have numbers. */
    @Test
    void subjectsWithoutANameAreNumbered() {
        List<List<String>> rows = Arrays.asList(List.of("1"), List.of("2"), List.of("1"), List.of("2"));
        SubjectRows subjects = new SubjectRows(Table.of("t.tsv", List.of("run"), rows), new int[] {0, 0, 1, 1});
        assertEquals(List.of("sub-01", "sub-02"), subjects.names());
    }
}
