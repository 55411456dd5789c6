package cohort.figure.glass;

import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * What is seen of a map that is looked through: for each line of sight the value farthest from 0 of those beyond the
 * threshold.
 */
final class Projection {
    private final int width, height;
    private final double[] values;
    private final Rectangle2D mm;

    private Projection(int width, int height, double[] values, Rectangle2D mm) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.mm = mm;
    }

    /**
     * Projects a map. Of equal distances from 0 the lowest along the line of sight wins. Values that are not finite are
     * never seen.
     *
     * @param map the map
     * @param view where to look from; {@link View#L} and {@link View#R} take the half below and above {@link SpaceAxes#middle}
     * @param threshold values v with |v| up to it are hidden, at least 0
     * @param abs whether the result holds |v| instead of v
     */
    static Projection of(Upright map, View view, double threshold, boolean abs) {
        SpaceAxes axes = map.axes();
        int[] from = new int[3], to = {axes.size(0), axes.size(1), axes.size(2)};
        int half = (int) Math.max(0, Math.min(to[0], Math.floor((axes.middle() - axes.low(0)) / axes.spacing(0))));
        if (view == View.L) to[0] = half;
        if (view == View.R) from[0] = half;

        int width = axes.size(view.across()), height = axes.size(view.up());
        int[] step = new int[3]; // of the pixel, along each axis of space
        step[view.across()] = view.mirrored() ? -1 : 1;
        step[view.up()] = width;
        int first = view.mirrored() ? width - 1 : 0;

        double[] distance = new double[width * height], values = new double[width * height];
        Arrays.fill(distance, threshold);
        Arrays.fill(values, Double.NaN);
        double[] all = map.values();
        for (int z = from[2]; z < to[2]; z++)
            for (int y = from[1]; y < to[1]; y++) {
                int voxel = axes.index(from[0], y, z);
                int pixel = first + from[0] * step[0] + y * step[1] + z * step[2];
                for (int x = from[0]; x < to[0]; x++, voxel += axes.stride(0), pixel += step[0]) {
                    double d = Math.abs(all[voxel]);
                    if (d > distance[pixel] && d <= Double.MAX_VALUE) {
                        distance[pixel] = d;
                        values[pixel] = abs ? d : all[voxel];
                    }
                }
            }
        return new Projection(width, height, values, bounds(axes, view));
    }

    /** The picture's place, outer faces of the voxels: mm across (negative if mirrored) and up. */
    private static Rectangle2D bounds(SpaceAxes axes, View view) {
        int a = view.across(), u = view.up();
        double x = view.mirrored() ? -axes.high(a) : axes.low(a);
        return new Rectangle2D.Double(x, axes.low(u), axes.high(a) - axes.low(a), axes.high(u) - axes.low(u));
    }

    /** Pixels across. */
    int width() {
        return width;
    }

    /** Pixels up. */
    int height() {
        return height;
    }

    /** The value at a pixel, counted from the left and from below; NaN where nothing is seen. */
    double value(int across, int up) {
        return values[across + width * up];
    }

    /** The place of the whole picture in mm: across (negative if mirrored) and up. */
    Rectangle2D mm() {
        return mm;
    }
}
