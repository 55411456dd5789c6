package cohort.threshold;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The z that a single test exceeds with probability alpha; the number of tests does not count. */
record FalsePositiveRate() implements HeightRule {

    @Override
    public String spelling() {
        return "fpr";
    }

    /** Of a single voxel: 0.05 would leave a twentieth of an empty map. */
    @Override
    public double usualAlpha() {
        return 0.001;
    }

    @Override
    public double level(double[] evidence, double alpha) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha);
    }
}
