package cohort.effect;

import cohort.design.matrix.Columns;
import cohort.design.matrix.IndependentRegressors;
import cohort.matrix.VoxelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * The difference of the means of two groups that have variances of their own, divided by the square root of the mean of these: d
 * without
 * pooling (Bonett 2008, Psychological Methods 13:99). g takes its bias away by the degrees of freedom of the mean variance, and the
 * interval is that of the noncentrality of Welch's t with Welch's degrees of freedom, which is not exact (Delacre et al. 2021,
 * PsyArXiv tu6mp).
 *
 * @param above the rows of the group whose mean counts positively
 * @param below the rows of the other
 */
public record WelchDifference(int[] above, int[] below) {
    private static final String D = "dUnpooled", G = "gUnpooled";
    /** What rounding leaves of weights that cancel. */
    private static final double ROUNDING = 1e-9;

    /**
     * What a contrast compares, before there are data.
     *
     * @param design rows x regressors
     * @param contrast contrast rows x regressors, which the design determines
     * @param groups for each row the number of its group of one variance
     * @return nothing if the contrast is not a difference of the means of two groups of two rows or more, or if the model holds
     *     more than a mean for each group
     */
    public static Optional<WelchDifference> of(DMatrixRMaj design, DMatrixRMaj contrast, int[] groups) {
        int[] labels = Arrays.stream(groups).distinct().toArray();
        if (contrast.numRows > 1) return Optional.empty();
        IndependentRegressors regressors = IndependentRegressors.of(design);
        double[][] basis = regressors.basis();
        double[][] means = Arrays.stream(labels)
                .mapToObj(label -> IntStream.of(groups)
                        .mapToDouble(g -> g == label ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        if (regressors.rank() != labels.length
                || !Arrays.stream(means).allMatch(mean -> ContrastOfMeans.spans(basis, mean))) return Optional.empty();
        double[] estimate = Columns.combined(basis, new double[][] {regressors.inBasis(contrast.data)})[0];
        double[] weights = Arrays.stream(means)
                .mapToDouble(mean -> Columns.dot(mean, estimate))
                .toArray();
        double size = Columns.norm(weights);
        int[] compared = IntStream.range(0, weights.length)
                .filter(g -> Math.abs(weights[g]) > ROUNDING * size)
                .toArray();
        if (compared.length != 2 || Math.abs(weights[compared[0]] + weights[compared[1]]) > ROUNDING * size)
            return Optional.empty();
        int first = weights[compared[0]] > 0 ? 0 : 1;
        int[] above = rows(groups, labels[compared[first]]), below = rows(groups, labels[compared[1 - first]]);
        return Math.min(above.length, below.length) < 2
                ? Optional.empty()
                : Optional.of(new WelchDifference(above, below));
    }

    private static int[] rows(int[] groups, int label) {
        return IntStream.range(0, groups.length).filter(i -> groups[i] == label).toArray();
    }

    /** The names of the maps, in their order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(D, D + "Lower", D + "Upper"));
        if (isCorrected()) names.add(G);
        return List.copyOf(names);
    }

    private boolean isCorrected() {
        return leastFreedom() >= HedgesCorrection.FEWEST;
    }

    private int leastFreedom() {
        return Math.min(above.length, below.length) - 1;
    }

    /**
     * The maps.
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the rows of the design
     * @return by name, in mask order
     */
    public Map<String, double[]> maps(RandomAccessibleInterval<? extends RealType<?>> data) {
        VoxelMatrix values = VoxelMatrix.of(data);
        int voxels = values.voxels();
        double[] difference = new double[voxels],
                other = new double[voxels],
                s = new double[voxels],
                r = new double[voxels];
        values.forEach((first, n, rows) -> {
            moments(first, n, rows, above, difference, s);
            moments(first, n, rows, below, other, r);
        });
        double[] d = new double[voxels],
                scale = new double[voxels],
                t = new double[voxels],
                freedom = new double[voxels];
        double[] g = new double[voxels];
        for (int v = 0; v < voxels; v++) {
            difference[v] -= other[v];
            double squared = s[v] / above.length + r[v] / below.length, average = (s[v] + r[v]) / 2;
            d[v] = difference[v] / Math.sqrt(average);
            t[v] = difference[v] / Math.sqrt(squared);
            scale[v] = Math.sqrt(squared / average);
            freedom[v] = freedom(s[v] / above.length, r[v] / below.length);
            if (isCorrected()) g[v] = d[v] * HedgesCorrection.of(freedom(s[v], r[v]));
        }
        Map<String, double[]> maps = new LinkedHashMap<>();
        maps.put(D, d);
        addLimits(t, freedom, scale, maps);
        if (isCorrected()) maps.put(G, g);
        return maps;
    }

    private void addLimits(double[] t, double[] freedom, double[] scale, Map<String, double[]> maps) {
        double greatest =
                Arrays.stream(t).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        LimitsByFreedom limits = LimitsByFreedom.of(leastFreedom(), above.length + below.length - 2.0, greatest);
        double[] lower = new double[t.length], upper = new double[t.length];
        for (int v = 0; v < t.length; v++) {
            lower[v] = scale[v] * limits.lower(t[v], freedom[v]);
            upper[v] = scale[v] * limits.upper(t[v], freedom[v]);
        }
        maps.put(D + "Lower", lower);
        maps.put(D + "Upper", upper);
    }

    /** The degrees of freedom of a sum of two variances (Satterthwaite 1946, Biometrics Bulletin 2:110). */
    private double freedom(double s, double r) {
        return (s + r) * (s + r) / (s * s / (above.length - 1) + r * r / (below.length - 1));
    }

    /** The means and variances of some rows over a tile of voxels. */
    private static void moments(int first, int n, double[][] rows, int[] some, double[] mean, double[] variance) {
        for (int v = 0; v < n; v++) {
            for (int i : some) mean[first + v] += rows[i][v] / some.length;
            for (int i : some) {
                double left = rows[i][v] - mean[first + v];
                variance[first + v] += left * left / (some.length - 1);
            }
        }
    }
}
