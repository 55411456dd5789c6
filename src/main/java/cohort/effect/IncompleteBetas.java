package cohort.effect;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The regularised incomplete beta function I(a) = I_x(a, b) at a, a + 1, a + 2, ..., by I(a + 1) = I(a) − x^a (1 − x)^b / (a
 * B(a, b)). The differences are kept as logarithms, since they may begin below what a double holds.
 */
final class IncompleteBetas {
    private final double b, logX;
    private double a, value, logStep;

    /**
     * @param ratio x / (1 − x), above 0 and finite: of the two the smaller one keeps its digits
     */
    IncompleteBetas(double a, double b, double ratio) {
        this.a = a;
        this.b = b;
        double x = ratio / (1 + ratio), rest = 1 / (1 + ratio);
        BetaDistribution beta = x < rest ? BetaDistribution.of(a, b) : BetaDistribution.of(b, a);
        value = x < rest ? beta.cumulativeProbability(x) : beta.survivalProbability(rest);
        logX = x < rest ? Math.log(x) : Math.log1p(-rest);
        double logRest = x < rest ? Math.log1p(-x) : Math.log(rest);
        logStep = beta.logDensity(Math.min(x, rest)) + logX + logRest - Math.log(a);
    }

    /** I(a). */
    double value() {
        return value;
    }

    /** Goes on to the next. */
    void next() {
        value = Math.max(0, value - Math.exp(logStep));
        logStep += logX + Math.log((a + b) / (a + 1));
        a++;
    }
}
