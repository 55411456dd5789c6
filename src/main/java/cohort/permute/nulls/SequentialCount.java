package cohort.permute.nulls;

import java.util.PriorityQueue;

/**
 * Counts shuffles one after the other and stops, for each observed value on its own, when a number h of them has reached it
 * (Besag & Clifford 1991, Biometrika 78:301): p = h / (the shuffle at which that came about); for a value that fewer reach, p
 * is the usual count. Values that are not significant so cost few shuffles.
 */
public final class SequentialCount implements NullModel {
    private final NullDistribution nulls;
    private final int stopAfter;
    /** After each shuffle, the h-th greatest of the maxima so far. */
    private final double[] record;

    /** @param stopAfter h, at least 1 */
    public SequentialCount(NullDistribution nulls, int stopAfter) {
        this.nulls = nulls;
        this.stopAfter = stopAfter;
        this.record = new double[nulls.size()];
        PriorityQueue<Double> greatest = new PriorityQueue<>();
        for (int k = 0; k < record.length; k++) {
            greatest.add(nulls.maximum(k));
            if (greatest.size() > stopAfter) greatest.poll();
            record[k] = greatest.size() < stopAfter ? Double.NEGATIVE_INFINITY : greatest.peek();
        }
    }

    @Override
    public double p(double observed) {
        double least = Ties.least(observed);
        int low = 0, high = record.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (record[middle] >= least) high = middle;
            else low = middle + 1;
        }
        return low == record.length ? nulls.p(observed) : (double) stopAfter / (low + 1);
    }

    @Override
    public String words() {
        return nulls.words() + ", for each value until " + stopAfter + " reached it";
    }
}
