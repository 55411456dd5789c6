package cohort.effect;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A smooth function as a sum of Chebyshev polynomials that takes its values at the Chebyshev points of an interval (Trefethen
 * 2013, Approximation Theory and Approximation Practice, chapters 2 to 4).
 */
final class ChebyshevTable implements DoubleUnaryOperator {
    /** How far the sum may be from the function at points that it was not made from, relative to the function or to 1. */
    static final double TOLERANCE = 1e-10;

    private static final int FEWEST = 8, MOST = 1024;
    private final double from, to;
    private final double[] coefficients;

    private ChebyshevTable(double from, double to, double[] values) {
        this.from = from;
        this.to = to;
        this.coefficients = coefficients(values);
    }

    /**
     * Takes twice as many points until the sum foretells those that are added.
     *
     * @return the sum; the function itself if none does
     */
    static DoubleUnaryOperator of(DoubleUnaryOperator function, double from, double to) {
        double[] values = IntStream.rangeClosed(0, FEWEST)
                .mapToDouble(k -> function.applyAsDouble(point(from, to, k, FEWEST)))
                .toArray();
        for (int n = 2 * FEWEST; n <= MOST; n *= 2) {
            ChebyshevTable table = new ChebyshevTable(from, to, values);
            double[] finer = new double[n + 1];
            boolean foretold = true;
            for (int k = 0; k <= n; k++) {
                double point = point(from, to, k, n);
                finer[k] = k % 2 == 0 ? values[k / 2] : function.applyAsDouble(point);
                double error = Math.abs(table.applyAsDouble(point) - finer[k]);
                foretold &= error <= TOLERANCE * Math.max(1, Math.abs(finer[k]));
            }
            if (foretold) return table;
            values = finer;
        }
        return function;
    }

    /** One of the n + 1 extremes of the Chebyshev polynomial of degree n; they are among those of degree 2 n. */
    static double point(double from, double to, int k, int n) {
        return (from + to) / 2 + (to - from) / 2 * Math.cos(Math.PI * k / n);
    }

    private static double[] coefficients(double[] values) {
        int n = values.length - 1;
        double[] coefficients = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            for (int k = 0; k <= n; k++)
                coefficients[j] += ends(k, n) * values[k] * Math.cos(Math.PI * ((long) j * k % (2 * n)) / n);
            coefficients[j] *= ends(j, n) * 2 / n;
        }
        return coefficients;
    }

    private static double ends(int k, int n) {
        return k == 0 || k == n ? 0.5 : 1;
    }

    /** By Clenshaw's recurrence. */
    @Override
    public double applyAsDouble(double x) {
        double y = (2 * x - from - to) / (to - from), next = 0, last = 0;
        for (int j = coefficients.length - 1; j > 0; j--) {
            double current = 2 * y * next - last + coefficients[j];
            last = next;
            next = current;
        }
        return y * next - last + coefficients[0];
    }
}
