package cohort.effect;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/** Where a falling function is 0. */
final class Root {
    private static final double RELATIVE = 1e-14, ABSOLUTE = 1e-13, VALUE = 1e-16;
    private static final int ORDER = 5, MOST = 500;

    private Root() {}

    /**
     * @param falling the function
     * @param from where to begin to look
     * @param step how far to go at first, above 0
     * @param least the function is not asked for anything below; it is above 0 there
     */
    static double of(DoubleUnaryOperator falling, double from, double step, double least) {
        double low = Math.max(least, from - step), high = from + step, size = step;
        while (low > least && falling.applyAsDouble(low) < 0) {
            high = low;
            size *= 2;
            low = Math.max(least, low - size);
        }
        while (falling.applyAsDouble(high) > 0) {
            low = high;
            size *= 2;
            high += size;
        }
        return new BracketingNthOrderBrentSolver(RELATIVE, ABSOLUTE, VALUE, ORDER)
                .solve(MOST, falling::applyAsDouble, low, high, AllowedSolution.ANY_SIDE);
    }
}
