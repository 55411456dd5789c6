package cohort.permute;

/**
 * The number of voxels of a cluster (Friston et al. 1994, Human Brain Mapping 1:210).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterSize(double level) implements MapStatistic {

    @Override
    public String name() {
        return "size";
    }

    @Override
    public double floor() {
        return level;
    }

    @Override
    public boolean signed() {
        return false;
    }

    @Override
    public Evaluator evaluator(Workspace workspace) {
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                return workspace.clusters(excursion, level).maxSize();
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                workspace.clusters(excursion, level).map(map, new double[map.length]);
            }
        };
    }
}
