package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;

/**
 * The statistic itself: its maximum controls the family-wise error voxel by voxel.
 *
 * @param info what is computed in each voxel
 */
public record MaxStatistic(StatisticInfo info) implements MapStatistic {

    @Override
    public double floor() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Evaluator evaluator(Workspace workspace) {
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                return excursion.max();
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                for (int e = 0; e < excursion.size(); e++)
                    map[excursion.voxels()[e]] = excursion.values()[e];
            }
        };
    }
}
