package cohort.permute.nulls;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A null distribution that is a gamma distribution with an origin of its own (Pearson's type III), which has the mean, the
 * variance and the skewness of the maxima (Winkler et al. 2016, NeuroImage 141:502, section "Gamma approximation"). It is taken if
 * as many maxima as a binomial allows are found in its upper tails of 10, 5 and 1 %.
 */
final class GammaCurve implements NullModel {
    private static final double[] TAILS = {0.1, 0.05, 0.01};
    /** The chance that a true curve is refused, shared by both sides of all tails. */
    private static final double REFUSED = 0.05;

    private static final int LEAST_MAXIMA = 100;

    private final double origin;
    private final GammaDistribution distribution;

    private GammaCurve(double mean, double deviation, double skewness) {
        double shape = 4 / (skewness * skewness), scale = deviation * skewness / 2;
        this.origin = mean - shape * scale;
        this.distribution = GammaDistribution.of(shape, scale);
    }

    /**
     * The curve, or nothing if it does not fit.
     *
     * @param all the maxima, that of the unshuffled labelling among them
     */
    static Optional<NullModel> fit(NullDistribution all) {
        DescriptiveStatistics moments = new DescriptiveStatistics(all.sorted());
        double skewness = moments.getSkewness();
        if (all.size() <= LEAST_MAXIMA || !(skewness > 0)) return Optional.empty();
        GammaCurve curve = new GammaCurve(moments.getMean(), moments.getStandardDeviation(), skewness);
        return curve.isLike(all) ? Optional.of(curve) : Optional.empty();
    }

    private boolean isLike(NullDistribution nulls) {
        double chance = REFUSED / (2 * TAILS.length);
        for (double tail : TAILS) {
            int beyond = nulls.reach(origin + distribution.inverseSurvivalProbability(tail));
            BinomialDistribution expected = BinomialDistribution.of(nulls.size(), tail);
            if (expected.cumulativeProbability(beyond) < chance || expected.survivalProbability(beyond - 1) < chance)
                return false;
        }
        return true;
    }

    @Override
    public double p(double observed) {
        return distribution.survivalProbability(observed - origin);
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT,
                "gamma distribution (origin %.4g, shape %.3g, scale %.3g)",
                origin,
                distribution.getShape(),
                distribution.getScale());
    }
}
