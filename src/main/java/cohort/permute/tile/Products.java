package cohort.permute.tile;

import java.util.Arrays;

/**
 * Sums over subjects, for all voxels of a {@link VoxelTile} at once. Each array is a parameter of its own: only so does the
 * compiler see that no two overlap, and uses vectors.
 */
public final class Products {
    private static final int SIZE = VoxelTile.SIZE;
    /** Inner products that are summed at once. */
    private static final int ABREAST = 8;

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
     * The inner products of one voxel's numbers with some columns of weights, to the last bit those of {@link #dot}. Eight at once do
     * not wait for each other.
     *
     * @param products the result, one number a column from index 0
     */
    public static void dots(double[][] weights, int from, int to, double[] numbers, double[] products) {
        for (int c = from; c < to; c += ABREAST) dots(weights, c, to - 1, numbers, products, c - from);
    }

    /** Where there are fewer, the last one is multiplied again, in the time that it takes alone. */
    private static void dots(double[][] weights, int first, int last, double[] numbers, double[] products, int at) {
        double[] s = weights[first], t = weights[Math.min(first + 1, last)], u = weights[Math.min(first + 2, last)];
        double[] v = weights[Math.min(first + 3, last)], w = weights[Math.min(first + 4, last)];
        double[] x = weights[Math.min(first + 5, last)], y = weights[Math.min(first + 6, last)];
        double[] z = weights[Math.min(first + 7, last)];
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (int i = 0; i < numbers.length; i++) {
            a += s[i] * numbers[i];
            b += t[i] * numbers[i];
            c += u[i] * numbers[i];
            d += v[i] * numbers[i];
            e += w[i] * numbers[i];
            f += x[i] * numbers[i];
            g += y[i] * numbers[i];
            h += z[i] * numbers[i];
        }
        double[] sums = {a, b, c, d, e, f, g, h};
        System.arraycopy(sums, 0, products, at, Math.min(ABREAST, last - first + 1));
    }

    /** The sum of squares of each voxel's numbers. */
    public static void sumSquares(double[][] rows, double[] sum) {
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
