package cohort.permute.tile;

import java.util.Arrays;

/**
 * Sums over subjects in single precision, for all voxels of a tile at once. Each array is a parameter of its own, and no more than
 * eight products are in a loop: only so does the compiler use vectors. Products and sums are rounded one by one, so that the result
 * is the same on every machine.
 */
public final class FloatProducts {
    /** Subjects that are added at once. */
    public static final int ROWS = 4;

    /** What {@link #fold} leaves: each lane stands for every 64th voxel. */
    public static final int LANES = VoxelTile.SIZE / 8;

    private static final int SIZE = VoxelTile.SIZE;

    private FloatProducts() {}

    /** Subjects and those that fill up the last {@link #ROWS}. */
    public static int padded(int subjects) {
        return (subjects + ROWS - 1) / ROWS * ROWS;
    }

    /**
     * Adds the products of four rows, of a given length, with four weights, two and two and then all of them. One column of sums at
     * a time: a loop over two is too long for the compiler to use vectors for every caller.
     */
    public static void add(
            int length,
            float[] sum,
            float u0,
            float u1,
            float u2,
            float u3,
            float[] p,
            float[] q,
            float[] r,
            float[] s) {
        for (int j = 0; j < length; j++) sum[j] = sum[j] + ((u0 * p[j] + u1 * q[j]) + (u2 * r[j] + u3 * s[j]));
    }

    /** Adds the squares of two columns. */
    public static void addSquares(float[] a, float[] b, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += a[j] * a[j] + b[j] * b[j];
    }

    /** Adds the squares of a column. */
    public static void addSquares(float[] a, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += a[j] * a[j];
    }

    /** What is left of a number when two others are taken off. */
    public static void subtract(float from, float[] a, float[] b, float[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = from - a[j] - b[j];
    }

    /** What is left of a number when others are taken off. */
    public static void subtract(float from, float[] a, float[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = from - a[j];
    }

    /** 1 − x − (factor · y + z)². */
    public static void subtractSquares(float factor, float[] y, float[] z, float[] x, float[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = 1 - x[j] - (factor * y[j] + z[j]) * (factor * y[j] + z[j]);
    }

    /** x − factor · y − constant. */
    public static void subtract(float[] x, float factor, float[] y, float constant, float[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = x[j] - factor * y[j] - constant;
    }

    /** Adds a column. */
    public static void add(float[] a, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += a[j];
    }

    /**
     * Finds numbers below a limit.
     *
     * @param lanes room for {@link #LANES} numbers
     * @param length how many numbers count
     * @param found takes their places, ascending
     * @return how many there are
     */
    public static int below(float limit, float[] x, float[] lanes, int length, int[] found) {
        fold(x, lanes);
        int count = 0;
        for (int lane = 0; lane < LANES; lane++)
            if (lanes[lane] < limit) for (int j = lane; j < length; j += LANES) if (x[j] < limit) found[count++] = j;
        Arrays.sort(found, 0, count);
        return count;
    }

    /** The least of the numbers that are {@link #LANES} or a multiple of it apart. */
    private static void fold(float[] x, float[] lanes) {
        for (int j = 0; j < LANES; j++)
            lanes[j] = Math.min(
                    Math.min(Math.min(x[j], x[j + LANES]), Math.min(x[j + 2 * LANES], x[j + 3 * LANES])),
                    Math.min(
                            Math.min(x[j + 4 * LANES], x[j + 5 * LANES]),
                            Math.min(x[j + 6 * LANES], x[j + 7 * LANES])));
    }
}
