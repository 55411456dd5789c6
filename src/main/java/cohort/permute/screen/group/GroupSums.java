package cohort.permute.screen.group;

import cohort.permute.tile.VoxelTile;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Sums within groups of subjects, in single precision, of a tile's numbers times the columns of a shuffled design. One instance per
 * thread.
 */
interface GroupSums {

    /**
     * The fastest way.
     *
     * @param design the columns before any shuffle, and last the number of each subject's group
     * @param groups how many there are
     * @param onlyFlips whether shuffles leave the subjects in their places
     */
    static GroupSums of(double[][] design, int groups, boolean onlyFlips) {
        Optional<FlippedSums> flipped = onlyFlips ? FlippedSums.of(design, groups) : Optional.empty();
        return flipped.<GroupSums>map(sums -> sums)
                .orElseGet(() -> new ShuffledSums(design[0].length, design.length - 1, groups));
    }

    /**
     * Takes in a block of shuffles.
     *
     * @param designs makes the columns of each, and last the number of each subject's group, from 1, negative if it is flipped
     */
    void prepare(int shuffles, IntFunction<double[][]> designs);

    /** Takes in a tile. */
    void load(VoxelTile tile);

    /** By how much the sum of unit numbers times a unit column may be off. */
    double error();

    /** The sum over a group of the numbers times a column. */
    void sum(int shuffle, int group, int column, float[] sum);

    /** The sums over each group of the numbers' squares, groups x voxels; valid until they are asked for again. */
    float[][] squares(int shuffle);
}
