package cohort.effect;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The interval of the noncentrality λ of F. A limit is 0 where no noncentrality gives so small a statistic the probability of
 * that limit.
 *
 * @param numerator q, above 0
 * @param denominator ν, above 0
 */
record LimitsOfF(double numerator, double denominator) {

    /** The limits, each solved for. */
    NoncentralityLimits exact() {
        return new NoncentralityLimits(
                f -> limit(f, 1 - NoncentralityLimits.TAIL), f -> limit(f, NoncentralityLimits.TAIL));
    }

    /**
     * The limits for many values, by a table that is as exact as it says.
     *
     * @param greatest the largest value
     */
    NoncentralityLimits tabulated(double greatest) {
        return new NoncentralityLimits(
                table(greatest, 1 - NoncentralityLimits.TAIL), table(greatest, NoncentralityLimits.TAIL));
    }

    private DoubleUnaryOperator table(double greatest, double p) {
        double first = FDistribution.of(numerator, denominator).inverseCumulativeProbability(p);
        if (!(greatest > first)) return f -> 0;
        DoubleUnaryOperator table = ChebyshevTable.of(
                logF -> limit(Math.exp(logF), p) / growth(Math.exp(logF)), Math.log(first), Math.log(greatest));
        return f -> f <= first ? 0 : Math.max(0, table.applyAsDouble(Math.log(f))) * growth(f);
    }

    /** λ grows about as fast, which leaves the table flat. */
    private double growth(double f) {
        return 1 + numerator * f / (2 * denominator);
    }

    /** The λ of which the distribution function at f is p. */
    private double limit(double f, double p) {
        double far = farFrom();
        if (f > far) return asymptote(f, far, p);
        if (NoncentralF.cumulative(f, numerator, denominator, 0) <= p) return 0;
        double size = numerator * f;
        return Root.of(lambda -> NoncentralF.cumulative(f, numerator, denominator, lambda) - p, size, 1 + size / 2, 0);
    }

    /** Beyond this the numerator's own variance hardly counts. */
    private double farFrom() {
        return 1e4 * Math.max(100, denominator) / numerator;
    }

    /** λ / (q f) = a + b / f + O(1 / f²), where a is a quantile of χ² / ν. */
    private double asymptote(double f, double far, double p) {
        double a = ChiSquaredDistribution.of(denominator).inverseSurvivalProbability(p) / denominator;
        return numerator * f * (a + (limit(far, p) / (numerator * far) - a) * far / f);
    }
}
