package cohort.permute.screen;

import java.util.Arrays;

/** Weighted sums of rows in double precision. Each array is a parameter of its own: only so does the compiler use vectors. */
final class Combinations {
    private Combinations() {}

    /** Sets a row to the sum of the first rows times their weights. */
    static void sum(double[] weights, double[][] rows, int count, double[] sum) {
        Arrays.fill(sum, 0);
        add(weights, rows, count, sum);
    }

    /** Adds to a row the first rows times their weights. */
    static void add(double[] weights, double[][] rows, int count, double[] sum) {
        int i = 0;
        for (; i + 3 < count; i += 4) add(sum, weights, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
        for (; i < count; i++) add(sum, weights[i], rows[i]);
    }

    private static void add(double[] sum, double[] weights, int i, double[] x, double[] y, double[] z, double[] u) {
        double a = weights[i], b = weights[i + 1], c = weights[i + 2], d = weights[i + 3];
        for (int j = 0; j < sum.length; j++) sum[j] = sum[j] + a * x[j] + b * y[j] + c * z[j] + d * u[j];
    }

    private static void add(double[] sum, double a, double[] x) {
        for (int j = 0; j < sum.length; j++) sum[j] += a * x[j];
    }

    /** Multiplies a row. */
    static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) row[j] *= factor;
    }
}
