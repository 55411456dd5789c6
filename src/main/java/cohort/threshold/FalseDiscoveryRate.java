package cohort.threshold;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The z above which a fraction alpha at most of the voxels is expected to be false: the step-up procedure of Benjamini
 * &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57:289.
 */
record FalseDiscoveryRate() implements HeightRule {

    /** How far the level lies below the last rejected z, as in nilearn 0.14.0. */
    private static final double BELOW = 1e-12;

    private static final double ROUNDING = 1e-6;

    @Override
    public String spelling() {
        return "fdr";
    }

    @Override
    public double level(double[] evidence, double alpha) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        // A z whose p is above alpha is never rejected; the others are few, and only they are sorted.
        double least = normal.inverseSurvivalProbability(alpha) - ROUNDING;
        double[] high = Arrays.stream(evidence).filter(z -> z >= least).sorted().toArray();
        for (int v = 0; v < high.length; v++)
            if (normal.survivalProbability(high[v]) < alpha * (high.length - v) / evidence.length)
                return Math.max(0, high[v] - BELOW);
        return Double.POSITIVE_INFINITY;
    }
}
