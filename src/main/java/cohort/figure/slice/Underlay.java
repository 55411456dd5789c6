package cohort.figure.slice;

import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What a map of statistics lies on, in grays. What is 0 or not finite is transparent, as is what lies outside the grid.
 *
 * @param map the values along the axes of space
 * @param low the value that is nearly black
 * @param high the value that is nearly white, above {@code low}
 */
record Underlay(Upright map, double low, double high) {
    private static final int SAMPLES = 200_000, DARKEST = 0x20, BRIGHTEST = 0xF4;

    /** With grays from the 2nd to the 98th percentile of the values that are seen. */
    static Underlay of(Upright map) {
        double[] values = map.values();
        int every = Math.max(1, values.length / SAMPLES), n = 0;
        double[] seen = new double[values.length / every + 1];
        for (int v = 0; v < values.length; v += every)
            if (values[v] != 0 && Double.isFinite(values[v])) seen[n++] = values[v];
        seen = Arrays.copyOf(seen, n);
        Arrays.sort(seen);
        double low = n == 0 ? 0 : seen[(int) (0.02 * (n - 1))], high = n == 0 ? 1 : seen[(int) (0.98 * (n - 1))];
        return new Underlay(map, low < high ? low : low - 1, high);
    }

    /** Whether a voxel has a value to show. */
    static boolean isSeen(double value) {
        return value != 0 && value - value == 0;
    }

    /** The slice at a position, interpolated between its two neighbours; a pixel a voxel, first row uppermost. */
    BufferedImage slice(View view, double mm) {
        SpaceAxes axes = map.axes();
        double position = (mm - axes.low(view.depth())) / axes.spacing(view.depth()) - 0.5;
        int below = (int) Math.floor(position), last = axes.size(view.depth()) - 1;
        double part = position - below;
        int width = axes.size(view.across()), height = axes.size(view.up());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int u = 0; u < height; u++)
            for (int a = 0; a < width; a++) {
                double p = at(view, a, u, Math.max(0, Math.min(last, below)));
                double q = at(view, a, u, Math.max(0, Math.min(last, below + 1)));
                boolean nearer = part < 0.5 ? isSeen(p) : isSeen(q);
                if (!nearer) continue;
                double value = !isSeen(p) ? q : !isSeen(q) ? p : p + part * (q - p);
                double bright = Math.max(0, Math.min(1, (value - low) / (high - low)));
                int gray = (int) Math.round(DARKEST + bright * (BRIGHTEST - DARKEST));
                image.setRGB(a, height - 1 - u, 0xFF << 24 | gray << 16 | gray << 8 | gray);
            }
        return image;
    }

    private double at(View view, int across, int up, int depth) {
        return map.values()[Slab.index(map.axes(), view, across, up, depth)];
    }
}
