package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.design.matrix.IndependentRegressors;
import cohort.matrix.VoxelMatrix;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * How skewed the residuals of a model are, which sign flips assume to be symmetric about zero.
 *
 * @param rows number of values in a voxel: maps, or sums of each subject's maps
 * @param limit the size of skewness that 5 % of normal samples of this many values exceed; infinite below 8 values, which tell
 *     too little
 * @param voxels in how many voxels the residuals differ from each other
 * @param skewed in how many of these the skewness is beyond the limit
 */
public record Skewness(int rows, double limit, int voxels, int skewed) {
    private static final int LEAST_ROWS = 8;
    /** Beyond which 5 % of normal values lie. */
    private static final double TWO_SIDED = 1.959963984540054;
    /** Maps are smooth, so that the share of voxels varies around the 5 % that chance gives. */
    private static final double NOTABLE = 0.1;

    private static final double ROUNDING = 1e-20;

    /** Counts the voxels; see {@link GeneralLinearModel#skewness}. */
    static Skewness of(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design) {
        VoxelMatrix values = VoxelMatrix.of(data);
        double[][] basis = IndependentRegressors.of(design).basis();
        double limit = limit(values.maps());
        double[] residuals = new double[values.maps()];
        int[] voxels = {0, 0}; // those that are looked at, and the skewed ones of them
        values.forEach((first, n, rows) -> {
            for (int v = 0; v < n; v++) {
                for (int i = 0; i < rows.length; i++) residuals[i] = rows[i][v];
                double before = Columns.dot(residuals, residuals);
                Columns.removeProjection(residuals, basis);
                if (Columns.dot(residuals, residuals) <= ROUNDING * before) continue;
                voxels[0]++;
                if (Math.abs(skewness(residuals)) > limit) voxels[1]++;
            }
        });
        return new Skewness(values.maps(), limit, voxels[0], voxels[1]);
    }

    /** The third moment about the mean over the 1.5th power of the second. */
    static double skewness(double[] values) {
        double mean = 0, squares = 0, cubes = 0;
        for (double value : values) mean += value / values.length;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
            cubes += Math.pow(value - mean, 3) / values.length;
        }
        return cubes / Math.pow(squares, 1.5);
    }

    /** D'Agostino's normal approximation, solved for the skewness. */
    static double limit(int rows) {
        if (rows < LEAST_ROWS) return Double.POSITIVE_INFINITY;
        double n = rows;
        double kurtosis = 3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
        double w2 = Math.sqrt(2 * (kurtosis - 1)) - 1;
        double delta = 1 / Math.sqrt(Math.log(w2) / 2);
        double alpha = Math.sqrt(2 / (w2 - 1));
        return alpha * Math.sinh(TWO_SIDED / delta) * Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
    }

    /** The share of voxels that are skewed, 0.05 or so if errors are normal. */
    public double share() {
        return voxels == 0 ? 0 : (double) skewed / voxels;
    }

    /** What a reader of a test by sign flips should know; empty if the residuals are hardly more skewed than normal ones. */
    public String sentence() {
        if (share() <= NOTABLE) return "";
        return String.format(
                Locale.ROOT,
                "The data are skewed: in %.0f %% of the tests the skewness of the residuals is beyond ±%.2f, against 5 %% expected for normal errors. Sign flips assume that errors are symmetric about zero, so look at the data"
                        + " (Carpet..., for maps) and consider transforming the values.",
                100 * share(),
                limit);
    }
}
