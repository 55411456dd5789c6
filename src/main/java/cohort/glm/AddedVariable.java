package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A regressor and a voxel's values, both adjusted for the other regressors: less what these explain, plus their means. The slope of the
 * one on the other is the effect of the regressor in the whole model (Cook &amp; Weisberg 1982, Residuals and Influence in Regression,
 * section 2.3.2).
 *
 * @param x the regressor, one number per map that has a value
 * @param y the values of these maps
 * @param slope the effect: units of the maps per unit of the regressor
 */
public record AddedVariable(double[] x, double[] y, double slope) {
    /** What is left of a regressor that depends on the others, relative to its length. */
    private static final double DEPENDENT = 1e-7;

    /**
     * The only regressor that a contrast weighs.
     *
     * @return nothing if it weighs several or a constant one, or if numbers of the design differ between voxels
     */
    public static Optional<Integer> regressor(DesignMatrix design, Contrast contrast) {
        if (contrast.rows().length != 1 || !design.covariateMaps().isEmpty()) return Optional.empty();
        double[] weights = contrast.rows()[0];
        int[] weighed =
                IntStream.range(0, weights.length).filter(c -> weights[c] != 0).toArray();
        return weighed.length == 1 && !design.isConstant(weighed[0]) ? Optional.of(weighed[0]) : Optional.empty();
    }

    /**
     * Adjusts a regressor and values.
     *
     * @param regressor its number
     * @param values one per map; maps whose value is not finite are left out
     * @return nothing if the others explain the regressor
     */
    public static Optional<AddedVariable> of(DesignMatrix design, int regressor, double[] values) {
        int[] maps = IntStream.range(0, values.length)
                .filter(m -> Double.isFinite(values[m]))
                .toArray();
        if (maps.length == 0) return Optional.empty();
        double[] x = at(maps, design.column(regressor)), y = at(maps, values);
        double[][] others = IntStream.range(0, design.size())
                .filter(c -> c != regressor)
                .mapToObj(c -> at(maps, design.column(c)))
                .toArray(double[][]::new);
        double length = Columns.norm(x), meanX = mean(x), meanY = mean(y);
        if (others.length > 0) {
            double[][] basis = IndependentRegressors.of(Columns.matrix(others)).basis();
            Columns.removeProjection(x, basis);
            Columns.removeProjection(y, basis);
        }
        if (Columns.norm(x) <= DEPENDENT * length) return Optional.empty();
        double slope = Columns.dot(x, y) / Columns.dot(x, x);
        return Optional.of(new AddedVariable(moved(x, meanX), moved(y, meanY), slope));
    }

    private static double[] at(int[] maps, double[] values) {
        return IntStream.of(maps).mapToDouble(m -> values[m]).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** With a mean of its own again: that of what is left is 0 only if the others span a constant. */
    private static double[] moved(double[] left, double mean) {
        double rest = mean(left);
        return Arrays.stream(left).map(value -> value - rest + mean).toArray();
    }
}
