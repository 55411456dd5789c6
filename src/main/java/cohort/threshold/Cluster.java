package cohort.threshold;

import java.util.List;

/**
 * A cluster as tables have it.
 *
 * @param voxels number of voxels
 * @param mm3 its volume in mm³
 * @param peaks the peak and up to three sub-peaks, highest first
 */
public record Cluster(int voxels, double mm3, List<Peak> peaks) {

    /** @throws IllegalArgumentException if there is no peak */
    public Cluster {
        peaks = List.copyOf(peaks);
        if (peaks.isEmpty()) throw new IllegalArgumentException("a cluster without a peak");
    }

    /** The name of a row: {@code 2} for the second cluster, {@code 2a}, {@code 2b} and so on for its sub-peaks. */
    static String id(int cluster, int peak) {
        return peak == 0 ? "" + (cluster + 1) : (cluster + 1) + "" + (char) ('a' + peak - 1);
    }
}
