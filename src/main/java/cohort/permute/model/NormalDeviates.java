package cohort.permute.model;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Turns t and F of any degrees of freedom into the z of the same tail probability. */
public final class NormalDeviates {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Smaller tails are taken for this one, as in nilearn. */
    private static final double LEAST_P = 1e-300;

    private final int effects;
    private final DeviateCells cells;

    /** @param effects 1 for t, more for F */
    public NormalDeviates(int effects) {
        this.effects = effects;
        this.cells = DeviateCells.of(effects);
    }

    /** The z, within ±37.05, taken from the smaller tail. */
    public double z(double value, double degreesOfFreedom) {
        double z = cells.z(value, degreesOfFreedom);
        return Double.isNaN(z) ? ofTail(value, effects, degreesOfFreedom) : z;
    }

    /** The z by way of the tail probability. */
    static double ofTail(double value, int effects, double degreesOfFreedom) {
        ContinuousDistribution distribution =
                effects == 1 ? TDistribution.of(degreesOfFreedom) : FDistribution.of(effects, degreesOfFreedom);
        double upper = distribution.survivalProbability(value);
        if (upper <= 0.5) return NORMAL.inverseSurvivalProbability(Math.max(LEAST_P, upper));
        return NORMAL.inverseCumulativeProbability(Math.max(LEAST_P, distribution.cumulativeProbability(value)));
    }

    /**
     * Turns t or F of some voxels into z, as far as they are of interest: z of a magnitude above the floor, or, of those below, the
     * greatest beyond what is reached. Any other becomes a value of no greater magnitude than the greatest. Where there are no
     * degrees of freedom, z is 0.
     *
     * @param n number of voxels
     * @param values t or F, replaced by z
     * @param freedom their degrees of freedom
     * @param reached a magnitude of z that is known to be reached elsewhere
     * @param floor of the magnitude of z
     */
    public void replace(int n, double[] values, double[] freedom, double reached, double floor) {
        int greatest = 0, least = 0;
        for (int j = 0; j < n; j++) {
            if (values[j] > values[greatest]) greatest = j;
            if (values[j] < values[least]) least = j;
        }
        double up = zOrNone(values[greatest], freedom[greatest]), down = zOrNone(values[least], freedom[least]);
        double here = effects == 1 ? Math.min(up, -down) : up;
        double plain = least(Math.min(floor, Math.max(reached, here)));
        for (int j = 0; j < n; j++)
            values[j] = j == greatest
                    ? up
                    : j == least
                            ? down
                            : Math.abs(values[j]) <= plain && freedom[j] != 0
                                    ? skipped(values[j])
                                    : zOrNone(values[j], freedom[j]);
    }

    private double zOrNone(double value, double degreesOfFreedom) {
        return degreesOfFreedom == 0 ? 0 : z(value, degreesOfFreedom);
    }

    /**
     * What t or F must exceed for its z to be able to exceed a level: tails grow heavier as degrees of freedom get fewer, so
     * that no z lies beyond that of the normal or the χ² distribution.
     */
    double least(double z) {
        if (effects == 1 || Double.isInfinite(z)) return z;
        double upper = Math.max(LEAST_P, NORMAL.survivalProbability(z));
        return ChiSquaredDistribution.of(effects).inverseSurvivalProbability(upper) / effects * (1 - 1e-9);
    }

    /** What represents the z of a value that does not exceed {@link #least}. */
    private double skipped(double value) {
        return effects == 1 ? value : Double.NEGATIVE_INFINITY;
    }
}
