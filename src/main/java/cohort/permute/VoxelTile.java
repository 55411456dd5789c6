package cohort.permute;

import java.util.Arrays;

/**
 * A run of voxels that stays in cache while every shuffle visits it. Its data are cleared of the nuisance and scaled to
 * unit length in each voxel, so that the statistic of a shuffled design is a function of inner products with it. One
 * instance per thread.
 *
 * <p>The statistic of one voxel ({@link #value}) and that of the whole tile ({@link #values}) are the same sums in the same order: they agree to the last bit.
 */
final class VoxelTile {
    static final int SIZE = 512;

    /** Data of whose square no more than this fraction is left are explained by the nuisance alone. */
    private static final double ZERO = 1e-20;

    private final double[] data;
    private final int voxels;
    private final int subjects;
    private final double[][] removed;
    private final TestStatistic statistic;
    private final double[][] residuals;
    private final double[] before = new double[SIZE];
    private final double[] scale = new double[SIZE];
    private final double[] dot = new double[SIZE];
    private final double[] gained = new double[SIZE];
    private final double[] explained = new double[SIZE];
    private int first;
    private int length;

    /**
     * @param data subjects x voxels, voxels fastest
     * @param removed orthonormal columns that the data are cleared of
     */
    VoxelTile(double[] data, int voxels, double[][] removed, TestStatistic statistic) {
        this.data = data;
        this.voxels = voxels;
        this.subjects = data.length / voxels;
        this.removed = removed;
        this.statistic = statistic;
        this.residuals = new double[subjects][SIZE];
    }

    /** Moves to the tile that begins at a voxel; places beyond the last voxel hold zeros. */
    void moveTo(int voxel) {
        first = voxel;
        length = Math.min(SIZE, voxels - voxel);
        for (int i = 0; i < subjects; i++) {
            System.arraycopy(data, i * voxels + first, residuals[i], 0, length);
            Arrays.fill(residuals[i], length, SIZE, 0);
        }
        sumSquaresOfResiduals(before);
        for (int pass = 0; pass < 2; pass++) // once leaves a rounding error
        for (double[] column : removed) {
                multiply(column);
                for (int i = 0; i < subjects; i++) add(residuals[i], -column[i], dot);
            }
        sumSquaresOfResiduals(scale);
        for (int j = 0; j < SIZE; j++) scale[j] = scale[j] > ZERO * before[j] ? 1 / Math.sqrt(scale[j]) : 0;
        for (int i = 0; i < subjects; i++) scale(residuals[i], scale);
    }

    private void sumSquaresOfResiduals(double[] sum) {
        Arrays.fill(sum, 0);
        for (double[] row : residuals) addSquares(sum, row);
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
     * The statistic of each voxel of the tile.
     *
     * @param design the shuffled effect and the shuffled nuisance that the shuffle does not leave as it is
     * @param values the result, valid up to {@link #length()}
     */
    void values(double[][] design, double[] values) {
        int effects = statistic.effects();
        sumSquares(design, effects, design.length, explained);
        if (statistic.isSigned()) {
            multiply(design[0]);
            for (int j = 0; j < SIZE; j++) values[j] = statistic.t(dot[j], explained[j]);
        } else {
            sumSquares(design, 0, effects, gained);
            for (int j = 0; j < SIZE; j++) values[j] = statistic.f(gained[j], explained[j]);
        }
    }

    private void sumSquares(double[][] design, int from, int to, double[] sum) {
        Arrays.fill(sum, 0);
        for (int c = from; c < to; c++) {
            multiply(design[c]);
            addSquares(sum, dot);
        }
    }

    /** The statistic of one voxel of the tile. */
    double value(double[][] design, int j) {
        int effects = statistic.effects();
        double nuisance = sumOfSquares(design, effects, design.length, j);
        return statistic.isSigned()
                ? statistic.t(dot(design[0], j), nuisance)
                : statistic.f(sumOfSquares(design, 0, effects, j), nuisance);
    }

    private double sumOfSquares(double[][] design, int from, int to, int j) {
        double sum = 0;
        for (int c = from; c < to; c++) {
            double dot = dot(design[c], j);
            sum += dot * dot;
        }
        return sum;
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

    private static void addSquares(double[] sum, double[] x) {
        for (int j = 0; j < SIZE; j++) sum[j] += x[j] * x[j];
    }

    private static void scale(double[] x, double[] by) {
        for (int j = 0; j < SIZE; j++) x[j] *= by[j];
    }
}
