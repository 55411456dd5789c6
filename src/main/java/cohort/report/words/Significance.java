package cohort.report.words;

import cohort.analysis.record.TestedStatistic;
import cohort.permute.CorrectedMap;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a permutation test says of a map statistic at {@link #ALPHA}.
 *
 * @param observed the maximum over the image, on the side that counts
 * @param critical what a value must exceed; nothing if there are too few shuffles for so small a p
 * @param p the family-wise corrected p of the maximum
 * @param voxels number of voxels whose corrected p is not above ALPHA
 */
public record Significance(double observed, OptionalDouble critical, double p, int voxels) {
    /** The family-wise error rate. */
    public static final double ALPHA = TestedStatistic.ALPHA;

    /** Where −log10 p in float32 is not above that of a p that is ALPHA exactly. */
    private static final double LEAST = -Math.log10(ALPHA) - 1e-6;

    static Significance of(CorrectedMap test) {
        return new Significance(test.observed(), test.nulls().critical(ALPHA), test.leastP(), (int)
                Arrays.stream(test.logP()).filter(Significance::isSignificant).count());
    }

    /** Whether −log10 p is large enough. */
    public static boolean isSignificant(double logP) {
        return logP >= LEAST;
    }
}
