package cohort.permute.tile;

import java.util.Arrays;

/**
 * Inner products of columns of weights with each voxel's numbers, in single precision. Two sets of columns at once, so that each
 * number is read once for both, and some columns at a time, whose sums stay in the nearest cache. One instance per thread.
 */
public final class FloatDots {
    private static final int ABREAST = 4;

    private final float[][] rows;
    private final float[][][] sums;

    /**
     * @param terms how many numbers a voxel has
     * @param columns of each set
     */
    public FloatDots(int terms, int columns) {
        this(terms, columns, VoxelTile.SIZE);
    }

    /** @param width the number of voxels at most, or of what else has numbers */
    public FloatDots(int terms, int columns, int width) {
        rows = new float[FloatProducts.padded(terms)][];
        sums = new float[2][columns][width];
    }

    /** Takes in the numbers, terms x voxels; rows that fill up meet weights of 0. */
    public void load(float[][] given) {
        for (int i = 0; i < rows.length; i++) rows[i] = given[Math.min(i, given.length - 1)];
    }

    /**
     * Multiplies with two sets of columns, which may have more columns than are asked for.
     *
     * @param length how many voxels
     */
    public void multiply(float[][] u, float[][] v, int length) {
        for (float[][] of : sums) for (float[] sum : of) Arrays.fill(sum, 0, length, 0);
        for (int c = 0; c < sums[0].length; c += ABREAST)
            multiply(u, v, c, Math.min(sums[0].length, c + ABREAST), length);
    }

    private void multiply(float[][] u, float[][] v, int from, int to, int length) {
        for (int i = 0; i < rows.length; i += FloatProducts.ROWS)
            for (int c = from; c < to; c++) {
                add(i, u[c], sums[0][c], length);
                add(i, v[c], sums[1][c], length);
            }
    }

    private void add(int i, float[] u, float[] sum, int length) {
        FloatProducts.add(
                length, sum, u[i], u[i + 1], u[i + 2], u[i + 3], rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
    }

    /** The inner products with one of the sets, columns x voxels. */
    public float[][] sums(int set) {
        return sums[set];
    }
}
