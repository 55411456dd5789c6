package cohort.permute.statistic;

import cohort.InputException;
import cohort.permute.nulls.Tail;
import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Turns a cluster-forming p into the statistics that need it. */
public final class ClusterForming {

    private ClusterForming() {}

    /**
     * Cluster size and cluster mass at a cluster-forming p.
     *
     * @param p uncorrected, between 0 and 1; for both tails half of it is left to each
     * @param tail the side on which evidence counts
     * @param rows of the contrast: 1 for t, more for F
     * @param degreesOfFreedom of the residuals
     * @throws InputException if p is not between 0 and 1
     */
    public static List<MapStatistic> statistics(double p, Tail tail, int rows, int degreesOfFreedom) {
        double level = level(p, tail, rows, degreesOfFreedom);
        return List.of(new ClusterSize(level), new ClusterMass(level));
    }

    /**
     * The cluster-forming threshold: the t or F whose uncorrected p is the given one.
     *
     * @param p uncorrected, between 0 and 1; for both tails half of it is left to each
     * @param tail the side on which evidence counts
     * @param rows of the contrast: 1 for t, more for F
     * @param degreesOfFreedom of the residuals
     * @throws InputException if p is not between 0 and 1
     */
    public static double level(double p, Tail tail, int rows, int degreesOfFreedom) {
        requireInRange(p);
        ContinuousDistribution distribution =
                rows == 1 ? TDistribution.of(degreesOfFreedom) : FDistribution.of(rows, degreesOfFreedom);
        return distribution.inverseSurvivalProbability(tail == Tail.BOTH ? p / 2 : p);
    }

    /**
     * The cluster-forming threshold of v and G: the z whose uncorrected p is the given one.
     *
     * @param p uncorrected, between 0 and 1; for both tails half of it is left to each
     * @param tail the side on which evidence counts
     * @throws InputException if p is not between 0 and 1
     */
    public static double levelOfZ(double p, Tail tail) {
        requireInRange(p);
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail == Tail.BOTH ? p / 2 : p);
    }

    /** @throws InputException if p is not between 0 and 1 */
    public static void requireInRange(double p) {
        if (!(p > 0 && p < 1))
            throw new InputException("cluster_p: found " + p
                    + ", expected a p-value above 0 and below 1, such as 0.001; it is a p-value, not a"
                    + " threshold of t.");
    }
}
