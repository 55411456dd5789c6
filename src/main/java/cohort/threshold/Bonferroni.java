package cohort.threshold;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The z that any of the tests exceeds with probability alpha at most (family-wise error). */
record Bonferroni() implements HeightRule {

    @Override
    public String spelling() {
        return "bonferroni";
    }

    @Override
    public double level(double[] evidence, double alpha) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / evidence.length);
    }
}
