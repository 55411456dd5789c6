package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import java.io.Serializable;

/**
 * A summary of a statistic map whose maximum over the image is controlled. To add one, implement this interface and name
 * the class where the options are made. It is a value, which can be sent to where maps come together.
 */
public interface MapStatistic extends Serializable {

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

    /** Evaluates excursions, one after the other. */
    interface Evaluator {

        /** The maximum of the statistic over the image; 0 if nothing exceeds the floor. */
        double max(Excursion excursion);

        /**
         * Writes the statistic of each voxel of the excursion; others stay as they are.
         *
         * @param map the result in mask order
         */
        void map(Excursion excursion, double[] map);
    }
}
