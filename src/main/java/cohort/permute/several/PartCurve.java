package cohort.permute.several;

import cohort.permute.nulls.TailP;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * What evidence contributes to a combination: exactly, which takes a while, or rounded up, which does not. One instance per thread.
 */
final class PartCurve {
    private static final int STEPS = 2048;
    /** From the evidence of such a p on, nothing is rounded up. */
    private static final double LAST_P = 1e-9;
    /** More than rounding leaves of a contribution that does not fall. */
    private static final double ROUNDING = 1e-9;

    private final Combination how;
    private final TailP p;
    private final ContinuousDistribution distribution;
    private final double lowest;
    private final double perStep;
    private final double[] ceilings = new double[STEPS];

    PartCurve(Combination how, TailP p) {
        this.how = how;
        this.p = p;
        this.distribution = p.distribution();
        double highest = distribution.inverseSurvivalProbability(LAST_P);
        this.lowest = Math.max(p.least(), -highest);
        this.perStep = STEPS / (highest - lowest);
        for (int step = 0; step < STEPS; step++) {
            double ceiling = exact(lowest + (step + 1) / perStep);
            ceilings[step] = ceiling + ROUNDING * Math.max(1, Math.abs(ceiling));
        }
    }

    /** The contribution. */
    double exact(double evidence) {
        return how.part(p, distribution, evidence);
    }

    /** No less than the contribution. */
    double atMost(double evidence) {
        double step = (evidence - lowest) * perStep;
        if (!(step < STEPS)) return Double.POSITIVE_INFINITY;
        return ceilings[(int) Math.max(0, step)];
    }
}
