package cohort.figure.anatomy;

import cohort.figure.space.View;
import cohort.image.Grid;
import java.awt.geom.Path2D;
import java.util.Arrays;

/**
 * Whether voxels lie in the MNI space: their shadows along x, y and z are held against those of the brain.
 *
 * @param likeness of the two shadows that agree least: twice what they share, by the sum of both (Dice 1945), 0 to 1
 * @param within the part of the voxels' shadows that lies in the brain's, the least of the three
 * @param size the voxels' volume by that of the brain
 * @param covered how much of the brain's box the grid covers, the least of the three axes
 */
record MniSpace(double likeness, double within, double size, double covered) {
    /** The NIfTI code of a file that says itself that it is in this space. */
    static final int CODE = 4;

    /** The brain's volume in mm³. */
    private static final double BRAIN = 1.88e6;

    private static final int STEP = 2, LOW = -130, CELLS = 130;

    private static final View[] VIEWS = {View.X, View.Y, View.Z};

    /** What the brain shades, as cells along x, y and z. */
    private static final boolean[][] BRAIN_SHADOWS =
            Arrays.stream(VIEWS).map(MniSpace::shadow).toArray(boolean[][]::new);

    /** Whether nobody but a brain of this space looks so. */
    boolean isAlike() {
        return likeness >= 0.85;
    }

    /**
     * Whether nothing speaks against a file's claim. Animals' maps come with this claim, too, and with voxels made ten times
     * as large.
     */
    boolean isCredible() {
        return likeness >= 0.75 || size <= 0.1 && within >= 0.95 && covered >= 0.8;
    }

    /** @param inside for each voxel in the order of the file, whether it counts */
    static MniSpace of(Grid grid, boolean[] inside) {
        boolean[][] shadows = new boolean[3][CELLS * CELLS];
        int reach = (int) Math.ceil(Math.max(grid.voxelSize(0), Math.max(grid.voxelSize(1), grid.voxelSize(2))) / STEP);
        int voxels = 0;
        boolean outside = false;
        for (int v = 0; v < inside.length; v++) {
            if (!inside[v]) continue;
            voxels++;
            outside |= !cast(grid, v, Math.max(1, reach), shadows);
        }
        double likeness = voxels == 0 || outside ? 0 : 1, within = likeness;
        for (int s = 0; s < 3 && likeness > 0; s++) {
            double[] shares = shares(shadows[s], BRAIN_SHADOWS[s]);
            likeness = Math.min(likeness, shares[0]);
            within = Math.min(within, shares[1]);
        }
        return new MniSpace(likeness, within, voxels * grid.voxelVolume() / BRAIN, covered(grid));
    }

    /** Marks the cells that a voxel shades; false if it lies far outside. */
    private static boolean cast(Grid grid, int voxel, int parts, boolean[][] shadows) {
        int i = grid.coordinate(voxel, 0), j = grid.coordinate(voxel, 1), k = grid.coordinate(voxel, 2);
        for (int c = 0; c < parts; c++)
            for (int b = 0; b < parts; b++)
                for (int a = 0; a < parts; a++) {
                    double[] mm = grid.toMm(i + part(a, parts), j + part(b, parts), k + part(c, parts));
                    int x = cell(mm[0]), y = cell(mm[1]), z = cell(mm[2]);
                    if (Math.min(x, Math.min(y, z)) < 0 || Math.max(x, Math.max(y, z)) >= CELLS) return false;
                    shadows[0][y + CELLS * z] = true;
                    shadows[1][x + CELLS * z] = true;
                    shadows[2][x + CELLS * y] = true;
                }
        return true;
    }

    private static double part(int n, int parts) {
        return (n + 0.5) / parts - 0.5;
    }

    private static int cell(double mm) {
        return (int) Math.floor((mm - LOW) / STEP);
    }

    /** Likeness, and the part of the shadow that lies in the brain's. */
    private static double[] shares(boolean[] shadow, boolean[] brainShadow) {
        int both = 0, ours = 0, brain = 0;
        for (int c = 0; c < shadow.length; c++) {
            if (brainShadow[c]) brain++;
            if (shadow[c]) ours++;
            if (brainShadow[c] && shadow[c]) both++;
        }
        return new double[] {2.0 * both / (ours + brain), (double) both / ours};
    }

    private static boolean[] shadow(View view) {
        Path2D outline = MniBrain.drawing(view).outline();
        boolean[] shadow = new boolean[CELLS * CELLS];
        for (int c = 0; c < shadow.length; c++)
            shadow[c] = outline.contains(LOW + STEP * (c % CELLS + 0.5), LOW + STEP * (c / CELLS + 0.5));
        return shadow;
    }

    private static double covered(Grid grid) {
        double least = 1;
        for (int s = 0; s < 3; s++) {
            double low = grid.affine(s, 3), high = low;
            for (int axis = 0; axis < 3; axis++) {
                low += Math.min(0, grid.affine(s, axis) * (grid.size(axis) - 1));
                high += Math.max(0, grid.affine(s, axis) * (grid.size(axis) - 1));
            }
            double shared = Math.min(high, MniBrain.high(s)) - Math.max(low, MniBrain.low(s));
            least = Math.min(least, shared / (MniBrain.high(s) - MniBrain.low(s)));
        }
        return Math.max(0, least);
    }
}
