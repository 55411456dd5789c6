package cohort.permute.nulls;

/**
 * When a shuffled value reaches an observed one. Values that are equal in exact arithmetic differ by rounding, since sums come in
 * another order; so what comes within 1e-10, relative to the observed value or to 1 if that is smaller, reaches it.
 */
public final class Ties {
    private static final double ROUNDING = 1e-10;

    private Ties() {}

    /** The smallest value that reaches an observed one. */
    public static double least(double observed) {
        return observed - ROUNDING * Math.max(1, Math.abs(observed));
    }
}
