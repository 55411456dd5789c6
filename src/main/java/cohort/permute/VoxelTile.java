package cohort.permute;

import java.util.Arrays;

/**
 * A run of voxels that stays in cache while every shuffle visits it. Its data are cleared of the nuisance and scaled to
 * unit length in each voxel, so that the statistic of a shuffled design is a function of inner products with it. One
 * instance per thread.
 *
 * <p>The statistic of one voxel ({@link #t(double[][], int)}) and that of the whole tile ({@link #t(double[][],
 * double[])}) are the same sums in the same order: they agree to the last bit.
 */
final class VoxelTile {
    static final int SIZE = 512;

    /** Data whose residual is shorter than this fraction of them are explained by the nuisance alone. */
    private static final double ZERO = 1e-10;
    /** The least 1 - r² that a statistic is divided by; r² = 1 up to rounding. */
    private static final double LEAST = 1e-16;

    private final double[] data;
    private final int voxels;
    private final int subjects;
    private final ModelPartition model;
    private final double[][] residuals;
    private final double[] dot = new double[SIZE];
    private final double[] explained = new double[SIZE];
    private int first;
    private int length;

    /** @param data subjects x voxels, voxels fastest */
    VoxelTile(double[] data, int voxels, ModelPartition model) {
        this.data = data;
        this.voxels = voxels;
        this.subjects = data.length / voxels;
        this.model = model;
        this.residuals = new double[subjects][SIZE];
    }

    /** Moves to the tile that begins at a voxel; places beyond the last voxel hold zeros. */
    void moveTo(int voxel) {
        first = voxel;
        length = Math.min(SIZE, voxels - voxel);
        double[] y = new double[subjects];
        for (int j = 0; j < SIZE; j++) {
            if (j < length) for (int i = 0; i < subjects; i++) y[i] = data[i * voxels + first + j];
            else Arrays.fill(y, 0);
            double before = ModelPartition.norm(y);
            ModelPartition.removeProjection(y, model.nuisance());
            double left = ModelPartition.norm(y);
            double scale = left > ZERO * before ? 1 / left : 0;
            for (int i = 0; i < subjects; i++) residuals[i][j] = y[i] * scale;
        }
    }

    int first() {
        return first;
    }

    int length() {
        return length;
    }

    int subjects() {
        return subjects;
    }

    /** The scaled residuals of a subject, one for each voxel of the tile; not to be written to. */
    double[] residuals(int subject) {
        return residuals[subject];
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

    /** The t of one voxel of the tile. */
    double t(double[][] design, int j) {
        double squares = 0;
        for (int c = 1; c < design.length; c++) {
            double a = dot(design[c], j);
            squares += a * a;
        }
        double b = dot(design[0], j);
        double rest = Math.max(LEAST, 1 - squares - b * b);
        return b * Math.sqrt(model.degreesOfFreedom() / rest);
    }

    private double dot(double[] weights, int j) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * residuals[i][j];
        return sum;
    }

    /** Two subjects at once halve the traffic to the sums; the order of additions is that of one voxel alone. */
    private void multiply(double[] weights) {
        Arrays.fill(dot, 0);
        int i = 0;
        for (; i + 1 < subjects; i += 2) add(dot, weights[i], residuals[i], weights[i + 1], residuals[i + 1]);
        if (i < subjects) add(dot, weights[i], residuals[i]);
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.
    private static void add(double[] sum, double a, double[] x, double b, double[] y) {
        for (int j = 0; j < SIZE; j++) sum[j] = sum[j] + a * x[j] + b * y[j];
    }

    private static void add(double[] sum, double a, double[] x) {
        for (int j = 0; j < SIZE; j++) sum[j] += a * x[j];
    }
}
