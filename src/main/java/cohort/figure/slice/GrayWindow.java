package cohort.figure.slice;

import java.util.Arrays;

/**
 * Which values of a background are dark and which are bright.
 *
 * @param low the value that is darkest
 * @param high the value that is brightest, above {@code low}
 */
public record GrayWindow(double low, double high) {
    private static final int SAMPLES = 200_000;

    /** From the 2nd to the 98th percentile of the values that are seen; of very many a part is looked at. */
    public static GrayWindow of(double[] values) {
        int every = Math.max(1, values.length / SAMPLES), n = 0;
        double[] seen = new double[values.length / every + 1];
        for (int v = 0; v < values.length; v += every) if (isSeen(values[v])) seen[n++] = values[v];
        seen = Arrays.copyOf(seen, n);
        Arrays.sort(seen);
        double low = n == 0 ? 0 : seen[(int) (0.02 * (n - 1))], high = n == 0 ? 1 : seen[(int) (0.98 * (n - 1))];
        return new GrayWindow(low < high ? low : low - 1, high);
    }

    /** Whether a voxel has a value to show: one that is finite and not 0. */
    public static boolean isSeen(double value) {
        return value != 0 && value - value == 0;
    }

    /** 0 for the darkest values to 1 for the brightest. */
    public double brightness(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }
}
