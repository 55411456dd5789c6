package cohort.permute.tile;

import cohort.permute.shuffle.Shuffle;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Finds out fast, and never too few, which voxels of a run of tiles may matter under a shuffle; these are then computed exactly.
 * So the result is that of double precision throughout, at the price of a cheaper arithmetic. One instance per thread.
 */
public interface TileScreen {

    /**
     * Takes in a block of shuffles.
     *
     * @param designs makes the design of each (effect first, then what else is shuffled)
     */
    void prepare(List<Shuffle> block, IntFunction<double[][]> designs);

    /** How many tiles, one after the other in mask order, it looks at together. */
    int tiles();

    /** Takes in a run of this many tiles; those behind the last voxel have none. */
    void load(List<VoxelTile> tiles);

    /**
     * Lists voxels of the run in ascending order, among them every voxel whose evidence exceeds the floor strictly and, if
     * none does, every voxel whose evidence is both above the level and the greatest of the run.
     *
     * @param shuffle its number in the block; calls come in ascending order
     * @param level the evidence that is already known to be reached, at most the floor
     * @param floor what interests all the same
     * @param found takes the voxels' places in the run
     * @return how many
     */
    int candidates(int shuffle, double level, double floor, int[] found);
}
