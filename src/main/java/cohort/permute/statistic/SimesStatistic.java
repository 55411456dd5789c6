package cohort.permute.statistic;

import cohort.InputException;
import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.TailP;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * −log10 of the level of Simes' thresholds that the p of all voxels just keep, see {@link Calibration}. The p are parametric: any
 * that fall as the evidence grows are valid, since the shuffles calibrate them.
 *
 * @param p what turns evidence into p
 * @param shift how many of the first thresholds are 0
 */
public record SimesStatistic(TailP p, int shift) implements MapStatistic {

    /** @throws InputException if the shift is negative */
    public SimesStatistic {
        requireInRange(shift);
    }

    /** @throws InputException if the shift is negative */
    public static void requireInRange(int shift) {
        if (shift < 0)
            throw new InputException("simes_shift: found " + shift
                    + ", expected a number of voxels such as 27, or 0 for unshifted Simes thresholds.");
    }

    @Override
    public StatisticInfo info() {
        return new StatisticInfo(
                "simes",
                "Simes",
                StatisticInfo.Kind.IMAGE,
                "Simes' thresholds",
                "−log10 of the level of Simes' thresholds",
                "",
                2,
                false,
                false,
                "",
                List.of());
    }

    @Override
    public double floor() {
        return p.least();
    }

    @Override
    public Optional<Calibration> calibrate(int voxels, double observed, NullDistribution nulls) {
        return Optional.of(new Calibration(voxels, shift, observed, nulls));
    }

    @Override
    public Evaluator evaluator(Workspace workspace) {
        SimesLevel level = new SimesLevel(p, workspace.neighbours().size(), shift);
        return new Evaluator() {
            @Override
            public double max(Excursion excursion) {
                return ofSides(excursion);
            }

            @Override
            public double ofSides(Excursion... sides) {
                return -Math.log10(level.of(sides)) + 0.0;
            }

            @Override
            public void map(Excursion excursion, double[] map) {
                Arrays.fill(map, max(excursion));
            }
        };
    }
}
