package cohort.design.formula;

import cohort.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers made from numbers. */
final class Polynomials {
    /** A vector that shrinks below this share of its length by projection had no direction of its own. */
    private static final double DEPENDENT = 1e-10;

    private Polynomials() {}

    static double[] centered(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> v - mean).toArray();
    }

    /** Divided by the population standard deviation, as SciPy's {@code zscore}. */
    static double[] standardized(Regressor x) {
        double[] centered = centered(x.values());
        double length = Math.sqrt(dot(centered, centered)), sd = length / Math.sqrt(centered.length);
        if (length <= DEPENDENT * Math.sqrt(dot(x.values(), x.values())))
            throw new InputException("zscore(" + x.name()
                    + ") divides by a standard deviation of 0, expected a column that differs between subjects.");
        return Arrays.stream(centered).map(v -> v / sd).toArray();
    }

    /**
     * The polynomials of degree 1 to {@code degree} over x, orthogonal to each other and to 1, of unit length and with
     * a positive leading coefficient, as R's {@code poly} (Kennedy &amp; Gentle 1980, pp. 343-344).
     */
    static List<Regressor> orthonormal(Regressor x, int degree) {
        long points = Arrays.stream(x.values()).distinct().count();
        if (degree >= points)
            throw new InputException("poly(" + x.name() + ", " + degree + ") needs more than " + degree
                    + " distinct values, found " + points + "; lower the degree.");
        double[] centered = centered(x.values());
        double[] one = new double[centered.length];
        Arrays.fill(one, 1 / Math.sqrt(one.length));
        List<double[]> basis = new ArrayList<>(List.of(one));
        List<Regressor> regressors = new ArrayList<>();
        for (int d = 1; d <= degree; d++) {
            double[] next = basis.get(d - 1).clone();
            for (int s = 0; s < next.length; s++) next[s] *= centered[s];
            // Twice, since the first pass leaves a remainder as large as the rounding of what it takes away.
            for (int pass = 0; pass < 2; pass++) for (double[] b : basis) subtractProjection(next, b);
            double length = Math.sqrt(dot(next, next));
            for (int s = 0; s < next.length; s++) next[s] /= length;
            basis.add(next);
            regressors.add(new Regressor("poly." + x.name() + "." + d, next));
        }
        return regressors;
    }

    private static void subtractProjection(double[] x, double[] unit) {
        double along = dot(x, unit);
        for (int s = 0; s < x.length; s++) x[s] -= along * unit[s];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
