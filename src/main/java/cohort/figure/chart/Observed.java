package cohort.figure.chart;

import cohort.permute.CorrectedMap;
import java.util.Arrays;
import java.util.OptionalDouble;

/** What a null distribution is held against. */
public final class Observed {
    private Observed() {}

    /** The least p-value of a map of -log10 p. */
    public static double leastP(CorrectedMap statistic) {
        return Math.pow(
                10,
                -Arrays.stream(statistic.logP()).filter(Double::isFinite).max().orElse(0));
    }

    /**
     * The maximum over the image to which the nulls belong, whichever tail was tested: of the values v and -v at the voxels
     * with the least corrected p that with the p nearest to it, the largest of several. Negative infinity if there is none.
     */
    public static double maximum(CorrectedMap statistic) {
        double[] map = statistic.map(), logP = statistic.logP();
        double best = Arrays.stream(logP).filter(Double::isFinite).max().orElse(0);
        double maximum = Double.NEGATIVE_INFINITY, nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < map.length; v++) {
            if (logP[v] != best || !Double.isFinite(map[v])) continue;
            for (double value : new double[] {map[v], -map[v]}) {
                double apart = Math.abs(-Math.log10(statistic.nulls().p(value)) - best);
                if (apart < nearest - 1e-9 || apart < nearest + 1e-9 && value > maximum) {
                    nearest = Math.min(nearest, apart);
                    maximum = value;
                }
            }
        }
        return maximum;
    }

    /**
     * The greatest maximum that a value must exceed for p up to alpha, when p = (1 + maxima that reach it) / (1 + maxima).
     *
     * @return empty if there are too few shuffles for so small a p
     */
    public static OptionalDouble critical(double[] maxima, double alpha) {
        double[] sorted = maxima.clone();
        Arrays.sort(sorted);
        int reaching = (int) Math.floor(alpha * (sorted.length + 1) + 1e-9);
        return reaching < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length - reaching]);
    }
}
