package cohort.permute.nulls;

import java.util.OptionalInt;

/**
 * Tells when enough shuffles have reached the observed maximum of every statistic of every contrast, so that no more can
 * make any of them significant.
 */
public final class Stopping {
    private final double[][] observed;
    private final int enough;
    private final int[][] reached;

    /**
     * @param observed the maxima without any shuffle, contrasts x statistics
     * @param enough how many must reach each; 0 for never
     */
    public Stopping(double[][] observed, int enough) {
        this.observed = observed;
        this.enough = enough;
        this.reached = new int[observed.length][];
        for (int c = 0; c < observed.length; c++) reached[c] = new int[observed[c].length];
    }

    /**
     * Looks at more shuffles.
     *
     * @param nulls contrasts x statistics x shuffles
     * @return after how many shuffles there were enough, if there were
     */
    public OptionalInt after(double[][][] nulls, int from, int to) {
        if (enough == 0) return OptionalInt.empty();
        for (int k = from; k < to; k++) {
            int least = Integer.MAX_VALUE;
            for (int c = 0; c < observed.length; c++)
                for (int s = 0; s < observed[c].length; s++) {
                    if (nulls[c][s][k] >= Ties.least(observed[c][s])) reached[c][s]++;
                    least = Math.min(least, reached[c][s]);
                }
            if (least >= enough) return OptionalInt.of(k + 1);
        }
        return OptionalInt.empty();
    }
}
