package cohort.permute.nulls;

import java.util.Arrays;
import java.util.Locale;

/**
 * A null distribution whose upper tail is a generalised Pareto distribution (Winkler et al. 2016, NeuroImage 141:502,
 * section "Tail approximation"): p of an excess y over the threshold is the tail's share times (1 − k y / a)^(1/k). Scale a
 * and shape k follow from the excesses' mean and variance (Hosking & Wallis 1987, Technometrics 29:339, section 3.2). The
 * tail begins at the lowest of the quantiles 0.75, 0.76 … 0.99 from which on the fit passes {@link AndersonDarling}, whose
 * table is that of estimates by maximum likelihood, so that somewhat more fits are refused than its level says. Only
 * counted p-values up to 0.1 are replaced, and only below the tail's share.
 *
 * <p>A tail with an end (k &gt; 0) is not followed beyond the greatest maximum: there its end is a guess, past which a value
 * would have p = 0 by a few hundred shuffles. From the greatest maximum on it falls as an exponential distribution of the
 * same mean excess does, which is the slower.
 */
final class ParetoTail implements NullModel {
    private static final int LOWEST_PERCENT = 75, HIGHEST_PERCENT = 99, LEAST_EXCESSES = 10;
    private static final double REPLACED = 0.1, LEAST_FIT = 0.05;
    /** Smaller values are a matter of the curve alone, not of the data. */
    private static final double LEAST_P = 0x1p-52;

    private final NullDistribution nulls;
    private final double threshold;
    private final double share;
    private final double scale;
    private final double shape;
    private final double meanExcess;
    private final double greatestExcess;
    private final double fit;

    private ParetoTail(NullDistribution nulls, int size, double threshold, double[] excesses) {
        double mean = Arrays.stream(excesses).average().orElseThrow();
        double squares =
                Arrays.stream(excesses).map(y -> (y - mean) * (y - mean)).sum();
        double ratio = mean * mean / (squares / (excesses.length - 1));
        this.nulls = nulls;
        this.threshold = threshold;
        this.share = (double) excesses.length / size;
        this.scale = mean * (ratio + 1) / 2;
        this.shape = (ratio - 1) / 2;
        this.meanExcess = mean;
        this.greatestExcess = Arrays.stream(excesses).max().orElseThrow();
        this.fit = AndersonDarling.p(Arrays.stream(excesses).map(this::survival).toArray(), shape);
    }

    /**
     * The tail, or the nulls themselves if none of the thresholds gives one that fits.
     *
     * @param all the nulls and the maximum of the unshuffled labelling
     */
    static NullModel fit(NullDistribution nulls, NullDistribution all) {
        double[] sorted = all.sorted();
        for (int percent = LOWEST_PERCENT; percent <= HIGHEST_PERCENT; percent++) {
            double threshold = sorted[(int) ((long) (sorted.length - 1) * percent / 100)];
            double[] excesses = Arrays.stream(sorted)
                    .filter(value -> value > threshold)
                    .map(value -> value - threshold)
                    .toArray();
            if (excesses.length < LEAST_EXCESSES) break;
            ParetoTail tail = new ParetoTail(nulls, sorted.length, threshold, excesses);
            if (tail.fit > LEAST_FIT) return tail;
        }
        return nulls;
    }

    /** The share of excesses above y. */
    private double survival(double y) {
        if (Math.abs(shape) < 1e-12) return Math.exp(-y / scale);
        return Math.pow(Math.max(0, 1 - shape * y / scale), 1 / shape);
    }

    @Override
    public double p(double observed) {
        double counted = nulls.p(observed);
        if (counted > REPLACED || observed <= threshold) return counted;
        return Math.max(LEAST_P, Math.min(REPLACED, share * followed(observed - threshold)));
    }

    /** The survival, as far as the maxima reach; beyond, what can be said of a tail with an end. */
    private double followed(double y) {
        if (shape <= 0 || y <= greatestExcess) return survival(y);
        return survival(greatestExcess) * Math.exp((greatestExcess - y) / meanExcess);
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT,
                "generalised Pareto tail above %.4g (shape %.3g, scale %.3g, Anderson-Darling p %.2g)",
                threshold,
                shape,
                scale,
                fit);
    }
}
