package cohort.figure.glass;

import cohort.figure.space.Box;
import cohort.figure.space.Gaussian;
import cohort.figure.space.SpaceAxes;

/**
 * A mask as a smooth body: the fraction of tissue in cells along the axes of space, blurred so that its outlines lose the
 * steps of the voxels. Its cost depends on the detail a picture can show, not on the mask's resolution.
 */
final class TissueDensity {
    /**
     * The fraction of tissue at the surface: a little less than at the edge of the mask, because smoothing takes from it and
     * the glass should hold every voxel.
     */
    static final float SURFACE = 0.34f;

    /** Cells along the longest side, about; parts of a voxel along one side at most. */
    private static final int CELLS = 110, PARTS = 4;

    /** Standard deviation of the blur as a fraction of the longest side; in voxels, if that is more. */
    private static final double BLUR = 0.011, BLUR_VOXELS = 0.9;

    private final int[] size = new int[3], pad = new int[3];
    private final double[] low = new double[3], cell = new double[3];
    private final float[] tissue;
    private final double grain;

    /**
     * @param axes how to walk the mask
     * @param inside for each voxel in the order of the file, whether it is tissue; one at least is
     */
    TissueDensity(SpaceAxes axes, boolean[] inside) {
        Box box = Box.around(axes, inside);
        double longest = 0;
        for (int s = 0; s < 3; s++) longest = Math.max(longest, box.voxels(s) * axes.spacing(s));
        int[] block = new int[3], parts = new int[3];
        double[] sigma = new double[3];
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
        grain = Math.cbrt(parts[0] * parts[1] * parts[2]);
        tissue = new float[size[0] * size[1] * size[2]];
        fill(axes, inside, box, block, parts);
        for (int s = 0; s < 3; s++) Gaussian.blur(tissue, size[s], step(s), sigma[s]);
        normalize();
    }

    /** Gives each voxel's tissue to the block of voxels, or to the parts of the voxel, that make a cell. */
    private void fill(SpaceAxes axes, boolean[] inside, Box box, int[] block, int[] parts) {
        float share = 1f / block[0] / block[1] / block[2];
        for (int z = 0; z < box.voxels(2); z++)
            for (int y = 0; y < box.voxels(1); y++)
                for (int x = 0; x < box.voxels(0); x++) {
                    if (!inside[axes.index(box.first(0) + x, box.first(1) + y, box.first(2) + z)]) continue;
                    int cx = pad[0] + x * parts[0] / block[0];
                    int cy = pad[1] + y * parts[1] / block[1];
                    int cz = pad[2] + z * parts[2] / block[2];
                    for (int c = cz; c < cz + parts[2]; c++)
                        for (int b = cy; b < cy + parts[1]; b++)
                            for (int a = cx; a < cx + parts[0]; a++) tissue[index(a, b, c)] += share;
                }
    }

    /** Brings the densest cell to 1, so that a mask thinner than the blur still has a surface. */
    private void normalize() {
        float most = 0;
        for (float t : tissue) most = Math.max(most, t);
        for (int c = 0; c < tissue.length; c++) tissue[c] /= most;
    }

    private int index(int x, int y, int z) {
        return x + size[0] * (y + size[1] * z);
    }

    /** Cells along an axis of space. */
    int size(int axis) {
        return size[axis];
    }

    /** Cells along the side of a voxel of the mask, 1 where a cell is larger: what is finer is an artefact. */
    double grain() {
        return grain;
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

    /** Fraction of tissue, 0 to 1, in a cell given by its index; the outermost cells hold less than at the surface. */
    float tissue(int index) {
        return tissue[index];
    }

    /** First and last position in mm of the mask along an axis: its outer faces. */
    double[] faces(int axis) {
        return new double[] {mm(axis, pad[axis] - 0.5), mm(axis, size[axis] - pad[axis] - 0.5)};
    }
}
