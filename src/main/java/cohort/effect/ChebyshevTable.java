package cohort.effect;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A smooth function by its values at the Chebyshev points of an interval, between which it is interpolated by the second
 * barycentric formula (Berrut &amp; Trefethen 2004, SIAM Review 46:501).
 */
final class ChebyshevTable implements DoubleUnaryOperator {
    /** How far the table may be from the function at points that are not in it, relative to the function or to 1. */
    static final double TOLERANCE = 1e-10;

    private static final int FEWEST = 8, MOST = 1024;
    private final double[] points, values;

    private ChebyshevTable(double[] points, double[] values) {
        this.points = points;
        this.values = values;
    }

    /**
     * Takes twice as many points until the table foretells those that are added.
     *
     * @return the table; the function itself if no table does
     */
    static DoubleUnaryOperator of(DoubleUnaryOperator function, double from, double to) {
        ChebyshevTable table = new ChebyshevTable(points(from, to, FEWEST), new double[FEWEST + 1]);
        for (int k = 0; k <= FEWEST; k++) table.values[k] = function.applyAsDouble(table.points[k]);
        for (int n = 2 * FEWEST; n <= MOST; n *= 2) {
            ChebyshevTable finer = new ChebyshevTable(points(from, to, n), new double[n + 1]);
            boolean foretold = true;
            for (int k = 0; k <= n; k++) {
                finer.values[k] = k % 2 == 0 ? table.values[k / 2] : function.applyAsDouble(finer.points[k]);
                double error = Math.abs(table.applyAsDouble(finer.points[k]) - finer.values[k]);
                foretold &= error <= TOLERANCE * Math.max(1, Math.abs(finer.values[k]));
            }
            if (foretold) return finer;
            table = finer;
        }
        return function;
    }

    /** The n + 1 extreme points of the Chebyshev polynomial of degree n; they are among those of 2 n. */
    static double[] points(double from, double to, int n) {
        return IntStream.rangeClosed(0, n)
                .mapToDouble(k -> (from + to) / 2 - (to - from) / 2 * Math.cos(Math.PI * k / n))
                .toArray();
    }

    @Override
    public double applyAsDouble(double x) {
        return interpolated(points, values, x);
    }

    /**
     * The polynomial through values at Chebyshev points.
     *
     * @param points as {@link #points} gives them
     */
    static double interpolated(double[] points, double[] values, double x) {
        double above = 0, below = 0;
        for (int k = 0; k < points.length; k++) {
            if (x == points[k]) return values[k];
            double weight = (k == 0 || k == points.length - 1 ? 0.5 : 1) * (k % 2 == 0 ? 1 : -1) / (x - points[k]);
            above += weight * values[k];
            below += weight;
        }
        return above / below;
    }
}
