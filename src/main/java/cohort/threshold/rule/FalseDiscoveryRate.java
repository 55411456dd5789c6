package cohort.threshold.rule;

import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import java.util.Arrays;

/**
 * The evidence above which a fraction alpha at most of the voxels is expected to be false: the step-up procedure of Benjamini
 * &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57:289.
 */
public record FalseDiscoveryRate() implements HeightRule {

    /** How far the level lies below the last rejected value, as in nilearn 0.14.1. */
    private static final double BELOW = 1e-12;

    private static final double ROUNDING = 1e-6;

    @Override
    public String spelling() {
        return "fdr";
    }

    @Override
    public double level(double[] evidence, Statistic statistic, Tail tail, double alpha) {
        // What has a p above alpha is never rejected; the others are few, and only they are sorted.
        double least = statistic.evidence(alpha, tail);
        least -= ROUNDING * Math.max(1, Math.abs(least));
        double first = least;
        double[] high =
                Arrays.stream(evidence).filter(value -> value >= first).sorted().toArray();
        for (int v = 0; v < high.length; v++)
            if (statistic.p(high[v], tail) < alpha * (high.length - v) / evidence.length)
                return Math.max(0, high[v] - BELOW);
        return Double.POSITIVE_INFINITY;
    }
}
