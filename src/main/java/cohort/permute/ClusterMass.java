package cohort.permute;

/**
 * The excess of the statistic over the threshold, summed over a cluster (Bullmore et al. 1999, IEEE TMI 18:32).
 *
 * @param level the cluster-forming threshold: voxels strictly above it form clusters
 */
public record ClusterMass(double level) implements MapStatistic {

    @Override
    public String name() {
        return "mass";
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
                return workspace.clusters(excursion, level).maxMass();
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                workspace.clusters(excursion, level).map(new double[map.length], map);
            }
        };
    }
}
