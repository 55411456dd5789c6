package cohort.permute.statistic;

import cohort.cluster.ExcursionClusters;
import cohort.permute.model.StatisticInfo;
import cohort.text.Reference;
import java.util.List;

/**
 * The number of voxels of a cluster (Friston et al. 1994, Human Brain Mapping 1:210).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterSize(double level) implements ClusterStatistic {

    @Override
    public StatisticInfo info() {
        return new StatisticInfo(
                "size",
                "size",
                StatisticInfo.Kind.CLUSTER,
                "Cluster size",
                "size of the largest cluster",
                "voxels",
                0,
                false,
                false,
                "the number of their voxels{cite}",
                List.of(Reference.FRISTON_EXTENT_1994));
    }

    @Override
    public double greatest(ExcursionClusters clusters) {
        return clusters.maxSize();
    }

    @Override
    public void write(ExcursionClusters clusters, double[] map) {
        clusters.map(map, new double[map.length]);
    }
}
