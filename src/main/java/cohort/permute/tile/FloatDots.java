package cohort.permute.tile;

import java.util.stream.Stream;

/**
 * Inner products of two sets of columns of weights with the numbers of a tile, which are read once for both. One instance per
 * thread.
 */
public final class FloatDots {
    private final FloatTile tile;
    private final float[][][] sums;
    private final float[][] allColumns, allSums;

    /**
     * @param tile the numbers
     * @param columns of each set
     */
    public FloatDots(FloatTile tile, int columns) {
        this.tile = tile;
        sums = new float[2][columns][tile.width()];
        allColumns = new float[2 * columns][];
        allSums = Stream.of(sums).flatMap(Stream::of).toArray(float[][]::new);
    }

    /**
     * Multiplies with two sets of columns, which may have more columns than are asked for.
     *
     * @param length how many voxels
     */
    public void multiply(float[][] u, float[][] v, int length) {
        multiply(u, v, length, 0);
    }

    /**
     * Multiplies with columns of which the first terms are 0.
     *
     * @param from the first term that counts, a multiple of {@link FloatProducts#ROWS}
     */
    public void multiply(float[][] u, float[][] v, int length, int from) {
        int columns = sums[0].length;
        System.arraycopy(u, 0, allColumns, 0, columns);
        System.arraycopy(v, 0, allColumns, columns, columns);
        tile.multiply(length, from, allColumns, allSums);
    }

    /** The inner products with one of the sets, columns x voxels. */
    public float[][] sums(int set) {
        return sums[set];
    }
}
