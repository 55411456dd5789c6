package cohort.glm;

import cohort.matrix.VoxelMatrix;
import java.util.Arrays;

/** Fits the voxels of a tile by least squares. One instance per thread. */
final class Residuals {
    /** Residuals that are no larger than this, relative to the data, are rounding errors. */
    private static final double ROUNDING = 1e-13;

    private final double[][] basis;
    private final int degreesOfFreedom;
    private final double[][] coefficients;
    private final double[] left = new double[VoxelMatrix.TILE],
            all = new double[VoxelMatrix.TILE],
            residual = new double[VoxelMatrix.TILE];

    /** @param basis orthonormal columns, rank x subjects */
    Residuals(double[][] basis, int degreesOfFreedom) {
        this.basis = basis;
        this.degreesOfFreedom = degreesOfFreedom;
        this.coefficients = new double[basis.length][VoxelMatrix.TILE];
    }

    /**
     * Fits some voxels.
     *
     * @param rows subjects x voxels
     * @param n number of voxels
     */
    void fit(double[][] rows, int n) {
        for (int k = 0; k < basis.length; k++) {
            Arrays.fill(coefficients[k], 0);
            for (int s = 0; s < rows.length; s++) add(coefficients[k], basis[k][s], rows[s], n);
        }
        Arrays.fill(left, 0);
        Arrays.fill(all, 0);
        for (int s = 0; s < rows.length; s++) {
            System.arraycopy(rows[s], 0, residual, 0, n);
            for (int v = 0; v < n; v++) all[v] += residual[v] * residual[v];
            for (int k = 0; k < basis.length; k++) add(residual, -basis[k][s], coefficients[k], n);
            for (int v = 0; v < n; v++) left[v] += residual[v] * residual[v];
        }
        for (int v = 0; v < n; v++)
            left[v] = left[v] > ROUNDING * ROUNDING * all[v] ? left[v] / degreesOfFreedom : Double.NaN;
    }

    /** Of the basis, rank x voxels; valid until the next fit. */
    double[][] coefficients() {
        return coefficients;
    }

    /** The variance of the residuals, NaN where these are rounding errors; valid until the next fit. */
    double[] dispersion() {
        return left;
    }

    private static void add(double[] sum, double factor, double[] values, int n) {
        for (int v = 0; v < n; v++) sum[v] += factor * values[v];
    }
}
