package cohort.permute.tile;

/** Numbers of a tile's voxels in single precision. One instance per thread. */
public final class FloatTile {
    /** Half of what the last digit is worth: a number is off by this fraction of itself at most. */
    public static final double ROUNDING = 0x1p-24;

    private final float[][] rows;

    /** @param terms how many numbers a voxel has */
    public FloatTile(int terms) {
        rows = new float[terms][VoxelTile.SIZE];
    }

    /** Takes in numbers, terms x voxels. */
    public void load(double[][] numbers) {
        round(numbers, rows);
    }

    /** The numbers, terms x voxels. */
    public float[][] rows() {
        return rows;
    }

    /** Rounds all numbers, of which there may be fewer than places. */
    public static void round(double[][] numbers, float[][] rounded) {
        for (int i = 0; i < Math.min(numbers.length, rounded.length); i++)
            for (int j = 0; j < numbers[i].length; j++) rounded[i][j] = (float) numbers[i][j];
    }

    /**
     * A bound of the error of an inner product of two vectors no longer than 1: both are rounded, then each product, two sums of it
     * with its neighbours, and one sum for each {@link FloatProducts#ROWS} products (Higham 2002, Accuracy and Stability of
     * Numerical Algorithms, section 3.1); the rest is for numbers so small that digits are lost.
     *
     * @param terms how many products are summed, but for those with 0 that fill up
     */
    public static double error(int terms) {
        int all = terms + FloatProducts.ROWS;
        return (all / FloatProducts.ROWS + 6) * ROUNDING * 1.01 + all * 0x1p-120;
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
