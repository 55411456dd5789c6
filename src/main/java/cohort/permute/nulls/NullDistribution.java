package cohort.permute.nulls;

import cohort.text.Words;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The maxima of a map statistic over all shuffles, one per shuffle, the unshuffled labelling not among them. They may be millions,
 * so they are kept once; in ascending order only while there is memory for it.
 */
public final class NullDistribution implements NullModel {
    private final double[] maxima;
    private volatile SoftReference<double[]> ascending = new SoftReference<>(null);

    /** @param maxima one per shuffle, in the order of the shuffles; not copied, so it must not change any more */
    public NullDistribution(double[] maxima) {
        this.maxima = maxima;
    }

    /** The maxima in the order of the shuffles (a copy). */
    public double[] maxima() {
        return maxima.clone();
    }

    /** The maximum of a shuffle, counted from 0. */
    public double maximum(int shuffle) {
        return maxima[shuffle];
    }

    /** Number of shuffles. */
    public int size() {
        return maxima.length;
    }

    /**
     * The family-wise corrected p of an observed value: (1 + number of maxima that reach it) / (1 + number of shuffles), so
     * that the unshuffled labelling counts once (Phipson & Smyth 2010, section 4).
     */
    @Override
    public double p(double observed) {
        return (1.0 + reach(observed)) / (1.0 + maxima.length);
    }

    @Override
    public String words() {
        return "count of " + Words.count(maxima.length, "permutation");
    }

    /**
     * The greatest maximum that a value must exceed for a p up to alpha.
     *
     * @return empty if there are too few shuffles for so small a p
     */
    public OptionalDouble critical(double alpha) {
        double[] sorted = ascending();
        int reaching = (int) Math.floor(alpha * (sorted.length + 1) + 1e-9);
        return reaching < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length - reaching]);
    }

    /** These maxima and one more: that of the unshuffled labelling, which is one of all labellings. */
    NullDistribution with(double maximum) {
        double[] more = Arrays.copyOf(maxima, maxima.length + 1);
        more[maxima.length] = maximum;
        return new NullDistribution(more);
    }

    /** The maxima in ascending order (a copy). */
    double[] sorted() {
        return ascending().clone();
    }

    private double[] ascending() {
        double[] sorted = ascending.get();
        if (sorted == null) {
            sorted = maxima.clone();
            Arrays.sort(sorted);
            ascending = new SoftReference<>(sorted);
        }
        return sorted;
    }

    /** How many maxima reach a value; see {@link Ties}. */
    int reach(double observed) {
        double least = Ties.least(observed);
        double[] sorted = ascending();
        if (sorted.length > 0 && sorted[0] >= least) return sorted.length; // so it is in most voxels
        int low = 0, high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] >= least) high = middle;
            else low = middle + 1;
        }
        return sorted.length - low;
    }
}
