package cohort.permute.model;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Turns t and F of any degrees of freedom into the z of the same tail probability.
 *
 * @param effects 1 for t, more for F
 */
public record NormalDeviates(int effects) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Smaller tails are taken for this one, as in nilearn. */
    private static final double LEAST_P = 1e-300;

    /** The z, within ±37.05, taken from the smaller tail. */
    public double z(double value, double degreesOfFreedom) {
        ContinuousDistribution distribution =
                effects == 1 ? TDistribution.of(degreesOfFreedom) : FDistribution.of(effects, degreesOfFreedom);
        double upper = distribution.survivalProbability(value);
        if (upper <= 0.5) return NORMAL.inverseSurvivalProbability(Math.max(LEAST_P, upper));
        return NORMAL.inverseCumulativeProbability(Math.max(LEAST_P, distribution.cumulativeProbability(value)));
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
    double skipped(double value) {
        return effects == 1 ? value : Double.NEGATIVE_INFINITY;
    }
}
