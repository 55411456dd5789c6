package cohort.image.screen;

import cohort.image.Grid;
import java.util.Optional;

/**
 * How a grid lies on ImageJ's screen and so in its files: x of space runs to the right, y up and z through the stack, whichever way the file
 * stores its voxels. So left on the screen is left in space, and the front is at the top.
 */
public final class ScreenAxes {
    private final Grid grid;
    private final int[] axes, size = new int[3], stride = new int[3];
    private final int first;

    /** Axes that stand askew in space are taken as the nearest axes of space. */
    public ScreenAxes(Grid grid) {
        this.grid = grid;
        this.axes = grid.nearestAxes();
        int[] strides = {1, grid.nx(), grid.nx() * grid.ny()};
        int start = 0;
        for (int d = 0; d < 3; d++) {
            size[d] = grid.size(axes[d]);
            boolean against = isAgainst(d);
            stride[d] = against ? -strides[axes[d]] : strides[axes[d]];
            if (against) start += (size[d] - 1) * strides[axes[d]];
        }
        first = start;
    }

    /** Whether steps along axis d of the screen (to the right, down, deeper) are steps down the grid's axis. */
    private boolean isAgainst(int d) {
        boolean falls = grid.affine(d, axes[d]) < 0;
        return d == 1 ? !falls : falls;
    }

    /** The grid itself. */
    public Grid grid() {
        return grid;
    }

    /** Pixels to the right. */
    public int width() {
        return size[0];
    }

    /** Pixels down. */
    public int height() {
        return size[1];
    }

    /** Slices. */
    public int depth() {
        return size[2];
    }

    /** Index in the order of the file of the voxel at a pixel: x to the right, y down, z the slice from 0. */
    public int voxel(int x, int y, int z) {
        return first + x * stride[0] + y * stride[1] + z * stride[2];
    }

    /** Position in mm of a place on the screen: x to the right, y down, slice from 0; pixels have their centres there. */
    public double[] toMm(double x, double y, double z) {
        double[] pixel = {x, y, z}, voxel = new double[3];
        for (int d = 0; d < 3; d++) voxel[axes[d]] = isAgainst(d) ? size[d] - 1 - pixel[d] : pixel[d];
        return grid.toMm(voxel[0], voxel[1], voxel[2]);
    }

    /** The place on the screen of a position in mm, which may lie outside; {@link #toMm} the other way round. */
    public double[] toPixel(double x, double y, double z) {
        double[] voxel = grid.toVoxel(x, y, z), pixel = new double[3];
        for (int d = 0; d < 3; d++) pixel[d] = isAgainst(d) ? size[d] - 1 - voxel[axes[d]] : voxel[axes[d]];
        return pixel;
    }

    /** The pixel whose voxel holds a position in mm; nothing outside the grid. */
    public Optional<int[]> pixelAt(double x, double y, double z) {
        double[] place = toPixel(x, y, z);
        int[] pixel = new int[3];
        for (int d = 0; d < 3; d++) {
            double nearest = Math.rint(place[d]);
            if (!(nearest >= 0 && nearest < size[d])) return Optional.empty();
            pixel[d] = (int) nearest;
        }
        return Optional.of(pixel);
    }

    /** Pixel sizes in mm and the pixel at 0 mm. */
    public PixelSpace space() {
        return new PixelSpace(
                size[0],
                size[1],
                size[2],
                new double[] {grid.voxelSize(axes[0]), grid.voxelSize(axes[1]), grid.voxelSize(axes[2])},
                new double[] {origin(0), origin(1), origin(2)});
    }

    private double origin(int d) {
        double voxel = grid.toVoxel(0, 0, 0)[axes[d]];
        return isAgainst(d) ? size[d] - 1 - voxel : voxel;
    }
}
