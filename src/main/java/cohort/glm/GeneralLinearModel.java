package cohort.glm;

import cohort.InputException;
import cohort.design.matrix.Columns;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import cohort.matrix.VoxelMatrix;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ordinary least squares in every voxel, in double precision. Statistics do not depend on the units or the origins of
 * regressors, nor on the units of the data.
 */
public final class GeneralLinearModel {
    private GeneralLinearModel() {}

    /**
     * Fits the design to every voxel.
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects
     * @param design the design matrix, subjects x regressors, which may be linearly dependent
     * @return coefficients and residual variance
     * @throws InputException if the design does not have one row for each subject, or leaves no residual degrees of
     *     freedom
     */
    public static LeastSquares fit(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design) {
        int voxels = (int) data.dimension(0), subjects = (int) data.dimension(1);
        if (design.numRows != subjects)
            throw new InputException("design: found " + design.numRows + " rows, expected one for each of the "
                    + subjects + " subjects.");
        IndependentRegressors regressors = IndependentRegressors.of(design);
        if (regressors.rank() == 0)
            throw new InputException("design: found 0 for every regressor and subject, expected a regressor.");
        if (regressors.degreesOfFreedom() < 1)
            throw new InputException("design: found " + regressors.rank() + " independent regressors for " + subjects
                    + " subjects, expected fewer regressors than subjects; drop covariates.");
        VoxelMatrix values = VoxelMatrix.of(data);
        double[][] basis = regressors.basis();
        double[][] coefficients = new double[basis.length][voxels];
        double[] dispersion = new double[voxels];
        Residuals residuals = new Residuals(basis, regressors.degreesOfFreedom());
        values.forEach((first, n, rows) -> {
            residuals.fit(rows, n);
            for (int k = 0; k < basis.length; k++)
                System.arraycopy(residuals.coefficients()[k], 0, coefficients[k], first, n);
            System.arraycopy(residuals.dispersion(), 0, dispersion, first, n);
        });
        return new LeastSquares(regressors, coefficients, dispersion);
    }

    /**
     * Tests a contrast of the coefficients: t for one row, F for several.
     *
     * @param fit a fitted model
     * @param contrast the weights of the regressors, independent rows x regressors
     * @return the maps of the contrast; statistic, p and z are NaN where the variance is
     * @throws InputException if there is not one weight for each regressor, or the contrast is not estimable or has
     *     linearly dependent rows
     */
    public static ContrastMaps contrast(LeastSquares fit, DMatrixRMaj contrast) {
        if (contrast.numCols != fit.regressors().regressors())
            throw new InputException("contrast: found " + contrast.numCols + " weights, expected one for each of the "
                    + fit.regressors().regressors() + " regressors.");
        Estimate estimate = estimate(fit.regressors(), contrast);
        return contrast.numRows == 1 ? t(fit, estimate) : f(fit, estimate);
    }

    /**
     * Finds the voxels in which nothing can be tested.
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the maps
     * @param models all that are to be tested
     * @return which voxels can be tested, and why the others cannot
     */
    public static UntestableVoxels untestable(
            RandomAccessibleInterval<? extends RealType<?>> data, List<UntestableVoxels.Model> models) {
        VoxelMatrix maps = VoxelMatrix.of(data);
        int voxels = maps.voxels();
        boolean[] inside = new boolean[voxels];
        maps.forEach((first, n, rows) -> {
            for (double[] row : rows) for (int v = 0; v < n; v++) inside[first + v] |= row[v] != rows[0][v];
        });
        int constant = voxels - UntestableVoxels.count(inside);
        for (UntestableVoxels.Model model : models) {
            double[] dispersion = model.dispersion(data);
            for (int v = 0; v < voxels; v++) inside[v] &= !Double.isNaN(dispersion[v]);
        }
        return new UntestableVoxels(inside, constant);
    }

    /**
     * Counts the voxels whose residuals are skewed. Skewness is m3 / m2^1.5, with the moments about the residuals' mean; its
     * limit in normal samples follows from D'Agostino 1970 (Biometrika 57:679). Residuals of a model with covariates are a
     * little closer to normal than the errors, so that slightly too few voxels are counted.
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the rows of the design
     * @param design rows x regressors
     * @return what was found
     */
    public static Skewness skewness(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design) {
        return Skewness.of(data, design);
    }

    /** @throws InputException if the design does not determine the contrast, or its rows depend on each other */
    private static Estimate estimate(IndependentRegressors regressors, DMatrixRMaj contrast) {
        double[][] rows = Columns.of(CommonOps_DDRM.transpose(contrast, null));
        Estimate estimate = Estimate.required(regressors, rows);
        if (estimate.rank() < rows.length)
            throw new InputException("contrast: found " + rows.length + " rows of which " + estimate.rank()
                    + " are independent, expected independent ones; drop those that follow from the rest.");
        return estimate;
    }

    private static ContrastMaps t(LeastSquares fit, Estimate estimate) {
        int voxels = fit.voxels();
        double scale = estimate.scales()[0];
        double[] effect = sum(estimate.rows()[0], fit), variance = new double[voxels], t = new double[voxels];
        for (int v = 0; v < voxels; v++) {
            double dispersion = fit.dispersion()[v];
            t[v] = effect[v] / Math.sqrt(dispersion);
            effect[v] *= scale;
            variance[v] = scale * scale * dispersion;
        }
        return new TailProbabilities(TDistribution.of(fit.degreesOfFreedom())).maps(effect, variance, t);
    }

    private static ContrastMaps f(LeastSquares fit, Estimate estimate) {
        int voxels = fit.voxels(), rows = estimate.rank();
        double[] squares = new double[voxels], effect = new double[voxels], f = new double[voxels];
        for (double[] direction : estimate.directions()) {
            double[] along = sum(direction, fit);
            for (int v = 0; v < voxels; v++) squares[v] += along[v] * along[v];
        }
        for (int v = 0; v < voxels; v++) {
            effect[v] = Math.sqrt(squares[v]);
            f[v] = squares[v] / rows / fit.dispersion()[v];
        }
        return new TailProbabilities(FDistribution.of(rows, fit.degreesOfFreedom()))
                .maps(effect, fit.dispersion().clone(), f);
    }

    /** A weighted sum of the coefficients, in every voxel. */
    private static double[] sum(double[] weights, LeastSquares fit) {
        double[] sum = new double[fit.voxels()];
        for (int k = 0; k < weights.length; k++) Columns.add(sum, weights[k], fit.coefficients()[k]);
        return sum;
    }
}
