package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against NumPy's least squares. */
class AddedVariableTest {
    private static final double[] AGE = {20, 31, 45, 52, 38, 27}, VALUES = {1.2, 2.0, 3.9, 4.1, 2.2, 1.9};
    private static final double[][] ROWS = {{1, 20, 0}, {1, 31, 0}, {1, 45, 1}, {1, 52, 1}, {1, 38, 1}, {1, 27, 0}};
    private static final DesignMatrix DESIGN =
            new DesignMatrix(List.of("intercept", "age", "group"), ROWS, List.of("a", "b", "c", "d", "e", "f"));

    @Test
    void bothAreAdjustedForTheOthers() {
        AddedVariable plot = AddedVariable.of(DESIGN, 1, VALUES).orElseThrow();
        assertArrayEquals(new double[] {29.5, 40.5, 35.5, 42.5, 28.5, 36.5}, plot.x(), 1e-12);
        assertArrayEquals(new double[] {2.05, 2.85, 3.05, 3.25, 1.35, 2.75}, plot.y(), 1e-12);
        assertEquals(0.1125, plot.slope(), 1e-13, "the coefficient of age in the whole model");
    }

    @Test
    void alonePairsStayAsTheyAre() {
        double[][] rows =
                Arrays.stream(AGE).mapToObj(age -> new double[] {1, age}).toArray(double[][]::new);
        DesignMatrix design = new DesignMatrix(List.of("intercept", "age"), rows, DESIGN.ids());
        AddedVariable plot = AddedVariable.of(design, 1, VALUES).orElseThrow();
        assertArrayEquals(AGE, plot.x(), 1e-12);
        assertArrayEquals(VALUES, plot.y(), 1e-12);
    }

    @Test
    void mapsWithoutAValueAreLeftOut() {
        double[] gap = VALUES.clone();
        gap[3] = Double.NaN;
        assertEquals(5, AddedVariable.of(DESIGN, 1, gap).orElseThrow().y().length);
        double[] one = {Double.NaN, Double.NaN, Double.NaN, 4.1, Double.NaN, Double.NaN};
        assertEquals(Optional.empty(), AddedVariable.of(DESIGN, 1, one), "the intercept explains a single map");
    }

    @Test
    void onlyOneRegressorIsDrawn() {
        assertEquals(Optional.of(1), AddedVariable.regressor(DESIGN, contrast(0, -1, 0)));
        assertEquals(Optional.empty(), AddedVariable.regressor(DESIGN, contrast(0, 1, 1)));
        assertEquals(Optional.empty(), AddedVariable.regressor(DESIGN, contrast(1, 0, 0)), "it is constant");
    }

    private static Contrast contrast(double... weights) {
        return new Contrast("c", "c", new double[][] {weights});
    }
}
