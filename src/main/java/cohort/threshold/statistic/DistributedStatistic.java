package cohort.threshold.statistic;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A statistic whose distribution under the null hypothesis is known.
 *
 * @param spelling e.g. {@code t(15)}
 * @param intent NIfTI's code
 * @param p1 the first parameter of the distribution, 0 for none
 * @param p2 the second
 * @param isSigned whether the distribution is symmetric about 0
 * @param distribution the null distribution
 */
record DistributedStatistic(
        String spelling, int intent, double p1, double p2, boolean isSigned, ContinuousDistribution distribution)
        implements Statistic {

    @Override
    public double p(double evidence) {
        return distribution.survivalProbability(evidence);
    }

    @Override
    public double evidence(double p) {
        return distribution.inverseSurvivalProbability(p);
    }

    @Override
    public String toString() {
        return spelling;
    }
}
