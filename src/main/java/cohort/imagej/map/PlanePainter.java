package cohort.imagej.map;

import cohort.image.Grid;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.MapColours;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Paints a map and its background in the planes of space through a position, whichever way its voxels lie; on any thread, also after
 * the map is closed.
 *
 * @param values the map's values by position in mm
 * @param colours of the values
 * @param evidence which values are shown
 * @param look threshold and background
 * @param box the least and the greatest x, y and z in mm that are painted
 */
record PlanePainter(
        ToDoubleFunction<double[]> values, MapColours colours, ShownEvidence evidence, Look look, double[][] box) {

    /**
     * A plane of space.
     *
     * @param right the axis of space that runs to the right on the screen
     * @param up the axis that runs up
     * @param through the axis across
     */
    enum Plane {
        CORONAL(0, 2, 1),
        SAGITTAL(1, 2, 0),
        AXIAL(0, 1, 2);
        final int right, up, through;

        Plane(int right, int up, int through) {
            this.right = right;
            this.up = up;
            this.through = through;
        }
    }

    /** Paints all of the map's grid, with the values and colours that it has now. */
    static PlanePainter of(ShownMap map, Look look) {
        Grid grid = map.grid();
        double[][] box = new double[3][];
        for (int axis = 0; axis < 3; axis++) box[axis] = new double[] {Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int corner = 0; corner < 8; corner++) {
            double[] mm = grid.toMm(
                    edge(grid.nx(), corner & 1), edge(grid.ny(), corner >> 1 & 1), edge(grid.nz(), corner >> 2));
            for (int axis = 0; axis < 3; axis++) {
                box[axis][0] = Math.min(box[axis][0], mm[axis]);
                box[axis][1] = Math.max(box[axis][1], mm[axis]);
            }
        }
        return new PlanePainter(map.values(), map.colours(), map.evidence(), look, box);
    }

    private static double edge(int size, int end) {
        return end * size - 0.5;
    }

    /** Extent in mm along an axis of space. */
    double extent(int axis) {
        return box[axis][1] - box[axis][0];
    }

    /**
     * The plane through a position.
     *
     * @param at the position in mm
     * @param scale pixels of the picture per mm
     */
    BufferedImage paint(Plane plane, double[] at, double scale) {
        int width = Math.max(1, (int) Math.round(extent(plane.right) * scale)),
                height = Math.max(1, (int) Math.round(extent(plane.up) * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double[] mm = at.clone();
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                place(plane, mm, scale, x, y);
                picture.setRGB(x, y, colour(mm));
            }
        return picture;
    }

    private int colour(double[] mm) {
        double value = values.applyAsDouble(mm);
        if (evidence.shows((float) value, look.threshold())) return colours.of(value);
        Optional<Background> under = look.background();
        if (under.isEmpty()) return 0;
        double[] voxel = under.get().source().grid().toVoxel(mm[0], mm[1], mm[2]);
        int gray = under.get().gray(voxel[0], voxel[1], voxel[2]);
        return gray << 16 | gray << 8 | gray;
    }

    /** The position in mm of a pixel of {@link #paint}. */
    double[] toMm(Plane plane, double[] at, double scale, int x, int y) {
        double[] mm = at.clone();
        place(plane, mm, scale, x, y);
        return mm;
    }

    private void place(Plane plane, double[] mm, double scale, int x, int y) {
        mm[plane.right] = box[plane.right][0] + (x + 0.5) / scale;
        mm[plane.up] = box[plane.up][1] - (y + 0.5) / scale;
    }

    /** The pixel of {@link #paint} at a position in mm, which may lie outside of the picture: to the right and down. */
    int[] toPixel(Plane plane, double[] mm, double scale) {
        return new int[] {
            (int) Math.floor((mm[plane.right] - box[plane.right][0]) * scale),
            (int) Math.floor((box[plane.up][1] - mm[plane.up]) * scale)
        };
    }
}
