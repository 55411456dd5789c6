package cohort.figure.glass;

import cohort.figure.space.Box;
import cohort.figure.space.Gaussian;
import cohort.figure.space.SpaceAxes;

/**
 * The cells along the axes of space in which a mask becomes a body. How many there are depends on the detail a picture can
 * show, not on the mask's resolution.
 */
class TissueCells {
    /** Cells along the longest side, about; parts of a voxel along one side at most. */
    private static final int CELLS = 110, PARTS = 4;

    /** Standard deviation of the blur as a fraction of the longest side; in voxels, if that is more. */
    private static final double BLUR = 0.011, BLUR_VOXELS = 0.9;

    /** Around the voxels of the mask. */
    final Box box;

    /** By axis of space: voxels along the side of a cell, and cells along that of a voxel; one of the two is 1. */
    final int[] block = new int[3], parts = new int[3];

    /** By axis of space: cells around those of the box, which the blur reaches. */
    final int[] pad = new int[3];

    /** By axis of space: standard deviation of the blur in cells. */
    final double[] sigma = new double[3];

    private final int[] size = new int[3];
    private final double[] low = new double[3], cell = new double[3];

    /**
     * @param axes how to walk the mask
     * @param inside for each voxel in the order of the file, whether it is tissue; one at least is
     */
    TissueCells(SpaceAxes axes, boolean[] inside) {
        box = Box.around(axes, inside);
        double longest = 0;
        for (int s = 0; s < 3; s++) longest = Math.max(longest, box.voxels(s) * axes.spacing(s));
        for (int s = 0; s < 3; s++) {
            double voxels = longest / CELLS / axes.spacing(s);
            block[s] = (int) Math.max(1, Math.round(voxels));
            parts[s] = (int) Math.max(1, Math.min(PARTS, Math.round(1 / voxels)));
            cell[s] = axes.spacing(s) * block[s] / parts[s];
            sigma[s] = Math.max(BLUR * longest, BLUR_VOXELS * axes.spacing(s)) / cell[s];
            pad[s] = Gaussian.radius(sigma[s]) + 1;
            size[s] = ((box.voxels(s) - 1) / block[s] + 1) * parts[s] + 2 * pad[s];
            low[s] = axes.low(s) + box.first(s) * axes.spacing(s) - pad[s] * cell[s];
        }
    }

    /** Cells along an axis of space. */
    int size(int axis) {
        return size[axis];
    }

    /** Cells along the side of a voxel of the mask, 1 where a cell is larger: what is finer is an artefact. */
    double grain() {
        return Math.cbrt(parts[0] * parts[1] * parts[2]);
    }

    /** What one cell along an axis of space adds to the index. */
    int step(int axis) {
        return axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
    }

    /** Side of a cell in mm. */
    double cell(int axis) {
        return cell[axis];
    }

    /** Position in mm of the middle of a cell. */
    double mm(int axis, double index) {
        return low[axis] + (index + 0.5) * cell[axis];
    }

    /** First and last position in mm of the mask along an axis: its outer faces. */
    double[] faces(int axis) {
        return new double[] {mm(axis, pad[axis] - 0.5), mm(axis, size[axis] - pad[axis] - 0.5)};
    }
}
