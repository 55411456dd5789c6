package cohort.permute.statistic;

import cohort.cluster.Clusters;

/**
 * The excess of the statistic over the threshold, summed over a cluster (Bullmore et al. 1999, IEEE TMI 18:32).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterMass(double level) implements ClusterStatistic {

    @Override
    public String name() {
        return "mass";
    }

    @Override
    public double greatest(Clusters clusters) {
        return clusters.maxMass();
    }

    @Override
    public void write(Clusters clusters, double[] map) {
        clusters.map(new double[map.length], map);
    }
}
