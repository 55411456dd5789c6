package cohort.figure.glass;

import cohort.figure.space.Gaussian;
import cohort.figure.space.SpaceAxes;

/**
 * A mask as a smooth body: the fraction of tissue in cells along the axes of space, blurred so that its outlines lose the
 * steps of the voxels.
 */
final class TissueDensity extends TissueCells {
    /**
     * The fraction of tissue at the surface: a little less than at the edge of the mask, because smoothing takes from it and
     * the glass should hold every voxel.
     */
    static final float SURFACE = 0.34f;

    private final float[] tissue;

    /**
     * @param axes how to walk the mask
     * @param inside for each voxel in the order of the file, whether it is tissue; one at least is
     */
    TissueDensity(SpaceAxes axes, boolean[] inside) {
        super(axes, inside);
        tissue = new float[size(0) * size(1) * size(2)];
        fill(axes, inside);
        for (int s = 0; s < 3; s++) Gaussian.blur(tissue, size(s), step(s), sigma[s]);
        normalize();
    }

    /** Gives each voxel's tissue to the block of voxels, or to the parts of the voxel, that make a cell. */
    private void fill(SpaceAxes axes, boolean[] inside) {
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
        return x + size(0) * (y + size(1) * z);
    }

    /** Fraction of tissue, 0 to 1, in a cell given by its index; the outermost cells hold less than at the surface. */
    float tissue(int index) {
        return tissue[index];
    }
}
