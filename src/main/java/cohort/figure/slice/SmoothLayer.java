package cohort.figure.slice;

import cohort.figure.colour.ColourRange;
import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A slice of a map in pixels finer than voxels, whose values are interpolated linearly. Which pixels are seen is not
 * interpolated: those of a voxel that is shown, all of them, and no others. Their values are weighted means of such voxels alone,
 * and of the sign of their own, so that no colour stands for a value within the threshold.
 *
 * @param map the values
 * @param view across which axis it is cut
 * @param mm where on it
 * @param times pixels in a voxel along each side
 */
record SmoothLayer(Upright map, View view, double mm, int times) {
    private static final int MOST_TIMES = 32, MOST_PIXELS = 2400;

    /**
     * @param scale points per mm
     * @param pixels per point
     */
    static SmoothLayer of(Upright map, View view, double mm, double scale, double pixels) {
        SpaceAxes axes = map.axes();
        double voxel = Math.max(axes.spacing(view.across()), axes.spacing(view.up())) * scale;
        int most = Math.min(MOST_TIMES, MOST_PIXELS / Math.max(axes.size(view.across()), axes.size(view.up())));
        return new SmoothLayer(map, view, mm, Math.max(1, Math.min(most, (int) Math.ceil(pixels * voxel))));
    }

    /** Whether values are whole numbers, as those of labels are, between which there is nothing. */
    static boolean isWhole(Upright map) {
        return Arrays.stream(map.values()).filter(Double::isFinite).allMatch(value -> value == Math.rint(value));
    }

    /** First row uppermost. */
    BufferedImage draw(ColourRange range) {
        SpaceAxes axes = map.axes();
        int width = axes.size(view.across()), height = axes.size(view.up()), layer = Slab.layer(axes, view, mm);
        BufferedImage image = new BufferedImage(width * times, height * times, BufferedImage.TYPE_INT_ARGB);
        if (layer < 0) return image;
        double depth = (mm - axes.low(view.depth())) / axes.spacing(view.depth()) - 0.5;
        Surroundings around = new Surroundings(range, depth);
        int[] pixels = new int[times * times];
        for (int u = 0; u < height; u++)
            for (int a = 0; a < width; a++) {
                double own = at(a, u, layer);
                if (!range.shows(own)) continue;
                around.gather(a, u, own);
                for (int y = 0; y < times; y++)
                    for (int x = 0; x < times; x++)
                        pixels[(times - 1 - y) * times + x] = range.rgb(around.value(offset(x), offset(y)));
                image.setRGB(a * times, (height - 1 - u) * times, times, times, pixels, 0, times);
            }
        return image;
    }

    /** How far the middle of a pixel is from that of its voxel, in voxels. */
    private double offset(int pixel) {
        return (pixel + 0.5) / times - 0.5;
    }

    /** A voxel and its neighbours in the slice, each interpolated across it. */
    private final class Surroundings {
        private final ColourRange range;
        private final double depth;
        private final double[][] sums = new double[3][3], weights = new double[3][3];

        Surroundings(ColourRange range, double depth) {
            this.range = range;
            this.depth = depth;
        }

        /** Takes what is shown and has the sign of the voxel's own value. */
        void gather(int across, int up, double own) {
            int below = (int) Math.floor(depth);
            for (int j = 0; j < 3; j++)
                for (int i = 0; i < 3; i++) {
                    sums[j][i] = weights[j][i] = 0;
                    for (int k = below; k <= below + 1; k++) {
                        int a = across + i - 1, u = up + j - 1;
                        double weight = 1 - Math.abs(depth - k);
                        double value = weight > 0 && isInside(a, u, k) ? at(a, u, k) : 0;
                        if (!range.shows(value) || value > 0 != own > 0) continue;
                        sums[j][i] += weight * value;
                        weights[j][i] += weight;
                    }
                }
        }

        /** @param x how far from the middle, within half a voxel; y likewise */
        double value(double x, double y) {
            int i = x < 0 ? 0 : 2, j = y < 0 ? 0 : 2;
            return mean(sums, Math.abs(x), Math.abs(y), i, j) / mean(weights, Math.abs(x), Math.abs(y), i, j);
        }

        private static double mean(double[][] of, double x, double y, int i, int j) {
            return (1 - y) * ((1 - x) * of[1][1] + x * of[1][i]) + y * ((1 - x) * of[j][1] + x * of[j][i]);
        }
    }

    private boolean isInside(int across, int up, int depth) {
        SpaceAxes axes = map.axes();
        return across >= 0
                && up >= 0
                && depth >= 0
                && across < axes.size(view.across())
                && up < axes.size(view.up())
                && depth < axes.size(view.depth());
    }

    private double at(int across, int up, int depth) {
        return map.values()[Slab.index(map.axes(), view, across, up, depth)];
    }
}
