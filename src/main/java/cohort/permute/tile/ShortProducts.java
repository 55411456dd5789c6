package cohort.permute.tile;

/**
 * Arithmetic in 16 bits on a run of voxels, whose sums wrap around. A vector instruction takes twice as many of these numbers
 * as of single precision; what a loop spends before and after its vector instructions makes a long run pay. Each array is a
 * parameter of its own and the length a constant: only so does the compiler use vectors.
 */
public final class ShortProducts {
    /** Tiles in a run. */
    public static final int TILES = 8;
    /** Voxels in a run. */
    public static final int SIZE = TILES * VoxelTile.SIZE;
    /** Rows that {@link #add} takes at once. */
    static final int ROWS = 5;
    /** What {@link #fold} leaves: each lane stands for every 512th voxel. */
    public static final int LANES = SIZE / 8;

    private ShortProducts() {}

    /**
     * Adds the products of {@link #ROWS} rows of voxels with two columns' weights for them.
     *
     * @param i the first of the weights
     */
    static void add(
            short[] a, short[] u, short[] b, short[] v, int i, short[] p, short[] q, short[] r, short[] s, short[] t) {
        int u0 = u[i], u1 = u[i + 1], u2 = u[i + 2], u3 = u[i + 3], u4 = u[i + 4];
        int v0 = v[i], v1 = v[i + 1], v2 = v[i + 2], v3 = v[i + 3], v4 = v[i + 4];
        for (int j = 0; j < SIZE; j++) {
            int x0 = p[j], x1 = q[j], x2 = r[j], x3 = s[j], x4 = t[j], x = a[j], y = b[j];
            a[j] = (short) (x + u0 * x0 + u1 * x1 + u2 * x2 + u3 * x3 + u4 * x4);
            b[j] = (short) (y + v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3 + v4 * x4);
        }
    }

    /** The squares of the upper eight bits. */
    public static void square(short[] x, short[] squares) {
        for (int j = 0; j < SIZE; j++) squares[j] = (short) ((x[j] >> 8) * (x[j] >> 8));
    }

    /** Adds the squares of the upper eight bits. */
    public static void addSquares(short[] x, short[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] = (short) (sum[j] + (x[j] >> 8) * (x[j] >> 8));
    }

    /** What is left of a number when one, and a factor times 1/64 of another one rounded down, are taken off. */
    public static void subtract(int from, short[] x, int factor, short[] y, short[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = (short) (from - x[j] - factor * (y[j] >> 6));
    }

    /** Joins by or the numbers that are {@link #LANES} or a multiple of it apart. */
    public static void fold(short[] x, short[] lanes) {
        for (int j = 0; j < LANES; j++)
            lanes[j] = (short) (x[j]
                    | x[j + LANES]
                    | x[j + 2 * LANES]
                    | x[j + 3 * LANES]
                    | x[j + 4 * LANES]
                    | x[j + 5 * LANES]
                    | x[j + 6 * LANES]
                    | x[j + 7 * LANES]);
    }
}
