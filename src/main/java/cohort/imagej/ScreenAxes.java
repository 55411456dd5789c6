package cohort.imagej;

import cohort.image.Grid;
import ij.measure.Calibration;

/**
 * How a grid lies on the screen: x of space runs to the right, y up and z through the stack, whichever way the file
 * stores its voxels. So left on the screen is left in space, and the front is at the top.
 */
final class ScreenAxes {
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final Grid grid;
    private final int[] axes, size = new int[3], stride = new int[3];
    private final int first;

    /** Axes that stand askew in space are taken as the nearest axes of space. */
    ScreenAxes(Grid grid) {
        this.grid = grid;
        this.axes = nearest(grid);
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

    private static int[] nearest(Grid grid) {
        int[] best = PERMUTATIONS[0];
        double most = 0;
        for (int[] axes : PERMUTATIONS) {
            double cosines = 0;
            for (int d = 0; d < 3; d++) cosines += Math.abs(grid.affine(d, axes[d])) / grid.voxelSize(axes[d]);
            if (cosines > most + 1e-9) {
                most = cosines;
                best = axes;
            }
        }
        return best;
    }

    /** Whether steps along axis d of the screen (to the right, down, deeper) are steps down the grid's axis. */
    private boolean isAgainst(int d) {
        boolean falls = grid.affine(d, axes[d]) < 0;
        return d == 1 ? !falls : falls;
    }

    int width() {
        return size[0];
    }

    int height() {
        return size[1];
    }

    int depth() {
        return size[2];
    }

    /** Index in the order of the file of the voxel at a pixel: x to the right, y down, z the slice from 0. */
    int voxel(int x, int y, int z) {
        return first + x * stride[0] + y * stride[1] + z * stride[2];
    }

    /** The pixel (x to the right, y down, slice from 0) of a voxel; {@link #voxel} the other way round. */
    int[] pixel(int i, int j, int k) {
        int[] voxel = {i, j, k}, pixel = new int[3];
        for (int d = 0; d < 3; d++) pixel[d] = isAgainst(d) ? size[d] - 1 - voxel[axes[d]] : voxel[axes[d]];
        return pixel;
    }

    /** Pixel sizes in mm and the pixel at 0 mm; y counts up the screen. */
    Calibration calibration() {
        Calibration calibration = new Calibration();
        calibration.setUnit("mm");
        calibration.pixelWidth = grid.voxelSize(axes[0]);
        calibration.pixelHeight = grid.voxelSize(axes[1]);
        calibration.pixelDepth = grid.voxelSize(axes[2]);
        calibration.xOrigin = origin(0);
        calibration.yOrigin = origin(1);
        calibration.zOrigin = origin(2);
        calibration.setInvertY(true);
        return calibration;
    }

    private double origin(int d) {
        double voxel = grid.toVoxel(0, 0, 0)[axes[d]];
        return isAgainst(d) ? size[d] - 1 - voxel : voxel;
    }
}
