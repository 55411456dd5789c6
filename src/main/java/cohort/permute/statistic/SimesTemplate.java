package cohort.permute.statistic;

import java.util.Arrays;

/**
 * The thresholds level (u - shift) / (tests - shift), u from 1 to the number of tests, which Simes' inequality has with a level of
 * α and no shift (Blanchard, Neuvial &amp; Roquain 2020, Annals of Statistics 48:1281, section 3; the shift: Andreella et al. 2023,
 * Statistics in Medicine 42:2311, section 3).
 *
 * @param tests number of voxels tested, above the shift
 * @param shift how many of the first thresholds are 0, from 0: with more, large clusters have greater bounds and those of up to so
 *     many voxels none
 * @param level such that, with confidence 1 - α, no more than u - 1 voxels without an effect have a p below the u-th threshold
 */
public record SimesTemplate(int tests, int shift, double level) {

    /** The threshold of a number from 1. */
    public double threshold(int u) {
        return Math.max(0, level * (u - shift) / (tests - shift));
    }

    /**
     * A lower bound on the number of true discoveries among voxels. The bounds of all sets of voxels hold together.
     *
     * @param p of the voxels, in any order
     */
    public int trueDiscoveries(double[] p) {
        return InterpolationBound.of(Arrays.stream(p)
                .map(one -> Math.floor(shift + one * (tests - shift) / level) + 1)
                .toArray());
    }
}
