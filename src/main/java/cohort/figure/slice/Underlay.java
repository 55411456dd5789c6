package cohort.figure.slice;

import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.awt.image.BufferedImage;

/**
 * What a map of statistics lies on, in grays. What is 0 or not finite is transparent, as is what lies outside the grid.
 *
 * @param map the values along the axes of space
 * @param window which of them are nearly black and which nearly white
 */
record Underlay(Upright map, GrayWindow window) {
    private static final int DARKEST = 0x20, BRIGHTEST = 0xF4;

    /** With grays from the 2nd to the 98th percentile of the values that are seen. */
    static Underlay of(Upright map) {
        return new Underlay(map, GrayWindow.of(map.values()));
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
                boolean nearer = part < 0.5 ? GrayWindow.isSeen(p) : GrayWindow.isSeen(q);
                if (!nearer) continue;
                double value = !GrayWindow.isSeen(p) ? q : !GrayWindow.isSeen(q) ? p : p + part * (q - p);
                int gray = (int) Math.round(DARKEST + window.brightness(value) * (BRIGHTEST - DARKEST));
                image.setRGB(a, height - 1 - u, 0xFF << 24 | gray << 16 | gray << 8 | gray);
            }
        return image;
    }

    private double at(View view, int across, int up, int depth) {
        return map.values()[Slab.index(map.axes(), view, across, up, depth)];
    }
}
