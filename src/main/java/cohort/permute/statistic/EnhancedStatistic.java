package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.Tfce;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import cohort.text.Numbers;
import cohort.text.Reference;
import java.util.List;

/**
 * Threshold-free cluster enhancement (Smith & Nichols 2009, NeuroImage 44:83), exact.
 *
 * @param extentPower E
 * @param heightPower H
 */
public record EnhancedStatistic(double extentPower, double heightPower) implements MapStatistic {
    /** The powers of the paper, E = 0.5 and H = 2. */
    public static final EnhancedStatistic DEFAULT = new EnhancedStatistic(0.5, 2);

    @Override
    public StatisticInfo info() {
        return new StatisticInfo(
                "tfce",
                "TFCE",
                StatisticInfo.Kind.NEIGHBOURHOOD,
                "TFCE",
                "maximum TFCE",
                "",
                1,
                true,
                false,
                "Threshold-free cluster enhancement{cite} was computed as an exact integral (E = "
                        + Numbers.plain(extentPower) + ", H = " + Numbers.plain(heightPower) + ", {connectivity})",
                List.of(Reference.SMITH_NICHOLS_2009));
    }

    @Override
    public double floor() {
        return 0;
    }

    @Override
    public Evaluator evaluator(Workspace workspace) {
        Tfce tfce = new Tfce(workspace.neighbours(), extentPower, heightPower);
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                return tfce.max(excursion.voxels(), excursion.values(), excursion.size());
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                tfce.map(excursion.voxels(), excursion.values(), excursion.size(), map);
            }
        };
    }
}
