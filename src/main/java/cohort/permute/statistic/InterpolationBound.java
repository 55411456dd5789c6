package cohort.permute.statistic;

import java.util.Arrays;

/**
 * The bound on true discoveries that a family of thresholds gives: if, with confidence 1 - α, no more than u - 1 true null
 * hypotheses have a p below the u-th threshold, whatever u, then of any set of hypotheses at least this many are false (Blanchard,
 * Neuvial &amp; Roquain 2020, Annals of Statistics 48:1281, section 2; Goeman &amp; Solari 2011, Statistical Science 26:584).
 */
public final class InterpolationBound {

    private InterpolationBound() {}

    /**
     * The greatest of 1 - u + #{first &lt;= u} over u from 1; 0 if none is greater.
     *
     * @param first for each hypothesis of the set, in any order, the number of the first threshold that its p lies below, from 1
     */
    public static int of(double[] first) {
        double[] sorted = first.clone();
        Arrays.sort(sorted);
        double most = 0;
        // Of equal numbers the last has the greatest count.
        for (int i = 0; i < sorted.length; i++) most = Math.max(most, 2 + i - sorted[i]);
        return (int) most;
    }
}
