package cohort.report.words;

import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;

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
    public static final double ALPHA = 0.05;

    /** Where −log10 p in float32 is not above that of a p that is ALPHA exactly. */
    private static final double LEAST = -Math.log10(ALPHA) - 1e-6;

    private static final Set<String> UNSIGNED = Set.of("size", "mass");

    static Significance of(CorrectedMap test, Tail tail) {
        double observed = Arrays.stream(test.map())
                .map(value -> UNSIGNED.contains(test.name()) ? value : tail.evidence(value))
                .max()
                .orElse(0);
        double[] maxima = test.nulls().maxima();
        Arrays.sort(maxima);
        int reaching = (int) Math.floor(ALPHA * (maxima.length + 1) + 1e-9);
        return new Significance(
                observed,
                reaching < 1 ? OptionalDouble.empty() : OptionalDouble.of(maxima[maxima.length - reaching]),
                least(test.logP()),
                (int) Arrays.stream(test.logP())
                        .filter(Significance::isSignificant)
                        .count());
    }

    /** The least p of a map of −log10 p. */
    static double least(double[] logP) {
        return Math.pow(10, -Arrays.stream(logP).max().orElse(0));
    }

    /** Whether −log10 p is large enough. */
    public static boolean isSignificant(double logP) {
        return logP >= LEAST;
    }
}
