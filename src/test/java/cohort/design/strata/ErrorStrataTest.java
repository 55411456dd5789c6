package cohort.design.strata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Columns;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.design.strata.ErrorStratum.Kind;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStrataTest {
    /** Six subjects of two groups under all combinations of a and b, in a random order. */
    private static List<List<String>> rows(int subjects) {
        List<List<String>> rows = new ArrayList<>();
        for (int s = 0; s < subjects; s++)
            for (String a : List.of("a1", "a2"))
                for (String b : List.of("b1", "b2"))
                    rows.add(List.of("s" + s, s % 2 == 0 ? "con" : "pat", a, b, Integer.toString(20 + s * s)));
        Collections.shuffle(rows, new Random(3));
        return rows;
    }

    private static Table table(List<List<String>> rows) {
        return Table.of("t.tsv", List.of("subject", "g", "A", "B", "age"), rows);
    }

    private static DesignMatrix design(String formula, List<List<String>> rows) {
        return Designs.fromFormula(
                formula,
                table(rows),
                IntStream.range(0, rows.size()).mapToObj(i -> "m" + i).toList());
    }

    private static ErrorStratum stratum(String formula, String contrast, List<List<String>> rows) {
        DesignMatrix design = design(formula, rows);
        return ErrorStrata.of(design, List.of(Contrasts.parse(contrast, design)))
                .get(0);
    }

    /** The weights by subject of the four combinations a1b1, a1b2, a2b1, a2b2. */
    private static double[] weights(ErrorStratum stratum, int row, String subject, List<List<String>> rows) {
        double[] weights = new double[4];
        for (int i = 0; i < rows.size(); i++) {
            int cell = (rows.get(i).get(2).equals("a2") ? 2 : 0)
                    + (rows.get(i).get(3).equals("b2") ? 1 : 0);
            if (rows.get(i).get(0).equals(subject)) weights[cell] = stratum.weights()[row][i];
            else
                assertTrue(stratum.weights()[row][i] == 0
                        || !subjectOf(stratum, row, rows).equals(subject));
        }
        return weights;
    }

    private static String subjectOf(ErrorStratum stratum, int row, List<List<String>> rows) {
        int first = IntStream.range(0, rows.size())
                .filter(i -> stratum.weights()[row][i] != 0)
                .findFirst()
                .orElseThrow();
        return rows.get(first).get(0);
    }

    /** Whatever the coding, the sums are those of the textbook, up to their sign. */
    @ParameterizedTest
    @CsvSource({
        "A * B + subject, A.a2 + 0.5*A.a2:B.b2, WITHIN, -.5 -.5 .5 .5, 5",
        "A * B + subject, A.a2:B.b2, WITHIN, .5 -.5 -.5 .5, 5",
        "A + B + subject, A.a2, WITHIN, -.5 -.5 .5 .5, 5",
        "A * B + subject, A.a2, WITHIN, -.707107 0 .707107 0, 5",
        "A * B + Error(subject/(A*B)), A.a2:B.b2, WITHIN, .5 -.5 -.5 .5, 5",
        "g * A * B + Error(subject), g.pat:A.a2:B.b2, WITHIN, .5 -.5 -.5 .5, 4",
        "g * A + B + Error(subject), g.pat + 0.5*g.pat:A.a2, BETWEEN, .5 .5 .5 .5, 4",
        "g + A + B + Error(subject), g.pat, BETWEEN, .5 .5 .5 .5, 4",
        "age + A * B + Error(subject), age, BETWEEN, .5 .5 .5 .5, 4",
        "g * A * B + Error(subject), g.pat, MIXED, 1 0 0 0, 4"
    })
    void aContrastIsAboutSumsOfEachSubjectsMaps(
            String formula, String contrast, Kind kind, String weights, int degreesOfFreedom) {
        List<List<String>> rows = rows(6);
        ErrorStratum stratum = stratum(formula, contrast, rows);
        assertEquals(kind, stratum.kind());
        assertEquals(6, stratum.rows());
        double[] expected = Arrays.stream(weights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int r = 0; r < 6; r++) {
            double[] found = weights(stratum, r, subjectOf(stratum, r, rows), rows);
            double sign = Math.signum(Columns.dot(found, expected));
            assertArrayEquals(expected, Columns.times(found, sign), 1e-6);
        }
        DesignMatrix design = design(formula, rows);
        assertEquals(
                degreesOfFreedom,
                IndependentRegressors.of(stratum.apply(design.matrix())).degreesOfFreedom());
    }

    @Test
    void severalRowsGiveSeveralSumsASubject() {
        List<List<String>> rows = rows(5);
        ErrorStratum stratum = stratum("A * B + subject", "A.a2; B.b2; A.a2:B.b2", rows);
        assertEquals(15, stratum.rows());
        assertEquals(5, stratum.taking());
        assertEquals(
                12,
                IndependentRegressors.of(
                                stratum.apply(design("A * B + subject", rows).matrix()))
                        .degreesOfFreedom());
        assertTrue(stratum.remark().contains("sphericity"));
    }

    @Test
    void whoLacksWhatIsComparedTakesNoPart() {
        List<List<String>> rows = rows(6);
        rows.removeIf(row ->
                row.get(0).equals("s1") && row.get(2).equals("a2") && row.get(3).equals("b2"));
        ErrorStratum interaction = stratum("A * B + subject", "A.a2:B.b2", rows);
        assertEquals(5, interaction.rows());
        int[] lacking = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).get(0).equals("s1"))
                .map(i -> interaction.owner()[i])
                .distinct()
                .toArray();
        assertArrayEquals(lacking, interaction.lacking());
        ErrorStratum simple = stratum("A * B + subject", "A.a2", rows);
        assertEquals(6, simple.rows(), "a1b1 and a2b1 are all there");
        assertEquals(0, simple.lacking().length);
    }

    @Test
    void aCovariateThatVariesWithinSubjectsLeavesTheMapsTogether() {
        List<List<String>> rows = new ArrayList<>();
        Random random = new Random(1);
        for (List<String> row : rows(6)) {
            List<String> other = new ArrayList<>(row);
            other.set(4, Double.toString(random.nextGaussian()));
            rows.add(other);
        }
        ErrorStratum stratum = stratum("age + subject", "age", rows);
        assertTrue(stratum.isPooled());
        assertEquals(24, stratum.rows());
        assertEquals(6, stratum.subjects());
    }

    @Test
    void nothingIsSaidWhereEachMapHasItsSubject() {
        List<List<String>> rows = rows(12).stream()
                .filter(row -> row.get(2).equals("a1") && row.get(3).equals("b1"))
                .toList();
        for (String formula : List.of("g + age", "g + age + Error(subject)")) {
            DesignMatrix design = design(formula, rows);
            assertEquals(List.of(), ErrorStrata.of(design, List.of(Contrasts.parse("age", design))));
        }
    }

    /** Five sites of four people each, two of either group: no site is a subject, though it repeats. */
    @Test
    void aSiteIsNoSubject() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            rows.add(List.of("site" + i / 4, i % 2 == 0 ? "con" : "pat", "a1", "b1", Integer.toString(i * i % 17)));
        Table table = Table.of("t.tsv", List.of("site", "g", "A", "B", "age"), rows);
        DesignMatrix design = Designs.fromFormula(
                "g + age + site",
                table,
                IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
        assertEquals(List.of(), ErrorStrata.of(design, List.of(Contrasts.parse("g.pat", design))));
    }
}
