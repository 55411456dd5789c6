package cohort.glm;

import cohort.InputException;
import cohort.mask.SubjectMatrix;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Ordinary least squares in every voxel, as nilearn's second-level model, in double precision. */
public final class GeneralLinearModel {

    /** The least variance a statistic is divided by, as in nilearn 0.14.0. */
    private static final double LEAST_VARIANCE = 1e-50;

    private GeneralLinearModel() {}

    /**
     * Fits the design to every voxel.
     *
     * @implNote op names='cohort.glm.fit'
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects
     * @param design the design matrix, subjects x regressors
     * @return coefficients and residual variance
     * @throws InputException if the design has another number of rows than there are subjects, or not fewer columns
     */
    public static LeastSquares fit(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design) {
        int voxels = (int) data.dimension(0), subjects = (int) data.dimension(1), regressors = design.numCols;
        if (design.numRows != subjects)
            throw new InputException("design: found " + design.numRows + " rows, expected one for each of the "
                    + subjects + " subjects.");
        if (regressors >= subjects)
            throw new InputException("design: found " + regressors + " regressors for " + subjects
                    + " subjects, expected fewer regressors than subjects; drop covariates.");
        DMatrixRMaj y = DMatrixRMaj.wrap(subjects, voxels, SubjectMatrix.values(data));
        DMatrixRMaj inverse = new DMatrixRMaj(regressors, subjects);
        CommonOps_DDRM.pinv(design, inverse);
        DMatrixRMaj betas = new DMatrixRMaj(regressors, voxels);
        CommonOps_DDRM.mult(inverse, y, betas);
        DMatrixRMaj covariance = new DMatrixRMaj(regressors, regressors);
        CommonOps_DDRM.multTransB(inverse, inverse, covariance);
        double[] dispersion = residualSumOfSquares(y, design, betas);
        for (int v = 0; v < voxels; v++) dispersion[v] /= subjects - regressors;
        return new LeastSquares(betas, covariance, dispersion, rank(design), subjects);
    }

    /**
     * Tests a contrast of the coefficients: t for one row, F for several.
     *
     * @implNote op names='cohort.glm.contrast'
     * @param fit a fitted model
     * @param contrast the weights of the regressors, rows x regressors, of full row rank
     * @return the maps of the contrast
     */
    public static ContrastMaps contrast(LeastSquares fit, DMatrixRMaj contrast) {
        if (contrast.numCols != fit.regressors())
            throw new InputException("contrast: found " + contrast.numCols + " weights, expected one for each of the "
                    + fit.regressors() + " regressors.");
        return contrast.numRows == 1 ? t(fit, contrast) : f(fit, contrast);
    }

    private static ContrastMaps t(LeastSquares fit, DMatrixRMaj contrast) {
        int voxels = fit.voxels();
        double[] effect = multiply(contrast, fit.betas()).data;
        double scale = quadratic(contrast, fit.covariance()).get(0, 0);
        double[] variance = new double[voxels], t = new double[voxels];
        for (int v = 0; v < voxels; v++) {
            variance[v] = scale * fit.dispersion()[v];
            t[v] = effect[v] / Math.sqrt(Math.max(variance[v], LEAST_VARIANCE));
        }
        return new TailProbabilities(TDistribution.of(fit.degreesOfFreedom())).maps(effect, variance, t);
    }

    private static ContrastMaps f(LeastSquares fit, DMatrixRMaj contrast) {
        int voxels = fit.voxels(), rows = contrast.numRows;
        DMatrixRMaj estimate = multiply(contrast, fit.betas());
        DMatrixRMaj inverse = new DMatrixRMaj(rows, rows);
        CommonOps_DDRM.pinv(quadratic(contrast, fit.covariance()), inverse);
        DMatrixRMaj whitened = multiply(inverse, estimate);
        double[] effect = new double[voxels], variance = fit.dispersion().clone(), f = new double[voxels];
        for (int v = 0; v < voxels; v++) {
            double squares = 0;
            for (int r = 0; r < rows; r++) squares += estimate.get(r, v) * whitened.get(r, v);
            effect[v] = Math.sqrt(squares);
            f[v] = squares / rows / Math.max(variance[v], LEAST_VARIANCE);
        }
        return new TailProbabilities(FDistribution.of(rows, fit.degreesOfFreedom())).maps(effect, variance, f);
    }

    /** Number of singular values that rounding cannot explain, by nilearn's limit: ε times the sum of |X|. */
    static int rank(DMatrixRMaj design) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(design.numRows, design.numCols, false, false, false);
        if (!svd.decompose(design.copy()))
            throw new InputException("design: its singular values cannot be computed; check it for huge numbers.");
        double limit = Math.ulp(1.0) * CommonOps_DDRM.elementSumAbs(design);
        int rank = 0;
        for (int s = 0; s < svd.numberOfSingularValues(); s++) if (svd.getSingularValues()[s] > limit) rank++;
        return rank;
    }

    private static double[] residualSumOfSquares(DMatrixRMaj y, DMatrixRMaj design, DMatrixRMaj betas) {
        int voxels = y.numCols;
        double[] sum = new double[voxels], residual = new double[voxels];
        for (int s = 0; s < y.numRows; s++) {
            System.arraycopy(y.data, s * voxels, residual, 0, voxels);
            for (int r = 0; r < design.numCols; r++) {
                double x = design.get(s, r);
                int row = r * voxels;
                for (int v = 0; v < voxels; v++) residual[v] -= x * betas.data[row + v];
            }
            for (int v = 0; v < voxels; v++) sum[v] += residual[v] * residual[v];
        }
        return sum;
    }

    private static DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static DMatrixRMaj quadratic(DMatrixRMaj c, DMatrixRMaj m) {
        DMatrixRMaj product = new DMatrixRMaj(c.numRows, c.numRows);
        CommonOps_DDRM.multTransB(multiply(c, m), c, product);
        return product;
    }
}
