package cohort.figure.chart;

import cohort.figure.colour.Tick;
import java.util.Arrays;

/**
 * Numbers counted in bins of equal, round width.
 *
 * @param low where the first bin begins
 * @param width of a bin, above 0
 * @param counts one a bin
 */
public record Histogram(double low, double width, int[] counts) {
    private static final int MOST_BINS = 60;

    /**
     * Bins of the width of Freedman and Diaconis (1981, Probability Theory and Related Fields 57:453), 60 at most, rounded
     * up; whole numbers are not divided.
     *
     * @param values finite, at least one
     */
    public static Histogram of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double range = sorted[n - 1] - sorted[0],
                quartiles = sorted[(int) (0.75 * (n - 1))] - sorted[(int) (0.25 * (n - 1))];
        boolean whole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
        double least = Math.max(2 * quartiles / Math.cbrt(n), range / MOST_BINS);
        double width = Tick.step(Math.max(least, whole ? 1 : Math.max(1e-9 * Math.abs(sorted[n - 1]), 1e-300)));
        // Whole numbers lie in the middle of their bins.
        double shift = whole && width == 1 ? 0.5 : 0;
        // The product can be rounded to above the least value.
        double low = Math.min(sorted[0], Math.floor((sorted[0] + shift) / width) * width - shift);
        int bins = 1 + (int) Math.floor((sorted[n - 1] - low) / width);
        // Nor may the end of the last bin be rounded to below the greatest.
        int[] counts = new int[low + width * bins < sorted[n - 1] ? bins + 1 : bins];
        for (double value : sorted) counts[Math.min(counts.length - 1, (int) ((value - low) / width))]++;
        return new Histogram(low, width, counts);
    }

    /** Where the last bin ends. */
    public double high() {
        return low + width * counts.length;
    }

    /** The largest count. */
    int most() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
