package cohort.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as figures, tables of values and the log show them. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(5);

    private Numbers() {}

    /** Five digits, none of them a trailing 0 behind the point, without an exponent; {@code n/a} for no number. */
    public static String plain(double value) {
        return plain(value, DIGITS);
    }

    /** A number's digits as people write them: 8, not 8.0. */
    public static String withoutPoint(String digits) {
        return digits.replaceFirst("\\.0+$", "");
    }

    /** As {@link #plain(double)}, of this many digits. */
    public static String plain(double value, MathContext digits) {
        if (!Double.isFinite(value)) return "n/a";
        return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
    }

    /**
     * Three significant digits without trailing zeros, with commas between thousands and a true minus sign; very large and
     * small ones as 1.2e-5.
     */
    public static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) return value == 0 ? "0" : Double.toString(value);
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = exponent >= -4 && exponent <= 6
                ? grouped(rounded)
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
        return digits.replace('-', '\u2212');
    }

    /** All digits, with commas between thousands. */
    static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }
}
