package cohort.threshold.rule;

import cohort.permute.statistic.InterpolationBound;
import java.util.Arrays;

/**
 * Simes' test of every set of voxels, closed: what all-resolution inference bounds true discoveries by (Rosenblatt et al. 2018,
 * NeuroImage 181:786, section 2).
 *
 * @param hommel the greatest number of true null hypotheses that is not excluded
 * @param alpha the error rate of all bounds together
 */
public record ClosedSimes(int hommel, double alpha) {
    private static final double ROUNDING = 1e-6;

    /** The tests of a map's voxels, on the sides that count. */
    public static ClosedSimes of(TestedMap map, ThresholdOptions options) {
        // Only p of up to alpha count, and they are few: the others need not be computed and sorted.
        double least = map.statistic().evidence(options.alpha(), options.tail());
        double first = least - ROUNDING * Math.max(1, Math.abs(least));
        double[] p = Arrays.stream(map.evidence(options.tail()))
                .filter(evidence -> evidence >= first)
                .map(evidence -> map.statistic().p(evidence, options.tail()))
                .sorted()
                .toArray();
        return new ClosedSimes(HommelNumber.of(p, map.size(), options.alpha()), options.alpha());
    }

    /**
     * A lower bound on the number of true discoveries among voxels. The bounds of all sets of voxels hold together.
     *
     * @param p of the voxels, in any order
     */
    public int trueDiscoveries(double[] p) {
        return InterpolationBound.of(Arrays.stream(p)
                .map(one -> Math.max(1, Math.ceil(hommel * one / alpha)))
                .toArray());
    }
}
