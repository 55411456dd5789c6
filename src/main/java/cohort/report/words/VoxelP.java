package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.threshold.Thresholds;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.Arrays;
import java.util.Optional;

/**
 * What each voxel's own value says, before any correction, and at which false discovery rate it is a discovery.
 *
 * @param grid where the voxels lie
 * @param p uncorrected, on the side or sides that were tested, in the order of the file; outside the mask without meaning
 * @param q the false discovery rate (Benjamini &amp; Hochberg 1995) over the mask
 * @param words where p comes from, e.g. {@code parametric}
 */
public record VoxelP(Grid grid, double[] p, double[] q, String words) {

    /**
     * By permutation if the run counted it, otherwise from the distribution of t or F; nothing if nothing was counted
     * and groups have variances of their own, since their z is no more than close to a normal one, or the variance was smoothed.
     */
    public static Optional<VoxelP> of(GroupResults results, ContrastResults tested) {
        Mask mask = results.mask();
        if (tested.maps().containsKey("logpUncorrected") && tested.maps().containsKey("logpFdr"))
            return Optional.of(new VoxelP(
                    mask.grid(),
                    p(tested.maps().get("logpUncorrected").values()),
                    p(tested.maps().get("logpFdr").values()),
                    "by permutation"));
        boolean grouped = !results.run().parameter("variance_groups").isBlank();
        if (grouped && tested.isNormal() || !tested.hasP()) return Optional.empty();
        int dof = tested.how().degreesOfFreedom();
        Statistic statistic = tested.isNormal()
                ? Statistics.z()
                : tested.contrast().isF() ? Statistics.f(tested.contrast().rows().length, dof) : Statistics.t(dof);
        double[] p = Arrays.stream(mask.values(tested.map()))
                .map(value -> statistic.p(tested.tail().evidence(value), tested.tail()))
                .toArray();
        return Optional.of(new VoxelP(
                mask.grid(),
                mask.toVolume(p).values(),
                mask.toVolume(Thresholds.adjusted(p)).values(),
                "parametric"));
    }

    private static double[] p(double[] logP) {
        return Arrays.stream(logP).map(value -> Math.pow(10, -Math.abs(value))).toArray();
    }

    /** The p of a voxel, numbered from 0. */
    public double p(int i, int j, int k) {
        return p[grid.index(i, j, k)];
    }

    /** The false discovery rate of a voxel, numbered from 0. */
    public double q(int i, int j, int k) {
        return q[grid.index(i, j, k)];
    }
}
