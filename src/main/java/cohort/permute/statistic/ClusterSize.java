package cohort.permute.statistic;

import cohort.cluster.Clusters;

/**
 * The number of voxels of a cluster (Friston et al. 1994, Human Brain Mapping 1:210).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterSize(double level) implements ClusterStatistic {

    @Override
    public String name() {
        return "size";
    }

    @Override
    public double greatest(Clusters clusters) {
        return clusters.maxSize();
    }

    @Override
    public void write(Clusters clusters, double[] map) {
        clusters.map(map, new double[map.length]);
    }
}
