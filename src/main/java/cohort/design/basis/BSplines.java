package cohort.design.basis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * B-splines over an interval, by the recursion of Cox and de Boor (de Boor 1978, chapter X), without the first one, which an
 * intercept stands for: the basis of R's and patsy's {@code bs}.
 *
 * @param degree of the pieces, 3 for cubic ones
 * @param knots each inner knot once, each end of the interval {@code degree + 1} times, in ascending order
 */
public record BSplines(int degree, double[] knots) {

    /**
     * Splines with inner knots at equally spaced quantiles (R's type 7, NumPy's linear ones) of the variable.
     *
     * @param x the variable
     * @param df the number of splines, {@code degree} or more
     * @param degree of the pieces
     */
    public static BSplines ofFreedom(double[] x, int df, int degree) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int inner = df - degree;
        return ofKnots(
                x,
                IntStream.rangeClosed(1, inner)
                        .mapToObj(k -> quantile(sorted, k / (inner + 1.0)))
                        .toList(),
                degree);
    }

    /**
     * @param x the variable, whose range is the interval
     * @param inner the inner knots, within it
     * @param degree of the pieces
     */
    public static BSplines ofKnots(double[] x, List<Double> inner, int degree) {
        double[] knots = new double[inner.size() + 2 * (degree + 1)];
        Arrays.fill(knots, 0, degree + 1, Arrays.stream(x).min().orElseThrow());
        Arrays.fill(
                knots,
                degree + 1 + inner.size(),
                knots.length,
                Arrays.stream(x).max().orElseThrow());
        for (int k = 0; k < inner.size(); k++) knots[degree + 1 + k] = inner.get(k);
        Arrays.sort(knots);
        return new BSplines(degree, knots);
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Number of splines. */
    public int size() {
        return knots.length - degree - 2;
    }

    /** The lower end of the interval. */
    public double from() {
        return knots[0];
    }

    /** The upper end of the interval. */
    public double to() {
        return knots[knots.length - 1];
    }

    /**
     * @param x values within the interval
     * @return splines x values
     */
    public double[][] at(double[] x) {
        double[][] splines = new double[size()][x.length];
        for (int i = 0; i < x.length; i++) {
            double[] all = at(x[i]);
            for (int k = 0; k < splines.length; k++) splines[k][i] = all[k + 1];
        }
        return splines;
    }

    /** All splines at one place; of each degree only few are not 0 there. */
    private double[] at(double x) {
        double[] splines = new double[knots.length - 1];
        splines[piece(x)] = 1;
        for (int d = 1; d <= degree; d++)
            for (int k = 0; k + d < knots.length - 1; k++)
                splines[k] = share(x, knots[k], knots[k + d]) * splines[k]
                        + share(-x, -knots[k + d + 1], -knots[k + 1]) * splines[k + 1];
        return splines;
    }

    /** Number of the knot that the piece with x begins at; the upper end belongs to the last piece. */
    private int piece(double x) {
        int piece = degree;
        while (piece + 1 < knots.length - degree - 1 && knots[piece + 1] <= x) piece++;
        while (knots[piece + 1] <= knots[piece]) piece--;
        return piece;
    }

    private static double share(double x, double from, double to) {
        return to > from ? (x - from) / (to - from) : 0;
    }
}
