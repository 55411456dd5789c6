package cohort.permute.statistic;

import cohort.cluster.ExcursionClusters;
import cohort.permute.model.StatisticInfo;
import cohort.text.Reference;
import java.util.List;

/**
 * The excess of the statistic over the threshold, summed over a cluster (Bullmore et al. 1999, IEEE TMI 18:32).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterMass(double level) implements ClusterStatistic {

    @Override
    public StatisticInfo info() {
        return new StatisticInfo(
                "mass",
                "mass",
                StatisticInfo.Kind.CLUSTER,
                "Cluster mass",
                "mass of the heaviest cluster",
                "",
                1,
                false,
                false,
                "their mass, the sum of the excess over that threshold{cite}",
                List.of(Reference.BULLMORE_1999));
    }

    @Override
    public double greatest(ExcursionClusters clusters) {
        return clusters.maxMass();
    }

    @Override
    public void write(ExcursionClusters clusters, double[] map) {
        clusters.map(new double[map.length], map);
    }
}
