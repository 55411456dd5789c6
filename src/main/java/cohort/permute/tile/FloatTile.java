package cohort.permute.tile;

/** Numbers of a tile's voxels, or of what else has numbers, in single precision. One instance per thread. */
public final class FloatTile {
    /** Half of what the last digit is worth: a number is off by this fraction of itself at most. */
    public static final double ROUNDING = 0x1p-24;

    /** What is lost of a number so small that it has fewer digits, at most. */
    public static final double TINY = 0x1p-120;

    private static final InnerProducts PRODUCTS = InnerProducts.create();

    private final InnerProducts products = InnerProducts.create();
    private final float[][] rows, padded;
    private final float[] arranged;

    /** @param terms how many numbers a voxel has */
    public FloatTile(int terms) {
        this(terms, VoxelTile.SIZE);
    }

    /** @param width the number of voxels, or of what else has numbers */
    public FloatTile(int terms, int width) {
        rows = new float[terms][width];
        padded = new float[FloatProducts.padded(terms)][];
        for (int i = 0; i < padded.length; i++) padded[i] = rows[Math.min(i, terms - 1)];
        arranged = new float[products.arranged(padded.length, width)];
    }

    /** Takes in numbers, terms x voxels. */
    public void load(double[][] numbers) {
        round(numbers, rows);
        arrange(rows[0].length);
    }

    int width() {
        return rows[0].length;
    }

    /** The numbers, terms x voxels. Whoever writes to them says so by {@link #arrange}. */
    public float[][] rows() {
        return rows;
    }

    /**
     * Gets ready to be multiplied.
     *
     * @param length how many voxels count
     */
    public void arrange(int length) {
        products.arrange(padded, length, arranged);
    }

    /**
     * Inner products of columns of weights with the numbers of each voxel.
     *
     * @param length how many voxels count
     * @param from the first term that counts, a multiple of {@link FloatProducts#ROWS}
     * @param columns columns x terms, filled up with zeros as {@link FloatProducts#padded} says
     * @param sums the result, columns x voxels
     */
    void multiply(int length, int from, float[][] columns, float[][] sums) {
        products.multiply(padded, arranged, length, from, columns, sums);
    }

    /** Rounds all numbers, of which there may be fewer than places. */
    public static void round(double[][] numbers, float[][] rounded) {
        for (int i = 0; i < Math.min(numbers.length, rounded.length); i++)
            for (int j = 0; j < numbers[i].length; j++) rounded[i][j] = (float) numbers[i][j];
    }

    /**
     * A bound of the error of an inner product of two vectors no longer than 1: both are rounded, then their products and the sums
     * of these (Higham 2002, Accuracy and Stability of Numerical Algorithms, section 3.1); the rest is for numbers so small that
     * digits are lost.
     *
     * @param terms how many products are summed, but for those with 0 that fill up
     */
    public static double error(int terms) {
        int all = terms + FloatProducts.ROWS;
        return (PRODUCTS.roundings(all) + 2) * ROUNDING * 1.01 + all * TINY;
    }

    /**
     * A bound of the error of a sum of squares of such inner products: the squared length of a vector of at most 1 that is off by e
     * is off by 2e + e²; then each square and each sum is rounded.
     *
     * @param columns how many inner products
     */
    public static double squareError(int terms, int columns) {
        double length = error(terms) * Math.sqrt(columns);
        return 2 * length + length * length + (columns + 4) * 2 * ROUNDING;
    }
}
