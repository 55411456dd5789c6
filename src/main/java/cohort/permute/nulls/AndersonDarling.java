package cohort.permute.nulls;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * The Anderson–Darling test of a generalised Pareto distribution whose two parameters were estimated (Choulakian & Stephens
 * 2001, Technometrics 43:478, Table 2).
 */
final class AndersonDarling {
    /** The shapes k of the table's rows. */
    private static final double[] SHAPES = {-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.5, 0.9};
    /** The p-values of its columns. */
    private static final double[] PS = {0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};

    /** A² by p-value and shape. */
    private static final double[][] A2 = {
        {0.496, 0.468, 0.445, 0.426, 0.410, 0.397, 0.386, 0.376, 0.356, 0.339},
        {0.735, 0.688, 0.649, 0.617, 0.591, 0.569, 0.550, 0.534, 0.499, 0.471},
        {1.061, 0.985, 0.924, 0.873, 0.831, 0.796, 0.766, 0.741, 0.685, 0.641},
        {1.321, 1.221, 1.140, 1.074, 1.020, 0.974, 0.935, 0.903, 0.830, 0.771},
        {1.590, 1.465, 1.365, 1.283, 1.215, 1.158, 1.110, 1.069, 0.978, 0.905},
        {1.958, 1.799, 1.672, 1.567, 1.481, 1.409, 1.348, 1.296, 1.180, 1.086},
        {2.243, 2.058, 1.909, 1.788, 1.687, 1.603, 1.532, 1.471, 1.336, 1.226},
        {2.922, 2.674, 2.475, 2.314, 2.176, 2.064, 1.966, 1.893, 1.707, 1.559}
    };

    private AndersonDarling() {}

    /**
     * p of the fit: at most 0.5, where the table begins, and 0 beyond its end.
     *
     * @param survivals the fitted share above each excess
     * @param shape k; beyond the table's shapes its first or last row counts
     */
    static double p(double[] survivals, double shape) {
        double k = Math.max(SHAPES[0], Math.min(SHAPES[SHAPES.length - 1], shape));
        double[] levels = Arrays.stream(A2)
                .mapToDouble(row -> along(SHAPES, row).value(k))
                .toArray();
        double a2 = statistic(survivals);
        if (!(a2 < levels[levels.length - 1])) return 0;
        return a2 <= levels[0] ? PS[0] : along(levels, PS).value(a2);
    }

    private static PolynomialSplineFunction along(double[] x, double[] y) {
        return new LinearInterpolator().interpolate(x, y);
    }

    private static double statistic(double[] survivals) {
        double[] u = survivals.clone();
        Arrays.sort(u);
        int n = u.length;
        double sum = 0;
        for (int i = 0; i < n; i++) sum += (2 * i + 1) * (Math.log(u[i]) + Math.log1p(-u[n - 1 - i]));
        return -n - sum / n;
    }
}
