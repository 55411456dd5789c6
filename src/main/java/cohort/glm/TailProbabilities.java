package cohort.glm;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * From a statistic to its p and z. The z is taken from the smaller of the two tails, so that it does not saturate on
 * either side; both tails are clipped as in nilearn 0.14.1, to 1e-300 below and 1 - 1e-16 above.
 */
final class TailProbabilities {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double LEAST = 1e-300, MOST = 1 - 1e-16;
    private static final int CHUNK = 4096;

    private final ContinuousDistribution distribution;

    /** @param distribution the null distribution of the statistic */
    TailProbabilities(ContinuousDistribution distribution) {
        this.distribution = distribution;
    }

    ContrastMaps maps(double[] effect, double[] variance, double[] statistic) {
        int voxels = statistic.length;
        double[] p = new double[voxels], z = new double[voxels];
        List<Integer> chunks =
                IntStream.rangeClosed(0, (voxels - 1) / CHUNK).boxed().toList();
        Parallelization.getTaskExecutor().forEach(chunks, chunk -> {
            int end = Math.min(voxels, (chunk + 1) * CHUNK);
            for (int v = chunk * CHUNK; v < end; v++) {
                p[v] = upper(statistic[v]);
                z[v] = z(p[v], lower(statistic[v]));
            }
        });
        return new ContrastMaps(effect, variance, statistic, p, z);
    }

    private double upper(double statistic) {
        if (Double.isNaN(statistic)) return Double.NaN;
        return Math.max(LEAST, distribution.survivalProbability(statistic));
    }

    private double lower(double statistic) {
        if (Double.isNaN(statistic)) return Double.NaN;
        return distribution.cumulativeProbability(statistic);
    }

    /** The normal deviate of an upper and a lower tail that sum to 1; NaN for NaN. */
    static double z(double upper, double lower) {
        if (Double.isNaN(upper)) return Double.NaN;
        double z = NORMAL.inverseSurvivalProbability(clip(upper));
        return z < 0 ? NORMAL.inverseCumulativeProbability(clip(lower)) : z;
    }

    private static double clip(double p) {
        return Math.min(Math.max(p, LEAST), MOST);
    }
}
