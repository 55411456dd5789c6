package cohort.threshold.discovery;

import java.util.OptionalInt;

/**
 * True discoveries in a set of voxels.
 *
 * @param label the number of its voxels in the label map
 * @param voxels how many it has
 * @param tested how many of these were tested
 * @param permuted the least number of true discoveries by thresholds that shuffles calibrated
 * @param simes the same by Simes' inequality; nothing where the statistic has no parametric p
 */
public record RegionBound(int label, int voxels, int tested, int permuted, OptionalInt simes) {

    /** The least share of its voxels that are true discoveries, by shuffles. */
    public double permutedShare() {
        return (double) permuted / voxels;
    }

    /** The least share of its voxels that are true discoveries, by Simes' inequality. */
    double simesShare() {
        return (double) simes.orElse(0) / voxels;
    }
}
