package cohort.design.matrix;

import java.util.Arrays;

/**
 * Which combination of regressors' effects is tested against 0.
 *
 * @param name for files: letters and digits in camelCase
 * @param text as the user wrote it
 * @param rows q x p weights (a copy goes in and comes out): one row for t, several independent ones for F
 */
public record Contrast(String name, String text, double[][] rows) {

    public Contrast {
        rows = copy(rows);
    }

    @Override
    public double[][] rows() {
        return copy(rows);
    }

    /** Whether several rows are tested together. */
    public boolean isF() {
        return rows.length > 1;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
