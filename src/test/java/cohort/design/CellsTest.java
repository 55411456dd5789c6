package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrasts by cells of a model, against those of formulaic, which src/test/reference/design_matrices.py wrote. */
class CellsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "reference");
    private static final Table COVARIATES = Table.read(FOLDER.resolve("design_covariates.tsv"));

    private static DesignMatrix design(String formula) {
        return Designs.fromFormula(formula, COVARIATES, COVARIATES.column("participant_id"));
    }

    private static double[] row(String formula, String contrast) {
        return Contrasts.parse(contrast, design(formula)).rows()[0];
    }

    private static String refusal(String formula, String contrast) {
        return assertThrows(InputException.class, () -> Contrasts.parseAll(contrast, design(formula)))
                .getMessage();
    }

    @TestFactory
    List<DynamicTest> weightsAreThoseOfFormulaic() {
        Table expected = Table.read(FOLDER.resolve("design_cells.tsv"));
        return IntStream.range(0, expected.rows())
                .mapToObj(r -> DynamicTest.dynamicTest(
                        expected.column("formula").get(r) + " at "
                                + expected.column("cell").get(r),
                        () -> assertArrayEquals(
                                Arrays.stream(expected.column("weights").get(r).split(" "))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray(),
                                row(
                                        expected.column("formula").get(r),
                                        expected.column("cell").get(r)),
                                1e-11)))
                .toList();
    }

    @Test
    void differencesOfCellsAreThoseOfLevels() {
        assertArrayEquals(
                new double[] {0, 1, 0, 0, 0, 0, 0},
                row("group + bs(age, df=4)", "cell(group='patient') - cell(group='control')"));
        assertArrayEquals(
                new double[] {0, 1, 0, 0, 40, 0},
                row("group * age", "cell(group='patient', age=40) - cell(age=40, group=control)"));
        assertArrayEquals(
                new double[] {0, 0, 0, 1, 1, 0},
                row("group * age", "(cell(group=\"patient\", age=41) - cell(group=patient, age=39)) / 2"));
        assertArrayEquals(new double[] {0, -0.5, 0.5}, row("group", "0.5*cell(group=sibling)-cell(group=patient)/2"));
    }

    @Test
    void conditionsAreAskedAtTheNumber() {
        String model = "(age > 40) + (sex == 'Male')";
        assertArrayEquals(new double[] {1, 1, 0.5}, row(model, "cell(age=40.5)"));
        assertArrayEquals(new double[] {1, 0, 1}, row(model, "cell(age=40, sex=Male)"));
        // The mean age is 49.7.
        assertArrayEquals(new double[] {1, 1, 0.5}, row(model, "cell()"));
    }

    @Test
    void pairsAreLaterLevelsMinusEarlierOnes() {
        DesignMatrix design = design("group + bs(age, df=4)");
        List<Contrast> pairs = Contrasts.parseAll("pairwise(group) | bs.age.1", design);
        assertEquals(
                List.of("patientMinusControl", "siblingMinusControl", "siblingMinusPatient", "bsAge1"),
                pairs.stream().map(Contrast::name).toList());
        assertEquals(
                "cell(group='patient') - cell(group='control')", pairs.get(0).text());
        assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0, 0}, pairs.get(0).rows()[0]);
        assertArrayEquals(new double[] {0, 0, 1, 0, 0, 0, 0}, pairs.get(1).rows()[0]);
        assertArrayEquals(new double[] {0, -1, 1, 0, 0, 0, 0}, pairs.get(2).rows()[0]);
        for (Contrast pair : pairs.subList(0, 3))
            assertArrayEquals(
                    pair.rows()[0], Contrasts.parse(pair.text(), design).rows()[0]);
    }

    @Test
    void pairsBeginWithTheReferenceAndMayStandInACell() {
        assertEquals(
                List.of("controlMinusPatient", "siblingMinusPatient", "siblingMinusControl"),
                Contrasts.parseAll("pairwise(group)", design("C(group, ref='patient')")).stream()
                        .map(Contrast::name)
                        .toList());
        List<Contrast> pairs = Contrasts.parseAll("pairwise(C)|", sites());
        assertEquals(3, pairs.size());
        assertEquals("c2MinusC1", pairs.get(0).name());
        assertArrayEquals(
                new double[] {0, 1, 0, 0, 20, 0},
                Contrasts.parseAll("pairwise(group, age=20)", design("group * age"))
                        .get(0)
                        .rows()[0]);
    }

    /** A factor of numbers whose column has the name of a function. */
    private static DesignMatrix sites() {
        Table table = Table.of(
                "t",
                List.of("C"),
                COVARIATES.column("site").stream()
                        .map(site -> List.of(site.replace("10", "3")))
                        .toList());
        return Designs.fromFormula("C(C)", table, COVARIATES.column("participant_id"));
    }

    @Test
    void namesTellTheCells() {
        assertEquals(
                "patientAge40MinusControlAge40",
                Contrasts.parse("cell(group='patient', age=40) - cell(group='control', age=40)", design("group * age"))
                        .name());
        assertEquals("mean", Contrasts.parse("cell()", design("group * age")).name());
    }

    /** Whatever the coding and the units, a cell asks the same of the data. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C(group, Sum) * center(age)       | group * age",
                "C(group, Helmert) * scale(age)    | group * age",
                "C(group, Diff) * I(age/12)        | group * age",
                "group / age                       | group * age",
                "0 + C(group, Poly) + group:age    | group * age",
                "(group + poly(age, 1))^2          | group * age",
                "C(group, Sum) + bs(I(12*age), df=5) | C(group, ref=sibling) + bs(age, df=5)",
            })
    void theCodingDoesNotMatter(String one, String other) {
        for (String contrast :
                List.of("cell(group=patient, age=30)", "cell()", "cell(group=sibling) - cell(group=patient, age=44)"))
            assertArrayEquals(ofMaps(other, contrast), ofMaps(one, contrast), 1e-12, contrast);
    }

    /** The weight of each subject's map in the estimate. */
    private static double[] ofMaps(String formula, String contrast) {
        DesignMatrix design = design(formula);
        IndependentRegressors regressors = IndependentRegressors.of(design.matrix());
        double[] theta = regressors.inBasis(Contrasts.parse(contrast, design).rows()[0]);
        double[][] basis = regressors.basis();
        return IntStream.range(0, design.rows())
                .mapToDouble(s -> IntStream.range(0, theta.length)
                        .mapToDouble(c -> basis[c][s] * theta[c])
                        .sum())
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "cell(grp='patient')       ~ has \"grp\" at character 6, expected one of the model's columns group, age, sex (did you mean group?).",
                "cel(age=4)                ~ has \"cel\" at character 1, expected one of the regressors age, sex.Male, intercept, group.patient, group.sibling, group.patient:age, group.sibling:age (did you mean cell(...)?).",
                "cell(group)               ~ has \")\" at character 11, expected a =.",
                "cell(group=)              ~ has \")\" at character 12, expected a level or a number.",
                "cell(group=patient age=4) ~ has \"a\" at character 20, expected a , or a ).",
                "cell(age=3, age=4)        ~ has \"age\" at character 13, expected each column once.",
                "cell(group=patient        ~ ends at character 19, expected a , or a ).",
                "pairwise(age)             ~ has \"age\" at character 10, expected a column of levels, since there are no pairs of numbers.",
                "pairwise(group, group=a)  ~ ^^",
                "pairwise(group, group=patient) ~ has \"group\" at character 10, expected other columns to be given than the one whose levels are compared.",
                "pairwise(group) - age     ~ has \"-\" at character 17, expected | or its end, since pairwise(...) is a contrast by itself.",
                "age - pairwise(group)     ~ has \"pairwise\" at character 7, expected pairwise(...) between | alone, not within a sum.",
            })
    void pointsAtTheCharacter(String contrast, String message) {
        assertEquals(
                message.isEmpty()
                        ? "contrast: found group=a, expected one of the levels patient, control, sibling."
                        : "The contrast \"" + contrast + "\" " + message,
                refusal("group * age + sex", contrast));
    }

    @Test
    void refusesWhatTheModelDoesNotKnow() {
        assertEquals(
                "contrast: found group=patients, expected one of the levels patient, sibling, control.",
                refusal("group", "cell(group=patients)"));
        assertEquals(
                "contrast: found age=old, expected a number, since age is numeric in the model.",
                refusal("age", "cell(age=old)"));
        assertEquals(
                "model: found age of 0 for cell(age=0), expected numbers above 0 for log(age); add a number, as in"
                        + " log(age + 1), or leave them out.",
                refusal("log(age)", "cell(age=0)"));
        assertEquals(
                "model: found age of 90 for cell(age=90), expected numbers between 19.1 and 68.9, outside which the splines bs(age, ...) are not defined.",
                refusal("bs(age, df=4)", "cell(age=90)"));
        DesignMatrix file =
                new DesignMatrix(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}, {0, 1}}, List.of("A", "B", "C"));
        assertEquals(
                "The contrast \"cell(a=1)\" has \"cell\" at character 1, expected only regressors and weights, since the columns behind a design from a file are not known.",
                assertThrows(InputException.class, () -> Contrasts.parse("cell(a=1)", file))
                        .getMessage());
    }

    /** Cells without a subject are no business of the model where it has an interaction. */
    @Test
    void refusesAveragesOverCellsThatNobodyIsIn() {
        Table table = Table.of(
                "t",
                List.of("site", "scanner"),
                IntStream.range(0, 12)
                        .mapToObj(s -> List.of("s" + s % 2, "scan" + s % 4))
                        .toList());
        List<String> ids = IntStream.range(0, 12).mapToObj(s -> "P" + s).toList();
        DesignMatrix nested = Designs.fromFormula("site / scanner", table, ids);
        String message = assertThrows(
                        InputException.class, () -> Contrasts.parse("cell(site=s1) - cell(site=s0)", nested))
                .getMessage();
        assertEquals(
                "The contrast \"cell(site=s1) - cell(site=s0)\" cannot be estimated",
                message.substring(0, message.indexOf(", since")));
    }
}
