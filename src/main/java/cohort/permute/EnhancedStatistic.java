package cohort.permute;

import java.util.Arrays;

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
        float[] heights = new float[workspace.neighbours().size()];
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                Arrays.fill(heights, 0);
                for (int e = 0; e < excursion.size(); e++)
                    heights[excursion.voxels()[e]] = (float) excursion.values()[e];
                return tfce.max(heights);
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                double[] values = new double[heights.length];
                for (int e = 0; e < excursion.size(); e++)
                    values[excursion.voxels()[e]] = excursion.values()[e];
                tfce.map(values, map);
            }
        };
    }
}
