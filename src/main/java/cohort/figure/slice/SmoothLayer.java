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
    private static final double PER_POINT = 6;
    private static final int MOST_TIMES = 32, MOST_PIXELS = 2400;

    /** @param scale points per mm */
    static SmoothLayer of(Upright map, View view, double mm, double scale) {
        SpaceAxes axes = map.axes();
        double voxel = Math.max(axes.spacing(view.across()), axes.spacing(view.up())) * scale;
        int most = Math.min(MOST_TIMES, MOST_PIXELS / Math.max(axes.size(view.across()), axes.size(view.up())));
        return new SmoothLayer(map, view, mm, Math.max(1, Math.min(most, (int) Math.ceil(PER_POINT * voxel))));
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
        for (int u = 0; u < height; u++)
            for (int a = 0; a < width; a++) {
                double own = at(a, u, layer);
                if (range.shows(own)) voxel(image, range, a, u, depth, own);
            }
        return image;
    }

    private void voxel(BufferedImage image, ColourRange range, int across, int up, double depth, double own) {
        int bottom = image.getHeight() - 1;
        for (int y = up * times; y < (up + 1) * times; y++)
            for (int x = across * times; x < (across + 1) * times; x++) {
                double value = value(range, (x + 0.5) / times - 0.5, (y + 0.5) / times - 0.5, depth, own);
                image.setRGB(x, bottom - y, range.rgb(value));
            }
    }

    private double value(ColourRange range, double across, double up, double depth, double own) {
        int a = (int) Math.floor(across), u = (int) Math.floor(up), d = (int) Math.floor(depth);
        double sum = 0, weights = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = a + (corner & 1), j = u + (corner >> 1 & 1), k = d + (corner >> 2);
            double weight = (1 - Math.abs(across - i)) * (1 - Math.abs(up - j)) * (1 - Math.abs(depth - k));
            double value = weight > 0 && isInside(i, j, k) ? at(i, j, k) : 0;
            if (!range.shows(value) || value > 0 != own > 0) continue;
            sum += weight * value;
            weights += weight;
        }
        return sum / weights;
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
