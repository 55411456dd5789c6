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

    @Override
    public String spelling() {
        return "fdr";
    }

    @Override
    public double level(double[] evidence, double alpha) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        Arrays.sort(evidence);
        int n = evidence.length;
        for (int v = 0; v < n; v++)
            if (normal.survivalProbability(evidence[v]) < alpha * (n - v) / n) return Math.max(0, evidence[v] - BELOW);
        return Double.POSITIVE_INFINITY;
    }
}
