package cohort.permute.screen;

import cohort.permute.tile.VoxelTile;
import java.util.function.IntFunction;

/**
 * A bound from below of what shuffled effect and nuisance leave of each voxel's data, 1 − a² − b². The dearer the nuisance, the
 * cheaper the bound should be: it need only show that a small effect does not stand out. One instance per thread.
 */
public interface RestBound {

    /**
     * Takes in a block of shuffles.
     *
     * @param shuffles how many
     * @param designs makes the shuffled design of each
     */
    void prepare(int shuffles, IntFunction<double[][]> designs);

    /** Takes in a tile. */
    void load(VoxelTile tile);

    /**
     * The effect of a shuffle in every voxel, and what is left at least but for {@link #error}.
     *
     * @param shuffle its number in the block; calls come in ascending order
     * @param inner the result, effects x voxels: inner products
     * @param least the result by voxel
     */
    void bound(int shuffle, float[][] inner, float[] least);

    /** By how much less may be left. */
    double error();

    /** By how much the inner products with the effect may be off, as the length of a vector. */
    double effectError();

    /** What is left of a voxel at most. */
    double most(int shuffle, int voxel);

    /**
     * Has a closer look at some voxels after {@link #bound}.
     *
     * @param gained the squared effect in each voxel of the tile
     * @param least what is left in each, as {@link #bound} said
     * @param limit what must be left for a voxel to be ruled out
     * @param found the voxels' places, of which those that are not ruled out are moved to the front
     * @return how many those are
     */
    int refine(int shuffle, float[] gained, float[] least, Limit limit, int[] found, int count);
}
