package cohort.design.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A function of one number in a formula. */
public enum NumberFunction {
    /** Minus the mean. */
    CENTER,
    /** Minus the mean, over the population standard deviation (n), as SciPy's {@code zscore}. */
    ZSCORE,
    /** Minus the mean, over the sample standard deviation (n − 1), as R's {@code scale}. */
    SCALE,
    /** The natural logarithm. */
    LOG,
    LOG10,
    LOG2,
    SQRT,
    EXP,
    ABS;

    /** The function of a name, as R has it or with {@code np.} before it. */
    static Optional<NumberFunction> of(String name) {
        String plain = name.replaceFirst("^np\\.", "");
        return Arrays.stream(values()).filter(f -> f.text().equals(plain)).findFirst();
    }

    /** The names of all. */
    static List<String> names() {
        return Arrays.stream(values()).map(NumberFunction::text).toList();
    }

    /** The name as R writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
