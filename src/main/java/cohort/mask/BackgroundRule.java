package cohort.mask;

import cohort.Median;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;

/**
 * The mean map's voxels that differ from its background, as nilearn's compute_background_mask without opening: the
 * background is the median of the outermost two layers, or NaN if one of these is NaN.
 */
final class BackgroundRule implements MaskRule {
    private static final int BORDER = 2;

    @Override
    public String name() {
        return "background";
    }

    @Override
    public String words() {
        return "where the mean map differs from its background";
    }

    @Override
    public boolean[] inside(Maps maps) {
        return notBackground(GroupMaps.mean(maps));
    }

    @Override
    public boolean[] inside(Maps maps, MissingPolicy missing, int least) {
        return notBackground(GroupMaps.mean(maps, missing, least));
    }

    static boolean[] notBackground(Volume map) {
        double[] values = map.values();
        double[] border = border(map.grid(), values);
        boolean nan = Arrays.stream(border).anyMatch(Double::isNaN);
        double background = nan ? Double.NaN : Median.of(border);
        boolean[] inside = new boolean[values.length];
        for (int v = 0; v < values.length; v++) inside[v] = nan ? !Double.isNaN(values[v]) : values[v] != background;
        return inside;
    }

    /** The six outer slabs; voxels of an edge stand in two of them and count twice. */
    private static double[] border(Grid grid, double[] values) {
        double[] border = new double[thickness(grid)];
        int n = 0;
        for (int axis = 0; axis < 3; axis++)
            for (int v = 0; v < values.length; v++) {
                int p = grid.coordinate(v, axis), size = grid.size(axis);
                if (p < BORDER) border[n++] = values[v];
                if (p >= size - BORDER) border[n++] = values[v];
            }
        return border;
    }

    /** How many voxels the slabs have. */
    private static int thickness(Grid grid) {
        int n = 0;
        for (int axis = 0; axis < 3; axis++)
            n += grid.voxels() / grid.size(axis) * 2 * Math.min(BORDER, grid.size(axis));
        return n;
    }
}
