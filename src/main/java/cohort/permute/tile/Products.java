package cohort.permute.tile;

import java.util.Arrays;

/**
 * Sums over subjects, for all voxels of a {@link VoxelTile} at once. Each array is a parameter of its own: only so does the
 * compiler see that no two overlap, and uses vectors.
 */
public final class Products {
    private static final int SIZE = VoxelTile.SIZE;

    private Products() {}

    /**
     * The inner product of each voxel's numbers with weights. Four subjects at once save traffic to the sums; the order of
     * additions is that of one voxel alone ({@link #dot}).
     *
     * @param weights one per subject
     * @param rows subjects x voxels
     * @param sum the result
     */
    public static void multiply(double[] weights, double[][] rows, double[] sum) {
        Arrays.fill(sum, 0);
        int i = 0;
        for (; i + 3 < rows.length; i += 4) add(sum, weights, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
        for (; i < rows.length; i++) add(sum, weights[i], rows[i]);
    }

    /** The inner product of one voxel's numbers, to the last bit that of {@link #multiply}. */
    public static double dot(double[] weights, double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) sum += weights[i] * numbers[i];
        return sum;
    }

    /**
     * The inner products of one voxel's numbers with some columns of weights, to the last bit those of {@link #dot}. Four at once do
     * not wait for each other.
     *
     * @param products the result, one number a column from index 0
     */
    public static void dots(double[][] weights, int from, int to, double[] numbers, double[] products) {
        int c = from;
        for (; c + 3 < to; c += 4)
            dots(weights[c], weights[c + 1], weights[c + 2], weights[c + 3], numbers, products, c - from);
        for (; c < to; c++) products[c - from] = dot(weights[c], numbers);
    }

    private static void dots(
            double[] u, double[] v, double[] w, double[] x, double[] numbers, double[] products, int at) {
        double a = 0, b = 0, c = 0, d = 0;
        for (int i = 0; i < numbers.length; i++) {
            a += u[i] * numbers[i];
            b += v[i] * numbers[i];
            c += w[i] * numbers[i];
            d += x[i] * numbers[i];
        }
        products[at] = a;
        products[at + 1] = b;
        products[at + 2] = c;
        products[at + 3] = d;
    }

    /** The sum of squares of each voxel's numbers. */
    static void sumSquares(double[][] rows, double[] sum) {
        Arrays.fill(sum, 0);
        for (double[] row : rows) addSquares(sum, row);
    }

    /** Adds a times x. */
    public static void add(double[] sum, double a, double[] x) {
        for (int j = 0; j < SIZE; j++) sum[j] += a * x[j];
    }

    /** Adds the squares of x. */
    public static void addSquares(double[] sum, double[] x) {
        for (int j = 0; j < SIZE; j++) sum[j] += x[j] * x[j];
    }

    static void scale(double[] x, double[] by) {
        for (int j = 0; j < SIZE; j++) x[j] *= by[j];
    }

    private static void add(double[] sum, double[] weights, int i, double[] x, double[] y, double[] z, double[] u) {
        double a = weights[i], b = weights[i + 1], c = weights[i + 2], d = weights[i + 3];
        for (int j = 0; j < SIZE; j++) sum[j] = sum[j] + a * x[j] + b * y[j] + c * z[j] + d * u[j];
    }
}
