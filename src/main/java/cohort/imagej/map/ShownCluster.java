package cohort.imagej.map;

import cohort.image.Grid;
import java.util.Locale;

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

    /** E.g. {@code cluster of 329 voxels (8,883 mm³)}. */
    String words() {
        return String.format(Locale.ROOT, "cluster of %,d voxels (%,.4g mm\u00b3)", voxels, mm3);
    }

    /** E.g. {@code peak 6.21 at x=-39, y=-21, z=54 mm}. */
    String peakWords() {
        return String.format(Locale.ROOT, "peak %.4g at %s", peak, ViewerState.words(at, grid));
    }
}
