package cohort.permute.nulls;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The parametric p of evidence.
 *
 * @param rows of the contrast: 1 for t, more for F
 * @param degreesOfFreedom of the residuals; infinite for values that are z already
 * @param sides how many sides count: 1, or 2 of t and z alone
 */
public record TailP(int rows, double degreesOfFreedom, int sides) {
    /** Smaller p are taken for this one. */
    public static final double LEAST = 1e-300;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Of the statistic on its upper side. */
    public ContinuousDistribution distribution() {
        if (Double.isInfinite(degreesOfFreedom)) return NORMAL;
        return rows == 1 ? TDistribution.of(degreesOfFreedom) : FDistribution.of(rows, degreesOfFreedom);
    }

    /** The least evidence: none of two sides and of F is below 0. */
    public double least() {
        return sides == 1 ? distribution().getSupportLowerBound() : 0;
    }

    /**
     * The probability of at least so much evidence, from {@link #LEAST} to 1.
     *
     * @param distribution what {@link #distribution} gives, made once
     */
    public double p(ContinuousDistribution distribution, double evidence) {
        return Math.max(LEAST, Math.min(1, sides * distribution.survivalProbability(evidence)));
    }

    /**
     * The z of that p, within ±37.05, taken from the smaller tail.
     *
     * @param distribution what {@link #distribution} gives, made once
     */
    public double z(ContinuousDistribution distribution, double evidence) {
        double p = p(distribution, evidence);
        if (p <= 0.5) return NORMAL.inverseSurvivalProbability(p);
        double other = sides == 1 ? distribution.cumulativeProbability(evidence) : 1 - p;
        return NORMAL.inverseCumulativeProbability(Math.max(LEAST, other));
    }
}
