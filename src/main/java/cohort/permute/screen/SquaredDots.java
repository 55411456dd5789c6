package cohort.permute.screen;

import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * What shuffled effect and nuisance leave of each voxel's data, by a product with every column in single precision. One instance
 * per thread.
 */
public final class SquaredDots implements KnownRest {
    private final int effects;
    private final int columns;
    private final int subjects;
    private final FloatTile tile;
    private final FloatDots dots;
    private final float[] explained = new float[VoxelTile.SIZE], gained = new float[VoxelTile.SIZE];
    private final float[][][] pairs; // the designs of two shuffles
    private IntFunction<double[][]> designs = k -> new double[0][];
    private int shuffles;
    private int rounded, multiplied; // pairs

    /**
     * @param effects columns of the effect
     * @param columns these and the nuisance's that are shuffled
     */
    public SquaredDots(int subjects, int effects, int columns) {
        this.subjects = subjects;
        this.effects = effects;
        this.columns = columns;
        tile = new FloatTile(subjects);
        dots = new FloatDots(tile, columns);
        pairs = new float[2][columns][FloatProducts.padded(subjects)];
    }

    @Override
    public void prepare(int count, IntFunction<double[][]> shuffled) {
        shuffles = count;
        designs = shuffled;
        rounded = -1;
    }

    /** The tile, subjects x voxels. */
    FloatTile tile() {
        return tile;
    }

    /** The designs of the pair that a shuffle belongs to, rounded; 0 and 1, 2 and 3, ... are pairs. */
    float[][][] designs(int shuffle) {
        if (shuffle / 2 != rounded) {
            rounded = shuffle / 2;
            for (int k = 0; k < 2; k++)
                FloatTile.round(designs.apply(Math.min(2 * rounded + k, shuffles - 1)), pairs[k]);
        }
        return pairs;
    }

    @Override
    public void load(VoxelTile data) {
        multiplied = -1;
        tile.load(data.residuals());
    }

    @Override
    public void bound(int shuffle, float[][] inner, float[] least) {
        if (shuffle / 2 != multiplied) {
            multiplied = shuffle / 2;
            float[][][] pair = designs(shuffle);
            dots.multiply(pair[0], pair[1], VoxelTile.SIZE);
        }
        float[][] sum = dots.sums(shuffle % 2);
        Arrays.fill(explained, 0);
        Arrays.fill(gained, 0);
        for (int c = 0; c < effects; c++) {
            System.arraycopy(sum[c], 0, inner[c], 0, VoxelTile.SIZE);
            FloatProducts.addSquares(sum[c], gained);
        }
        for (int c = effects; c < columns; c++) FloatProducts.addSquares(sum[c], explained);
        FloatProducts.subtract(1, explained, gained, least);
    }

    @Override
    public float[] beyond() {
        return new float[0];
    }

    @Override
    public void know(int shuffle, float[] left, int[] places, int count) {
        // it is what the bound says
    }

    @Override
    public double error() {
        return FloatTile.squareError(subjects, columns);
    }

    @Override
    public double effectError() {
        return FloatTile.error(subjects) * Math.sqrt(effects);
    }

    @Override
    public double most(int shuffle, int voxel) {
        double rest = 1 + error();
        for (float[] sum : dots.sums(shuffle % 2)) rest -= (double) sum[voxel] * sum[voxel];
        return Math.max(0, rest);
    }

    @Override
    public int refine(int shuffle, float[] gained, float[] least, Limit limit, int[] found, int count) {
        return count;
    }
}
