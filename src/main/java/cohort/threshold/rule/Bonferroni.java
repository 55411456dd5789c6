package cohort.threshold.rule;

import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;

/** The evidence that any of the tests exceeds with probability alpha at most (family-wise error). */
public record Bonferroni() implements HeightRule {

    @Override
    public String spelling() {
        return "bonferroni";
    }

    @Override
    public double level(double[] evidence, Statistic statistic, Tail tail, double alpha) {
        return statistic.evidence(alpha / evidence.length, tail);
    }
}
