package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.ExcursionClusters;
import cohort.cluster.Workspace;

/** A number for each cluster of voxels above a threshold, the same for all its voxels. */
interface ClusterStatistic extends MapStatistic {

    /** The cluster-forming threshold: voxels strictly above it form clusters. */
    double level();

    /** The greatest of all clusters. */
    double greatest(ExcursionClusters clusters);

    /** Writes each voxel's cluster's number; voxels in no cluster stay as they are. */
    void write(ExcursionClusters clusters, double[] map);

    @Override
    default double floor() {
        return level();
    }

    @Override
    default Evaluator evaluator(Workspace workspace) {
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                return greatest(workspace.clusters(excursion, level()));
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                write(workspace.clusters(excursion, level()), map);
            }
        };
    }
}
