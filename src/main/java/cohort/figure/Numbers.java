package cohort.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as figures show them. */
final class Numbers {
    private Numbers() {}

    /** Three significant digits without trailing zeros, with a true minus sign; very large and small ones as 1.2e-5. */
    static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) return value == 0 ? "0" : Double.toString(value);
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = exponent >= -4 && exponent <= 6
                ? rounded.toPlainString()
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
        return digits.replace('-', '\u2212');
    }
}
