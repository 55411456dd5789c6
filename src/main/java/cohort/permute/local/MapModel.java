package cohort.permute.local;

import cohort.permute.model.StatisticInfo;
import cohort.permute.shuffle.Shuffle;
import java.util.List;
import java.util.Optional;

/** A statistic of which the whole map of a shuffle is made at once. */
public interface MapModel {

    /** What it is and how it is read. */
    StatisticInfo info();

    /** Equal for statistics of one distribution, whose maxima can be compared. */
    Object kind();

    /** The statistic that its values are the z of; empty if they are their own. */
    default Optional<MapModel> untransformed() {
        return Optional.empty();
    }

    /**
     * Makes a worker for one thread.
     *
     * @param observed whether it is for the unshuffled labelling, whose data some methods clear of less
     */
    Maker maker(boolean observed);

    /** Bytes that a worker keeps for each shuffle of a block, beside its map. */
    long bytes();

    /** Makes maps. */
    @FunctionalInterface
    interface Maker {

        /**
         * Makes the map of each shuffle.
         *
         * @param block shuffles of the rows of the model
         * @param receiver takes the maps
         */
        void make(List<Shuffle> block, Receiver receiver);
    }

    /** Takes maps, each from the first voxel to the last, in one run or several. */
    @FunctionalInterface
    interface Receiver {

        /**
         * @param shuffle its number in the block
         * @param first the first voxel
         * @param length how many
         * @param values the statistic, from index 0; valid until the method returns
         */
        void take(int shuffle, int first, int length, double[] values);

        /**
         * All values of a greater magnitude are of interest; below it, only the greatest beyond {@link #reached}: any other may be
         * left as a value of no greater magnitude than the greatest.
         */
        default double floor() {
            return Double.NEGATIVE_INFINITY;
        }

        /**
         * A magnitude that the map of a shuffle is known to reach.
         *
         * @param shuffle its number in the block
         */
        default double reached(int shuffle) {
            return Double.NEGATIVE_INFINITY;
        }
    }
}
