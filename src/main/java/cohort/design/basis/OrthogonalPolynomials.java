package cohort.design.basis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The polynomials of degree 1 and more over given values, orthogonal to each other and to 1, of unit length and with a
 * positive leading coefficient, as R's {@code poly} (Kennedy &amp; Gentle 1980, pp. 343-344).
 */
public final class OrthogonalPolynomials {
    private final int points;
    private final double mean;
    private final List<Step> steps = new ArrayList<>();

    /**
     * How a polynomial follows from those of lower degree: multiplied by the variable, freed of them, and scaled.
     *
     * @param along what is taken away of each, twice: the first pass leaves a remainder as large as its rounding
     * @param length what is divided by
     */
    private record Step(double[] along, double length) {}

    /**
     * @param x the values, more of them distinct than the degree
     * @param degree the highest one
     */
    public OrthogonalPolynomials(double[] x, int degree) {
        this.points = x.length;
        this.mean = Arrays.stream(x).average().orElseThrow();
        List<double[]> basis = constant(x.length);
        for (int d = 1; d <= degree; d++) {
            double[] next = times(basis.get(d - 1), x);
            double[] along = new double[2 * d];
            for (int a = 0; a < along.length; a++) {
                along[a] = dot(next, basis.get(a % d));
                subtract(next, along[a], basis.get(a % d));
            }
            steps.add(new Step(along, Math.sqrt(dot(next, next))));
            divide(next, steps.get(d - 1).length);
            basis.add(next);
        }
    }

    /**
     * @param x values, the given ones or others
     * @return degree x values
     */
    public double[][] at(double[] x) {
        List<double[]> basis = constant(x.length);
        for (Step step : steps) {
            int d = basis.size();
            double[] next = times(basis.get(d - 1), x);
            for (int a = 0; a < step.along.length; a++) subtract(next, step.along[a], basis.get(a % d));
            divide(next, step.length);
            basis.add(next);
        }
        return basis.stream().skip(1).toArray(double[][]::new);
    }

    private List<double[]> constant(int size) {
        double[] one = new double[size];
        Arrays.fill(one, 1 / Math.sqrt(points));
        return new ArrayList<>(List.of(one));
    }

    private double[] times(double[] polynomial, double[] x) {
        double[] product = polynomial.clone();
        for (int i = 0; i < x.length; i++) product[i] *= x[i] - mean;
        return product;
    }

    private static void subtract(double[] from, double along, double[] unit) {
        for (int i = 0; i < from.length; i++) from[i] -= along * unit[i];
    }

    private static void divide(double[] x, double divisor) {
        for (int i = 0; i < x.length; i++) x[i] /= divisor;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
