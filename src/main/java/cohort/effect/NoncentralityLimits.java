package cohort.effect;

import java.util.function.DoubleUnaryOperator;

/**
 * The 95 % interval of a noncentrality parameter, given the statistic: at each limit, the statistic or one beyond it has a
 * probability of 2.5 % (Steiger &amp; Fouladi 1997, in What if there were no significance tests, chapter 9).
 *
 * @param lower the lower limit by the statistic
 * @param upper the upper limit by the statistic
 */
record NoncentralityLimits(DoubleUnaryOperator lower, DoubleUnaryOperator upper) {
    /** What is left to each side. */
    static final double TAIL = 0.025;

    double lower(double statistic) {
        return lower.applyAsDouble(statistic);
    }

    double upper(double statistic) {
        return upper.applyAsDouble(statistic);
    }
}
