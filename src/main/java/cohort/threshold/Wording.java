package cohort.threshold;

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

    /** The number of clusters. */
    static String clusters(int count) {
        return count == 1 ? "1 cluster" : count + " clusters";
    }
}
