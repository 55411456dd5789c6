package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.contrast.ContrastName;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void namesAreWrittenBetweenBackticksAsInTheTable() {
        DesignMatrix design = new DesignMatrix(
                List.of("is_patient.TRUE", "a_b_", "is_patient.TRUE:a_b_", "center.my_age", "x-y"),
                new double[][] {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}},
                IDS.subList(0, 5));
        for (String patient :
                List.of("`is patient.TRUE`", "`is patient`.TRUE", "is_patient.TRUE", "`is patient`.`TRUE`"))
            assertArrayEquals(
                    new double[] {1, 0, 0, 0, -1},
                    Contrasts.parse(patient + " - `x-y`", design).rows()[0]);
        assertArrayEquals(
                new double[] {0, 2, 0, 0, 0},
                Contrasts.parse("2*`a[b]`", design).rows()[0]);
        assertArrayEquals(
                new double[] {0, 0, 1, -1, 0},
                Contrasts.parse("`is patient`.TRUE:`a[b]` - center.`my age`", design)
                        .rows()[0]);
        assertEquals(
                "isPatientTrue", Contrasts.parse("`is patient.TRUE`", design).name());
        assertEquals(
                "The contrast \"`is patient\" has \"`\" at character 1, expected one of the regressors x-y, a_b_,"
                        + " center.my_age, is_patient.TRUE, is_patient.TRUE:a_b_.",
                refusal("`is patient", design));
        assertThrows(InputException.class, () -> Contrasts.parse("`x-y - a_b_`", design));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 .5 .5 -1 0     | 0 | 0 | 0.5 | 0.5 | -1 | 0",
                "0,0, 1 -1e0,+2.,0  | 0 | 0 | 1   | -1  | 2  | 0",
                "1 −1 0 0 0 0  | 1 | -1 | 0  | 0   | 0  | 0"
            })
    void weightsMayStandAlone(String text, double a, double b, double c, double d, double e, double f) {
        assertArrayEquals(
                new double[] {a, b, c, d, e, f}, Contrasts.parse(text, DESIGN).rows()[0]);
    }

    @Test
    void weightsMakeRowsAndContrasts() {
        List<Contrast> contrasts = Contrasts.parseAll("1 -1 0 0 0 0; 0 1 -1 0 0 0 | a - b | 0 0 0 0 0 1", DESIGN);
        assertEquals(
                List.of(2, 1, 1), contrasts.stream().map(c -> c.rows().length).toList());
        assertArrayEquals(contrasts.get(0).rows()[0], contrasts.get(1).rows()[0]);
        assertEquals(
                "The contrast \"1 -1\" has 2 numbers, expected 6, a weight for each of the regressors a, b, sex.Male,"
                        + " sex.Male:a, 2back, pre-op.",
                refusal("a | 1 -1", DESIGN));
        assertEquals(
                "The contrast \"2\" has 1 number, expected 6, a weight for each of the regressors a, b, sex.Male,"
                        + " sex.Male:a, 2back, pre-op.",
                refusal("2", DESIGN));
        assertEquals(
                "The contrast \"1e999 0 0 0 0 0\" has a weight that is too large, expected smaller factors.",
                refusal("1e999 0 0 0 0 0", DESIGN));
    }

    /** A name wins over a weight; of two numbers or more each is a weight. */
    @Test
    void aNumberAloneIsFirstAName() {
        DesignMatrix numbered =
                new DesignMatrix(List.of("1", "2"), new double[][] {{1, 0}, {1, 1}, {1, 2}}, List.of("A", "B", "C"));
        assertArrayEquals(new double[] {0, 1}, Contrasts.parse("2", numbered).rows()[0]);
        assertArrayEquals(
                new double[] {-1, 1}, Contrasts.parse("2 - 1", numbered).rows()[0]);
        assertArrayEquals(
                new double[] {2, -1}, Contrasts.parse("2 -1", numbered).rows()[0]);
        DesignMatrix one = new DesignMatrix(List.of("age"), new double[][] {{1}, {2}}, List.of("A", "B"));
        assertArrayEquals(new double[] {1}, Contrasts.parse("1", one).rows()[0]);
        assertArrayEquals(new double[] {-1}, Contrasts.parse("-1", one).rows()[0]);
        assertThrows(InputException.class, () -> Contrasts.parse("2", one));
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
        assertEquals(
                "contrast: found 2 in \"a | b\", expected one; test them one at a time.", refusal("a | b", DESIGN));
    }

    /** As people paste lists. */
    @ParameterizedTest
    @ValueSource(strings = {"a - b; b;", "a - b; b |", "a - b; b; | ; ", "a - b; b;;||"})
    void emptyRowsAtTheEndAreNone(String text) {
        Contrast contrast = Contrasts.parse(text, DESIGN);
        assertEquals("a - b; b", contrast.text());
        assertEquals(2, contrast.rows().length);
        assertEquals(
                List.of("a", "b"),
                Contrasts.parseAll("a; | b", DESIGN).stream()
                        .map(Contrast::text)
                        .toList());
    }

    @Test
    void theOnlyRegressorNeedsNoContrast() {
        DesignMatrix one = new DesignMatrix(List.of("intercept"), new double[][] {{1}, {1}}, List.of("A", "B"));
        assertEquals("intercept", Contrasts.parse(" ", one).name());
        assertArrayEquals(new double[] {1}, Contrasts.parse("", one).rows()[0]);
        assertEquals(
                "contrast is empty, expected one of the regressors a, b, sex.Male, sex.Male:a, 2back, pre-op or"
                        + " an expression of them.",
                refusal("", DESIGN));
    }

    /** Names without a dot, colon or bracket are nilearn 0.14.1's. */
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
                "a;;b      ~ has \";\" at character 3, expected one of the regressors a, b, 2back, pre-op, sex.Male, sex.Male:a.",
                "a||b      ~ has \"|\" at character 3, expected one of the regressors a, b, 2back, pre-op, sex.Male, sex.Male:a.",
                "a - sex.m ~ has \"sex.m\" at character 5, expected one of the regressors sex.Male, a, b, sex.Male:a, 2back,"
                        + " pre-op.",
            })
    void pointsAtTheCharacter(String text, String message) {
        assertEquals("The contrast \"" + text + "\" " + message, refusal(text, DESIGN));
    }

    @Test
    void refusesContrastsThatTestNothing() {
        assertEquals(
                "The contrast \"a - a\" has only weights of 0, expected another weight for at least one of a,"
                        + " b, sex.Male, sex.Male:a,"
                        + " 2back, pre-op.",
                refusal("a; a - a", DESIGN));
        assertEquals(
                "The contrast \"a - 1\" adds a number, expected a sum of regressors, in which a number may only"
                        + " multiply a regressor.",
                refusal("a - 1", DESIGN));
        assertEquals(
                "The contrast \"a; b; a - b\" has 3 linearly dependent rows, expected independent ones; drop"
                        + " those that follow from the rest.",
                refusal("a; b; a - b", DESIGN));
    }

    @Test
    void saysWhichRowIsNotEstimableAndWhy() {
        double[][] rows = {{1, 1, 0, 3}, {1, 1, 0, 5}, {1, 0, 1, 4}, {1, 0, 1, 9}, {1, 0, 1, 2}, {1, 1, 0, 2}};
        DesignMatrix deficient = new DesignMatrix(List.of("intercept", "f", "m", "age"), rows, IDS);
        assertEquals(
                "The contrast \"f\" cannot be estimated, since the regressors intercept, f, m are linearly dependent,"
                        + " expected an estimable contrast; drop a regressor or test a difference.",
                refusal("f - m; f", deficient));
        assertEquals(2, Contrasts.parse("f - m; age", deficient).rows().length);
        assertArrayEquals(
                new double[] {1, 0.5, 0.5, 0},
                Contrasts.parse("intercept + (f + m)/2", deficient).rows()[0]);
    }
}
