package cohort.permute.screen;

import cohort.permute.tile.VoxelTile;
import java.util.Arrays;

/**
 * What shuffled effect and nuisance leave of each voxel's data, 1 − a² − b², in single precision with a bound of its error. Two
 * shuffles at once, so that each number is read once for both, and some columns at a time, whose sums stay in the nearest cache.
 * One instance per thread.
 */
final class SquaredDots {
    private static final int ABREAST = 8;

    private final int effects;
    private final int columns;
    private final float[][] rows;
    private final float[][][] sums; // of two shuffles
    private final float[] explained = new float[VoxelTile.SIZE], gained = new float[VoxelTile.SIZE];
    private final double error;
    private final float[][][] pairs; // the designs of two shuffles
    private double[][][] designs = new double[0][][];
    private int pair;

    /**
     * @param effects columns of the effect
     * @param columns these and the nuisance's that are shuffled
     */
    SquaredDots(int subjects, int effects, int columns) {
        this.effects = effects;
        this.columns = columns;
        rows = new float[FloatProducts.padded(subjects)][];
        sums = new float[2][columns][VoxelTile.SIZE];
        pairs = new float[2][columns][rows.length];
        error = FloatTile.error(subjects + FloatProducts.ROWS);
    }

    /** Takes in the designs of a block of shuffles. */
    void prepare(double[][][] shuffled) {
        designs = shuffled;
    }

    /** Takes in a tile. */
    void load(FloatTile tile) {
        pair = -1;
        float[][] given = tile.rows();
        for (int i = 0; i < rows.length; i++) rows[i] = given[Math.min(i, given.length - 1)];
    }

    /**
     * The effect of a shuffle in every voxel, and what is left but for {@link #error}.
     *
     * @param shuffle its number in the block; calls come in ascending order
     * @param inner the result, effects x voxels: inner products
     * @param rest the result by voxel
     */
    void bound(int shuffle, float[][] inner, float[] rest) {
        if (shuffle / 2 != pair) {
            pair = shuffle / 2;
            for (int k = 0; k < 2; k++) round(designs[Math.min(2 * pair + k, designs.length - 1)], pairs[k]);
            multiply(pairs[0], pairs[1]);
        }
        float[][] sum = sums[shuffle % 2];
        Arrays.fill(explained, 0);
        Arrays.fill(gained, 0);
        for (int c = 0; c < effects; c++) {
            System.arraycopy(sum[c], 0, inner[c], 0, VoxelTile.SIZE);
            FloatProducts.addSquares(sum[c], gained);
        }
        for (int c = effects; c < columns; c++) FloatProducts.addSquares(sum[c], explained);
        FloatProducts.subtract(1, explained, gained, rest);
    }

    private static void round(double[][] design, float[][] rounded) {
        for (int c = 0; c < rounded.length; c++)
            for (int i = 0; i < design[c].length; i++) rounded[c][i] = (float) design[c][i];
    }

    private void multiply(float[][] u, float[][] v) {
        for (float[][] of : sums) for (float[] sum : of) Arrays.fill(sum, 0);
        for (int c = 0; c < columns; c += ABREAST) multiply(u, v, c, Math.min(columns, c + ABREAST));
    }

    private void multiply(float[][] u, float[][] v, int from, int to) {
        for (int i = 0; i < rows.length; i += FloatProducts.ROWS)
            for (int c = from; c < to; c++)
                FloatProducts.add(
                        sums[0][c],
                        sums[1][c],
                        u[c][i],
                        u[c][i + 1],
                        u[c][i + 2],
                        u[c][i + 3],
                        v[c][i],
                        v[c][i + 1],
                        v[c][i + 2],
                        v[c][i + 3],
                        rows[i],
                        rows[i + 1],
                        rows[i + 2],
                        rows[i + 3]);
    }

    /** By how much what is left may be off: the squared length of a vector of at most 1 that is off by e is off by 2e + e²; then each square and each sum is rounded. */
    double error() {
        double length = effectError() * Math.sqrt(columns);
        return 2 * length + length * length + (columns + 4) * 2 * FloatTile.ROUNDING;
    }

    /** By how much the inner products with the effect may be off, as the length of a vector. */
    double effectError() {
        return error * Math.sqrt(effects);
    }

    /** What is left of a voxel at most. */
    double most(int shuffle, int voxel) {
        float[][] sum = sums[shuffle % 2];
        double rest = 1 + error();
        for (int c = 0; c < columns; c++) rest -= (double) sum[c][voxel] * sum[c][voxel];
        return Math.max(0, rest);
    }
}
