package cohort.effect;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of the noncentrality δ of t. Since −t has the noncentrality −δ, the lower limit at t is less than 0 by as much as
 * the upper limit at −t is more.
 *
 * @param degreesOfFreedom ν, above 0
 */
record LimitsOfT(double degreesOfFreedom) {
    private static final double DEVIATE =
            NormalDistribution.of(0, 1).inverseSurvivalProbability(NoncentralityLimits.TAIL);

    /** The limits, each solved for. */
    NoncentralityLimits exact() {
        return symmetric(this::upper);
    }

    /**
     * The limits for many values, by a table that is as exact as it says.
     *
     * @param greatest the greatest size of a value
     */
    NoncentralityLimits tabulated(double greatest) {
        if (!(greatest > 0)) return exact();
        double range = FastMath.asinh(greatest / scale());
        DoubleUnaryOperator table = ChebyshevTable.of(u -> upper(scale() * Math.sinh(u)) / Math.cosh(u), -range, range);
        return symmetric(t -> table.applyAsDouble(FastMath.asinh(t / scale())) * Math.hypot(1, t / scale()));
    }

    private static NoncentralityLimits symmetric(DoubleUnaryOperator upper) {
        return new NoncentralityLimits(t -> -upper.applyAsDouble(-t), upper);
    }

    /** Where the variance of the denominator counts as much as that of the numerator. */
    private double scale() {
        return Math.sqrt(2 * degreesOfFreedom);
    }

    private double upper(double t) {
        double far = farFrom();
        if (Math.abs(t) > far) return asymptote(t, Math.copySign(far, t));
        double step = Math.hypot(1, t / scale());
        return Root.of(
                delta -> NoncentralT.cumulative(t, degreesOfFreedom, delta) - NoncentralityLimits.TAIL,
                t + DEVIATE * step,
                step,
                Double.NEGATIVE_INFINITY);
    }

    /** Beyond this the numerator's own variance hardly counts. */
    private double farFrom() {
        return 100 * Math.max(10, Math.sqrt(degreesOfFreedom));
    }

    /** δ / t = a + b / t² + O(t^−4), where a is a quantile of χ / √ν. */
    private double asymptote(double t, double far) {
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
        double quantile = t > 0
                ? chiSquared.inverseSurvivalProbability(NoncentralityLimits.TAIL)
                : chiSquared.inverseCumulativeProbability(NoncentralityLimits.TAIL);
        double a = Math.sqrt(quantile / degreesOfFreedom);
        return t * (a + (upper(far) / far - a) * (far / t) * (far / t));
    }
}
