package cohort.glm;

import org.ejml.data.DMatrixRMaj;

/**
 * A fitted model.
 *
 * @param betas the coefficients, regressors x voxels
 * @param covariance the covariance of the coefficients for noise of unit variance, regressors x regressors
 * @param dispersion the variance of the residuals of each voxel, with divisor subjects - regressors
 * @param rank the rank of the design
 * @param subjects rows of the design
 */
public record LeastSquares(DMatrixRMaj betas, DMatrixRMaj covariance, double[] dispersion, int rank, int subjects) {

    /** Residual degrees of freedom: subjects - rank. */
    public int degreesOfFreedom() {
        return subjects - rank;
    }

    /** Number of regressors. */
    public int regressors() {
        return covariance.numRows;
    }

    /** Number of voxels. */
    public int voxels() {
        return dispersion.length;
    }
}
