package cohort.permute.statistic;

import cohort.cluster.Excursion;
import cohort.cluster.Tfce;
import cohort.cluster.Workspace;

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
    public String name() {
        return "tfce";
    }

    @Override
    public double floor() {
        return 0;
    }

    @Override
    public boolean signed() {
        return true;
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
