package cohort.figure.space;

import java.awt.image.BufferedImage;
import java.util.function.DoubleToIntFunction;

/** One layer of voxels across a view. */
public final class Slab {
    private Slab() {}

    /** Index of a voxel that is counted upwards in a view. */
    public static int index(SpaceAxes axes, View view, int across, int up, int depth) {
        int[] at = new int[3];
        at[view.across()] = across;
        at[view.up()] = up;
        at[view.depth()] = depth;
        return axes.index(at[0], at[1], at[2]);
    }

    /** The layer that holds a position in mm, -1 if none does. */
    public static int layer(SpaceAxes axes, View view, double mm) {
        double layer = Math.floor((mm - axes.low(view.depth())) / axes.spacing(view.depth()));
        return layer >= 0 && layer < axes.size(view.depth()) ? (int) layer : -1;
    }

    /** The middle of a layer in mm. */
    public static double middle(SpaceAxes axes, View view, int layer) {
        return axes.low(view.depth()) + (layer + 0.5) * axes.spacing(view.depth());
    }

    /**
     * The layer at a position in mm, a pixel a voxel, first row uppermost.
     *
     * @param colour 0xAARRGGBB of a value, 0 for nothing
     */
    public static BufferedImage draw(Upright map, View view, double mm, DoubleToIntFunction colour) {
        SpaceAxes axes = map.axes();
        int width = axes.size(view.across()), height = axes.size(view.up()), layer = layer(axes, view, mm);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int u = 0; u < height && layer >= 0; u++)
            for (int a = 0; a < width; a++)
                image.setRGB(a, height - 1 - u, colour.applyAsInt(map.values()[index(axes, view, a, u, layer)]));
        return image;
    }
}
