package cohort.threshold;

import cohort.permute.Tail;
import java.math.BigDecimal;
import java.math.MathContext;

/** The words that the summaries share. */
final class Wording {
    private static final MathContext DIGITS = new MathContext(5);

    private Wording() {}

    /** Five digits, none of them a trailing 0. */
    static String number(double value) {
        return rounded(value, DIGITS);
    }

    /** So many digits, none of them a trailing 0 behind the point, without an exponent; {@code n/a} for no number. */
    static String rounded(double value, MathContext digits) {
        if (!Double.isFinite(value)) return "n/a";
        return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
    }

    /** Which sides count. */
    static String sides(Tail tail) {
        return tail == Tail.BOTH ? "two-sided" : tail + " side";
    }

    /** The number of clusters. */
    static String clusters(int count) {
        return count == 1 ? "1 cluster" : count + " clusters";
    }

    /** The number of tests, e.g. {@code 732 voxels}, and of those left out. */
    static String tests(TestedMap map) {
        String left = map.leftOut() == 0 ? "" : " (" + map.leftOut() + " more hold no finite number)";
        return map.size() + " voxels" + left;
    }

    /** How far the map reaches, where nothing was found. */
    static String reach(TestedMap map, Tail tail) {
        double greatest = map.greatest(tail);
        if (map.statistic().isDescending())
            return "the least p is " + number(map.statistic().valueOf(greatest));
        return switch (tail) {
            case POSITIVE -> "the greatest value is " + number(greatest);
            case NEGATIVE -> "the least value is " + number(-greatest);
            case BOTH -> "the greatest magnitude is " + number(greatest);
        };
    }

    /** The clusters that count, e.g. {@code cluster of 20 voxels or more}. */
    static String cluster(ClusterExtent extent) {
        return extent.amount() == 0
                ? "cluster"
                : "cluster of " + number(extent.amount()) + (extent.inMm3() ? " mm\u00b3" : " voxels") + " or more";
    }
}
