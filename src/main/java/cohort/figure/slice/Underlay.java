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
 * @param window which of them are nearly black and which nearly white
 */
record Underlay(Upright map, GrayWindow window) {
    private static final int DARKEST = 0x20, BRIGHTEST = 0xF4;

    private static final int SAMPLES = 500_000;

    /** The part of the voxels seen that shows what the others are. */
    private static final double FEW = 0.05;

    /**
     * With grays from the 2nd to the 98th percentile of the values that are seen where the map above has values, so that
     * skull and skin do not take the brain's contrast; of all where that map has few.
     *
     * @param above the map that lies on it
     */
    static Underlay of(Upright map, Upright above) {
        SpaceAxes axes = map.axes();
        int every = Math.max(1, map.values().length / SAMPLES), seen = 0, left = 0;
        double[] within = new double[map.values().length / every + 1], mm = new double[3];
        for (int n = 0; n < map.values().length; n += every) {
            int x = n % axes.size(0), y = n / axes.size(0) % axes.size(1), z = n / axes.size(0) / axes.size(1);
            double value = map.values()[axes.index(x, y, z)];
            if (!GrayWindow.isSeen(value)) continue;
            seen++;
            int[] voxel = {x, y, z};
            for (int s = 0; s < 3; s++) mm[s] = axes.low(s) + (voxel[s] + 0.5) * axes.spacing(s);
            if (GrayWindow.isSeen(at(above, mm))) within[left++] = value;
        }
        return new Underlay(map, GrayWindow.of(left > FEW * seen ? Arrays.copyOf(within, left) : map.values()));
    }

    /** The value of the voxel at a position in mm, 0 outside. */
    private static double at(Upright map, double[] mm) {
        int[] voxel = new int[3];
        for (int s = 0; s < 3; s++) {
            voxel[s] = (int) Math.floor((mm[s] - map.axes().low(s)) / map.axes().spacing(s));
            if (voxel[s] < 0 || voxel[s] >= map.axes().size(s)) return 0;
        }
        return map.values()[map.axes().index(voxel[0], voxel[1], voxel[2])];
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
