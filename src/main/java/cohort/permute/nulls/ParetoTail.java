package cohort.permute.nulls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A generalised Pareto distribution for the upper tail of the maxima (Winkler et al. 2016, NeuroImage 141:502, section "Tail
 * approximation"): p of an excess y over the threshold is the tail's share times (1 − k y / a)^(1/k). The tail begins at the
 * lowest of the quantiles 0.75, 0.76 … 0.99 from which on the fit passes {@link AndersonDarling}, whose table is that of
 * estimates by maximum likelihood, so that somewhat more fits are refused than its level says.
 *
 * <p>It errs towards large p, on purpose. Scale a and shape k are estimated twice, by the excesses' mean and variance and by
 * their probability-weighted moments (Hosking &amp; Wallis 1987, Technometrics 29:339, sections 3.2 and 3.3), and the heavier
 * tail is taken. A tail thinner than the exponential (k &gt; 0) is taken for the exponential: its end would be a guess, and
 * normal maxima, which have none, give p ≤ 1e-4 by 999 shuffles four times as often as they should if it is believed.
 */
final class ParetoTail implements NullModel {
    private static final int LOWEST_PERCENT = 75, HIGHEST_PERCENT = 99, LEAST_EXCESSES = 10;
    private static final double REPLACED = 0.1, LEAST_FIT = 0.05;

    private final double threshold;
    private final double share;
    private final Shape shape;
    private final double fit;

    private ParetoTail(int size, double threshold, double[] excesses) {
        this.threshold = threshold;
        this.share = (double) excesses.length / size;
        this.shape = Shape.of(excesses);
        this.fit =
                AndersonDarling.p(Arrays.stream(excesses).map(shape::survival).toArray(), shape.k);
    }

    /**
     * The tail, or nothing if none of the thresholds gives one that fits.
     *
     * @param sorted the maxima in ascending order, that of the unshuffled labelling among them
     */
    static Optional<NullModel> fit(double[] sorted) {
        for (int percent = LOWEST_PERCENT; percent <= HIGHEST_PERCENT; percent++) {
            double threshold = sorted[(int) ((long) (sorted.length - 1) * percent / 100)];
            double[] excesses = Arrays.stream(sorted)
                    .filter(value -> value > threshold)
                    .map(value -> value - threshold)
                    .toArray();
            if (excesses.length < LEAST_EXCESSES) break;
            ParetoTail tail = new ParetoTail(sorted.length, threshold, excesses);
            if (tail.fit > LEAST_FIT) return Optional.of(tail);
        }
        return Optional.empty();
    }

    /** p, and 0.1 for all that the tail gives more: there the shuffles are counted. */
    @Override
    public double p(double observed) {
        return Math.min(REPLACED, share * shape.survival(Math.max(0, observed - threshold)));
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT,
                "generalised Pareto tail above %.4g (shape %.3g, scale %.3g, Anderson-Darling p %.2g)",
                threshold,
                shape.k,
                shape.scale,
                fit);
    }

    /** Shape k, at most 0, and scale a. */
    private record Shape(double k, double scale) {

        /** @param y the excesses in ascending order */
        static Shape of(double[] y) {
            double mean = Arrays.stream(y).average().orElseThrow(), squares = 0, weighted = 0;
            for (int i = 0; i < y.length; i++) {
                squares += (y[i] - mean) * (y[i] - mean);
                weighted += (1 - (i + 0.65) / y.length) * y[i];
            }
            double ratio = mean * mean / (squares / (y.length - 1)), half = 2 * weighted / y.length;
            double moments = (ratio - 1) / 2, weightedMoments = mean / (mean - half) - 2;
            if (Math.min(moments, weightedMoments) >= 0) return new Shape(0, mean);
            return moments <= weightedMoments
                    ? new Shape(moments, mean * (ratio + 1) / 2)
                    : new Shape(weightedMoments, mean * half / (mean - half));
        }

        /** The share of excesses above y. */
        double survival(double y) {
            if (Math.abs(k) < 1e-12) return Math.exp(-y / scale);
            return Math.pow(1 - k * y / scale, 1 / k);
        }
    }
}
