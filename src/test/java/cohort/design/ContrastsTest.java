package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastsTest {
    private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
    private static final DesignMatrix DESIGN = new DesignMatrix(
            List.of("a", "b", "sex.Male", "sex.Male:a", "2back", "pre-op"),
            new double[][] {
                {1, 0, 0, 0, 0, 1},
                {0, 1, 0, 0, 0, 0},
                {0, 0, 1, 0, 0, 0},
                {0, 0, 0, 1, 0, 0},
                {0, 0, 0, 0, 1, 0},
                {0, 0, 0, 0, 0, 1}
            },
            IDS);

    private static String refusal(String contrast, DesignMatrix design) {
        return assertThrows(InputException.class, () -> Contrasts.parse(contrast, design))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                   | 1    | 0    | 0  | 0 | 0  | 0",
                "-a                  | -1   | 0    | 0  | 0 | 0  | 0",
                "a - b               | 1    | -1   | 0  | 0 | 0  | 0",
                "a\u2212b            | 1    | -1   | 0  | 0 | 0  | 0",
                "2*a-b*.5            | 2    | -0.5 | 0  | 0 | 0  | 0",
                "(a + b)/2           | 0.5  | 0.5  | 0  | 0 | 0  | 0",
                "(a+b)/2 - sex.Male  | 0.5  | 0.5  | -1 | 0 | 0  | 0",
                "a-(b-sex.Male:a)    | 1    | -1   | 0  | 1 | 0  | 0",
                "2back - 2*2back     | 0    | 0    | 0  | 0 | -1 | 0",
                "pre-op              | 0    | 0    | 0  | 0 | 0  | 1",
                "b-pre-op            | 0    | 1    | 0  | 0 | 0  | -1",
                "`pre-op`+`a`        | 1    | 0    | 0  | 0 | 0  | 1",
                "3*(1 - 2)*a/1.5e0   | -2   | 0    | 0  | 0 | 0  | 0",
            })
    void weightsAreWhatTheTextSays(
            String text, double a, double b, double male, double product, double back, double op) {
        Contrast contrast = Contrasts.parse(text, DESIGN);
        assertArrayEquals(new double[] {a, b, male, product, back, op}, contrast.rows()[0]);
        assertEquals(1, contrast.rows().length);
    }

    @Test
    void rowsMakeAnF() {
        Contrast contrast = Contrasts.parse("a - b; b - sex.Male", DESIGN);
        assertEquals(true, contrast.isF());
        assertArrayEquals(new double[] {1, -1, 0, 0, 0, 0}, contrast.rows()[0]);
        assertArrayEquals(new double[] {0, 1, -1, 0, 0, 0}, contrast.rows()[1]);
    }

    @Test
    void barsSeparateContrastsAndNamesStayApart() {
        List<Contrast> contrasts = Contrasts.parseAll("a - b | b - a; sex.Male | `2back` | (a) - b", DESIGN);
        assertEquals(
                List.of("aMinusB", "bMinusASexMale", "2back", "aMinusB2"),
                contrasts.stream().map(Contrast::name).toList());
        assertEquals(
                List.of("a - b", "b - a; sex.Male", "`2back`", "(a) - b"),
                contrasts.stream().map(Contrast::text).toList());
        assertEquals(2, contrasts.get(1).rows().length);
        assertEquals("contrast: found 2 in \"a | b\", expected one; test them one by one.", refusal("a | b", DESIGN));
    }

    @Test
    void theOnlyRegressorNeedsNoContrast() {
        DesignMatrix one = new DesignMatrix(List.of("intercept"), new double[][] {{1}, {1}}, List.of("A", "B"));
        assertEquals("intercept", Contrasts.parse(" ", one).name());
        assertArrayEquals(new double[] {1}, Contrasts.parse("", one).rows()[0]);
        assertEquals(
                "contrast is empty, expected one of the regressors a, b, sex.Male, sex.Male:a, 2back, pre-op or an"
                        + " expression over them.",
                refusal("", DESIGN));
    }

    /** Names without a dot, colon or bracket are nilearn 0.14.0's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intercept           | intercept",
                "Reappraisal_Success | reappraisalSuccess",
                "patient - control   | patientMinusControl",
                "face > house        | faceGtHouse",
                "IQ_score < x        | iqScoreLtX",
                "a + 2*b             | aPlus2b",
                "-a                  | minusA",
                "sex.Male:age        | sexMaleAge",
                "(a+b)/2             | aPlusB2",
                "a; b                | aB",
                "%                   | contrast",
            })
    void namesAreFitForFiles(String text, String name) {
        assertEquals(name, ContrastName.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "a b       ~ has \"b\" at character 3, expected one of + - * / ; | or its end.",
                "a -       ~ ends at character 4, expected one of the regressors a, b, 2back, pre-op, sex.Male, sex.Male:a.",
                "(a - b    ~ ends at character 7, expected a ).",
                "a * b     ~ has \"*\" at character 3, expected a number on one side of it.",
                "a / 0     ~ has \"/\" at character 3, expected a number other than 0 behind it.",
                "1 / a     ~ has \"/\" at character 3, expected a number other than 0 behind it.",
                "2 a       ~ has \"a\" at character 3, expected one of + - * / ; | or its end.",
                "a;        ~ ends at character 3, expected one of the regressors a, b, 2back, pre-op, sex.Male, sex.Male:a.",
                "a - sex.m ~ has \"sex.m\" at character 5, expected one of the regressors sex.Male, a, b, sex.Male:a, 2back,"
                        + " pre-op.",
            })
    void pointsAtTheCharacter(String text, String message) {
        assertEquals("The contrast \"" + text + "\" " + message, refusal(text, DESIGN));
    }

    @Test
    void refusesContrastsThatTestNothing() {
        assertEquals(
                "The contrast \"a - a\" is null, expected a weight other than 0 for one of a, b, sex.Male, sex.Male:a,"
                        + " 2back, pre-op.",
                refusal("a; a - a", DESIGN));
        assertEquals(
                "The contrast \"a - 1\" adds a number, expected regressors alone with numbers only as their factors.",
                refusal("a - 1", DESIGN));
        assertEquals(
                "The contrast \"a; b; a - b\" has 3 rows that depend on each other, expected independent ones; drop those"
                        + " that follow from the rest.",
                refusal("a; b; a - b", DESIGN));
    }

    @Test
    void saysWhichRowIsNotEstimableAndWhy() {
        double[][] rows = {{1, 1, 0, 3}, {1, 1, 0, 5}, {1, 0, 1, 4}, {1, 0, 1, 9}, {1, 0, 1, 2}, {1, 1, 0, 2}};
        DesignMatrix deficient = new DesignMatrix(List.of("intercept", "f", "m", "age"), rows, IDS);
        assertEquals(
                "The contrast \"f\" cannot be estimated, since the regressors intercept, f, m are linearly dependent,"
                        + " expected a combination that the design determines; drop a regressor or test a difference.",
                refusal("f - m; f", deficient));
        assertEquals(2, Contrasts.parse("f - m; age", deficient).rows().length);
        assertArrayEquals(
                new double[] {1, 0.5, 0.5, 0},
                Contrasts.parse("intercept + (f + m)/2", deficient).rows()[0]);
    }
}
