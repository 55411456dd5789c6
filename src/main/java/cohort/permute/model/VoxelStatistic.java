package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.tile.CountingScreen;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.io.Serializable;
import java.util.Optional;

/** What is computed in each voxel from its data and a shuffled design: a value, which can be sent to where the data are. */
public interface VoxelStatistic extends Serializable {

    /** What it is and how it is read. */
    StatisticInfo info();

    /** Equal for statistics of one distribution, whose maxima can be compared. */
    Object kind();

    /** The statistic that its values are the z of; empty if they are their own. */
    default Optional<VoxelStatistic> untransformed() {
        return Optional.empty();
    }

    /** Makes a worker for one thread. */
    Evaluator on(VoxelTile tile);

    /** What finds the voxels that matter at less cost, for one thread; empty if every voxel must be computed. */
    default Optional<TileScreen> screen(ShuffledModel model, boolean onlyFlips, Tail tail) {
        return Optional.empty();
    }

    /** The same that also counts shuffles; empty if every voxel must be computed. */
    default Optional<CountingScreen> countingScreen(ShuffledModel model, boolean onlyFlips, Tail tail) {
        return Optional.empty();
    }

    /** Evaluates the voxels to which its tile has moved. Both methods agree to the last bit. */
    interface Evaluator {

        /**
         * The statistic of each voxel of the tile.
         *
         * @param design the columns of {@link ShuffledModel#design}
         * @param reached a magnitude that the map is known to reach elsewhere
         * @param floor all values of a greater magnitude are of interest; below it, only the greatest beyond what is reached: any
         *     other may be left as a value of no greater magnitude than the greatest
         * @param values the result, valid up to the tile's length
         */
        void values(double[][] design, double reached, double floor, double[] values);

        /** The statistic of one voxel of the tile. */
        double value(double[][] design, int voxel);
    }
}
