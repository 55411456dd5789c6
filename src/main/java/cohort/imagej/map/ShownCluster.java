package cohort.imagej.map;

import cohort.image.Grid;
import cohort.text.Words;

/**
 * A cluster of shown voxels.
 *
 * @param voxels number of voxels
 * @param mm3 its volume in mm³
 * @param peak the value with the strongest evidence
 * @param at where that value is, in mm
 * @param grid of the map
 */
record ShownCluster(int voxels, double mm3, double peak, double[] at, Grid grid) {
    /** Significant digits of values. */
    static final int DIGITS = 4;

    /** E.g. {@code cluster of 329 voxels (8,883 mm³)}. */
    String words() {
        return "cluster of " + Words.count(voxels, "voxel") + " (" + Words.size(mm3) + " mm\u00b3)";
    }

    /** E.g. {@code peak 6.21 at x=−39, y=−21, z=54 mm}. */
    String peakWords() {
        return "peak " + Words.digits(peak, DIGITS) + " at " + ViewerState.words(at, grid);
    }
}
