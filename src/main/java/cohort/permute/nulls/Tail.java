package cohort.permute.nulls;

import cohort.InputException;
import java.util.Locale;

/** The side of the null distribution on which evidence counts. */
public enum Tail {
    POSITIVE,
    NEGATIVE,
    /** Either side; clusters of the two signs stay apart, the maximum is taken over both. */
    BOTH;

    /** @throws InputException if the name is none of {@code positive}, {@code negative}, {@code both} */
    public static Tail of(String name) {
        for (Tail tail : values()) if (tail.toString().equals(name)) return tail;
        throw new InputException("tail: found " + name + ", expected positive, negative or both.");
    }

    /** The signs to multiply the statistic by, so that evidence is positive. */
    public int[] signs() {
        return switch (this) {
            case POSITIVE -> new int[] {1};
            case NEGATIVE -> new int[] {-1};
            case BOTH -> new int[] {1, -1};
        };
    }

    /** How strongly a signed statistic speaks against the null hypothesis on this side. */
    public double evidence(double statistic) {
        return switch (this) {
            case POSITIVE -> statistic;
            case NEGATIVE -> -statistic;
            case BOTH -> Math.abs(statistic);
        };
    }

    /** Which sides count, in words: {@code two-sided}, or e.g. {@code positive side}. */
    public String sides() {
        return this == BOTH ? "two-sided" : this + " side";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
