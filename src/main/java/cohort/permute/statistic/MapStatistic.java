package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import java.util.Optional;

/**
 * A summary of a statistic map whose maximum over the image is controlled. To add one, implement this interface and name
 * the class where the options are made.
 */
public interface MapStatistic {

    /** What it is and how it is read. */
    StatisticInfo info();

    /**
     * The level above which voxels matter: an {@link Excursion} handed to the evaluators holds at least the voxels whose
     * statistic exceeds it strictly. Infinite if the maximum of the map is all that is needed.
     */
    double floor();

    /**
     * Makes a worker for one thread.
     *
     * @param workspace what the workers of that thread share
     */
    Evaluator evaluator(Workspace workspace);

    /**
     * What its numbers say of thresholds of p that hold for the whole image; nothing of a statistic that is not made for it.
     *
     * @param voxels how many are tested
     * @param observed the number of the unshuffled labelling
     * @param nulls those of the shuffles
     */
    default Optional<Calibration> calibrate(int voxels, double observed, NullDistribution nulls) {
        return Optional.empty();
    }

    /** Evaluates excursions, one after the other. */
    interface Evaluator {

        /** The maximum of the statistic over the image; 0 if nothing exceeds the floor. */
        double max(Excursion excursion);

        /** The maximum over the image, of which each side that counts comes as an excursion of its own. */
        default double ofSides(Excursion... sides) {
            double max = Double.NEGATIVE_INFINITY;
            for (Excursion side : sides) max = Math.max(max, max(side));
            return max;
        }

        /**
         * Writes the statistic of each voxel of the excursion; others stay as they are.
         *
         * @param map the result in mask order
         */
        void map(Excursion excursion, double[] map);
    }
}
