package cohort.figure;

import cohort.permute.CorrectedMap;
import java.util.Arrays;
import java.util.OptionalDouble;

/** What a null distribution is held against. */
final class Observed {
    private Observed() {}

    /**
     * The maximum over the image to which the nulls belong, whichever tail was tested: the largest v or -v, at the voxels
     * with the least corrected p, whose p is that p. Negative infinity if there is none.
     */
    static double maximum(CorrectedMap statistic) {
        double[] map = statistic.map(), logP = statistic.logP();
        double best = Arrays.stream(logP).filter(Double::isFinite).max().orElse(0), least = Math.pow(10, -best);
        double maximum = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < map.length; v++) {
            if (logP[v] != best) continue;
            for (double value : new double[] {map[v], -map[v]})
                if (value > maximum && Math.abs(statistic.nulls().p(value) - least) <= 1e-6 * least) maximum = value;
        }
        return maximum;
    }

    /**
     * The greatest maximum that a value must exceed for p up to alpha, when p = (1 + maxima that reach it) / (1 + maxima).
     *
     * @return empty if there are too few shuffles for so small a p
     */
    static OptionalDouble critical(double[] maxima, double alpha) {
        double[] sorted = maxima.clone();
        Arrays.sort(sorted);
        int reaching = (int) Math.floor(alpha * (sorted.length + 1) + 1e-9);
        return reaching < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length - reaching]);
    }
}
