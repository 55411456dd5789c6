package cohort.glm;

import cohort.design.matrix.IndependentRegressors;

/**
 * A fitted model.
 *
 * @param regressors what the design spans
 * @param coefficients of the orthonormal basis of the design, rank x voxels
 * @param dispersion the variance of the residuals of each voxel, with divisor subjects − rank; NaN where the residuals are not
 *     larger than rounding errors, so that there is nothing to compare an effect with
 */
public record LeastSquares(IndependentRegressors regressors, double[][] coefficients, double[] dispersion) {

    /** Residual degrees of freedom: subjects − rank. */
    public int degreesOfFreedom() {
        return regressors.degreesOfFreedom();
    }

    /** Number of voxels. */
    public int voxels() {
        return dispersion.length;
    }
}
