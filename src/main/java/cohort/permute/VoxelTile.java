package cohort.permute;

import java.util.Arrays;

/**
 * A run of voxels that stays in cache while every shuffle visits it. Its data are cleared of the nuisance and scaled to
 * unit length in each voxel, so that the statistic of a shuffled design is a function of inner products with it. One
 * instance per thread.
 */
final class VoxelTile {
    static final int SIZE = 256;

    /** Data whose residual is shorter than this fraction of them are explained by the nuisance alone. */
    private static final double ZERO = 1e-10;
    /** The least 1 - r² that a statistic is divided by; r² = 1 up to rounding. */
    private static final double LEAST = 1e-16;

    private final double[] data;
    private final int voxels;
    private final ModelPartition model;
    private final double[] residuals;
    private final double[] dot = new double[SIZE];
    private final double[] explained = new double[SIZE];
    private int first;
    private int length;

    /** @param data subjects x voxels, voxels fastest */
    VoxelTile(double[] data, int voxels, ModelPartition model) {
        this.data = data;
        this.voxels = voxels;
        this.model = model;
        this.residuals = new double[data.length / voxels * SIZE];
    }

    /** Moves to the tile that begins at a voxel. */
    void moveTo(int voxel) {
        first = voxel;
        length = Math.min(SIZE, voxels - voxel);
        int subjects = residuals.length / SIZE;
        double[] y = new double[subjects];
        for (int j = 0; j < length; j++) {
            for (int i = 0; i < subjects; i++) y[i] = data[i * voxels + first + j];
            double norm = norm(y);
            ModelPartition.removeProjection(y, model.nuisance());
            double left = norm(y);
            double scale = left > ZERO * norm ? 1 / left : 0;
            for (int i = 0; i < subjects; i++) residuals[i * SIZE + j] = y[i] * scale;
        }
    }

    int first() {
        return first;
    }

    int length() {
        return length;
    }

    /**
     * The t of each voxel of the tile.
     *
     * @param design the shuffled effect and the shuffled nuisance that the shuffle does not leave as it is
     * @param t the result, valid up to {@link #length()}
     */
    void t(double[][] design, double[] t) {
        Arrays.fill(explained, 0);
        for (int c = 1; c < design.length; c++) {
            multiply(design[c]);
            for (int j = 0; j < SIZE; j++) explained[j] += dot[j] * dot[j];
        }
        multiply(design[0]);
        double degrees = model.degreesOfFreedom();
        for (int j = 0; j < SIZE; j++) {
            double rest = Math.max(LEAST, 1 - explained[j] - dot[j] * dot[j]);
            t[j] = dot[j] * Math.sqrt(degrees / rest);
        }
    }

    private void multiply(double[] weights) {
        Arrays.fill(dot, 0);
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            int row = i * SIZE;
            for (int j = 0; j < SIZE; j++) dot[j] += weight * residuals[row + j];
        }
    }

    private static double norm(double[] y) {
        double sum = 0;
        for (double v : y) sum += v * v;
        return Math.sqrt(sum);
    }
}
