package cohort.threshold.rule;

import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;

/** The evidence that a single test exceeds with probability alpha; the number of tests does not count. */
public record FalsePositiveRate() implements HeightRule {

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
    public double level(double[] evidence, Statistic statistic, Tail tail, double alpha) {
        return statistic.evidence(alpha, tail);
    }
}
