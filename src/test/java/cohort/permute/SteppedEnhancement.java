package cohort.permute;

import cohort.cluster.Excursion;
import cohort.cluster.ExcursionClusters;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import java.util.Arrays;

/**
 * Enhancement by a sum over a hundred levels up to the map's own maximum, which is not multiplied by the step, as nilearn
 * 0.14.1 has it, for comparison with {@link EnhancedStatistic}; E = 0.5, H = 2.
 */
record SteppedEnhancement() implements MapStatistic {
    private static final int STEPS = 100;

    @Override
    public StatisticInfo info() {
        return StatisticInfo.named("stepped");
    }

    @Override
    public double floor() {
        return 0;
    }

    @Override
    public Evaluator evaluator(Workspace workspace) {
        ExcursionClusters clusters = new ExcursionClusters(workspace.neighbours());
        double[] scores = new double[workspace.neighbours().size()];
        double[] sizes = new double[scores.length], masses = new double[scores.length];
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                Arrays.fill(scores, 0);
                map(excursion, scores);
                return Arrays.stream(scores).max().orElse(0);
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                double step = excursion.max() / STEPS;
                for (int s = 1; s <= STEPS && excursion.size() > 0; s++) {
                    Excursion above = excursion.above(s * step);
                    clusters.find(above.voxels(), above.values(), above.size(), s * step);
                    clusters.map(sizes, masses);
                    for (int e = 0; e < above.size(); e++) {
                        int voxel = above.voxels()[e];
                        map[voxel] += Math.sqrt(sizes[voxel]) * (s * step) * (s * step);
                    }
                }
            }
        };
    }
}
