package cohort.permute.tile;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Inner products of shuffled designs with the data of a run of voxels, in 16 bits. Data and designs, all columns of unit
 * length, are rounded to multiples of 1 / S. With S = √M − √n / 2 for n subjects no rounded column is longer than √M, so that
 * by the inequality of Cauchy and Schwarz no inner product of two exceeds M; since M &lt; 2^15, sums that wrap around on the
 * way come out right.
 *
 * <p>The upper eight bits h of the inner products W'y of a voxel y with the C columns of a design W, in units of U = S² / 256,
 * are off by a vector of length at most U (e_W + (1 + e_W) e_y) + √C / 2, where e_W (Frobenius) and e_y are what rounding did
 * to the design and, at worst, to a voxel of the run: Ŵ'ŷ − W'y = (Ŵ − W)'y + Ŵ'(ŷ − y), the columns of W being orthonormal.
 * One instance per thread.
 */
public final class ShortDots {
    /** M; with half of 2^8 for rounding it stays below 2^15. */
    private static final double GREATEST = 32_600;

    private static final short HALF = 1 << 7;
    /** What rounding in double precision may amount to, in units. */
    private static final double SLACK = 1e-6;

    private final int columns;
    private final double scale;
    private final short[][] data;
    private final short[] arranged;
    private final InnerProducts products = InnerProducts.create();
    private final short[][] pairColumns, pairSums; // of two shuffles, one after the other
    private final double[] squaredErrors = new double[VoxelTile.SIZE];
    private short[][][] designs = new short[0][][];
    private double[] designErrors = new double[0];
    private double dataError;
    private int pair;

    /** @param columns of each shuffled design */
    public ShortDots(int subjects, int columns) {
        this.columns = columns;
        scale = scale(subjects);
        int groups = (subjects + ShortProducts.ROWS - 1) / ShortProducts.ROWS;
        data = new short[groups * ShortProducts.ROWS][ShortProducts.SIZE];
        arranged = new short[products.arranged(data.length, ShortProducts.SIZE)];
        pairColumns = new short[2 * columns][];
        pairSums = new short[2 * columns][ShortProducts.SIZE];
    }

    private static double scale(int subjects) {
        return Math.sqrt(GREATEST) - Math.sqrt(subjects) / 2;
    }

    /** The greatest error of the inner products that there can be, relative to columns of unit length. */
    public static double worstError(int subjects, int columns) {
        double scale = scale(subjects), unit = scale * scale / (2 * HALF);
        if (scale <= 0) return Double.POSITIVE_INFINITY;
        double data = Math.sqrt(subjects) / 2 / scale;
        return bound(Math.sqrt(columns) * data, data) + Math.sqrt(columns) / 2 / unit;
    }

    private static double bound(double designError, double dataError) {
        return designError + (1 + designError) * dataError;
    }

    /** Takes in the designs of a block of shuffles. */
    public void prepare(int shuffles, IntFunction<double[][]> shuffled) {
        designs = new short[shuffles + shuffles % 2][columns][data.length];
        designErrors = new double[shuffles];
        for (int k = 0; k < shuffles; k++) {
            double squares = 0;
            double[][] design = shuffled.apply(k);
            for (int c = 0; c < columns; c++)
                for (int i = 0; i < design[c].length; i++) {
                    double x = design[c][i];
                    designs[k][c][i] = round(x);
                    squares += square(designs[k][c][i] / scale - x);
                }
            designErrors[k] = Math.sqrt(squares);
        }
    }

    /** Takes in a run of {@link ShortProducts#TILES} tiles. */
    public void load(List<VoxelTile> tiles) {
        pair = -1;
        double worst = 0;
        for (int t = 0; t < tiles.size(); t++) {
            double[][] residuals = tiles.get(t).residuals();
            Arrays.fill(squaredErrors, 0);
            for (int i = 0; i < residuals.length; i++) load(residuals[i], data[i], t * VoxelTile.SIZE);
            for (double error : squaredErrors) worst = Math.max(worst, error);
        }
        dataError = Math.sqrt(worst);
        products.arrange(data, arranged);
    }

    private void load(double[] residuals, short[] rounded, int from) {
        for (int j = 0; j < VoxelTile.SIZE; j++) {
            short x = round(residuals[j]);
            rounded[from + j] = x;
            squaredErrors[j] += square(x / scale - residuals[j]);
        }
    }

    /** To the nearest; that of a number above -1 is faster so than by what rounds any number. */
    private short round(double x) {
        int shift = 1 << 15;
        return (short) ((int) (scale * x + (shift + 0.5)) - shift);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Of how many units an inner product of 1 consists. */
    public double unit() {
        return scale * scale / (2 * HALF);
    }

    /**
     * The inner products of a shuffle with a column, one number per voxel; the upper eight bits are units, to the nearest.
     * Valid until that of another pair of shuffles is asked for; shuffles 0 and 1, 2 and 3, ... are pairs.
     */
    public short[] sums(int shuffle, int column) {
        if (shuffle / 2 != pair) {
            pair = shuffle / 2;
            for (int k = 0; k < 2; k++) System.arraycopy(designs[2 * pair + k], 0, pairColumns, k * columns, columns);
            products.multiply(data, arranged, HALF, pairColumns, pairSums);
        }
        return pairSums[shuffle % 2 * columns + column];
    }

    /** By how many units at most all inner products of a voxel with a shuffle are off, as the length of a vector. */
    public double error(int shuffle) {
        return unit() * bound(designErrors[shuffle], dataError) + Math.sqrt(columns) / 2 + SLACK;
    }
}
