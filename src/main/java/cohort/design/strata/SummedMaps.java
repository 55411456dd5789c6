package cohort.design.strata;

import cohort.matrix.VoxelMatrix;
import java.util.Arrays;

/**
 * Weighted sums of maps, made when they are read. Sums that cancel but for rounding are 0.
 *
 * @param of the maps
 * @param weights sums x maps
 */
record SummedMaps(VoxelMatrix of, double[][] weights) implements VoxelMatrix {
    /** What is left of terms that cancel, relative to their sizes. */
    private static final double ROUNDING = 1e-13;

    @Override
    public int voxels() {
        return of.voxels();
    }

    @Override
    public int maps() {
        return weights.length;
    }

    @Override
    public boolean isHeld() {
        return of.isHeld();
    }

    @Override
    public void read(int first, int n, double[][] rows) {
        double[][] values = new double[of.maps()][n];
        of.read(first, n, values);
        sum(weights, values, rows, n);
    }

    /**
     * Adds up.
     *
     * @param weights sums x maps
     * @param values maps x n
     * @param rows gets the sums, sums x n
     */
    static void sum(double[][] weights, double[][] values, double[][] rows, int n) {
        double[] sizes = new double[n];
        for (int r = 0; r < weights.length; r++) {
            Arrays.fill(rows[r], 0, n, 0);
            Arrays.fill(sizes, 0);
            for (int i = 0; i < values.length; i++)
                if (weights[r][i] != 0) add(weights[r][i], values[i], rows[r], sizes);
            for (int v = 0; v < n; v++) if (Math.abs(rows[r][v]) <= ROUNDING * sizes[v]) rows[r][v] = 0;
        }
    }

    private static void add(double weight, double[] values, double[] sum, double[] sizes) {
        for (int v = 0; v < values.length; v++) {
            double term = weight * values[v];
            sum[v] += term;
            sizes[v] += Math.abs(term);
        }
    }
}
