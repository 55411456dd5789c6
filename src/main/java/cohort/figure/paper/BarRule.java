package cohort.figure.paper;

import java.util.Locale;

/** When a map has a colour bar. */
public enum BarRule {
    /** Unless all values that are not 0 are the same, as in a mask. */
    AUTO,
    YES,
    NO;

    /** @param isMask whether all values that are not 0 are the same */
    public boolean shows(boolean isMask) {
        return this == YES || this == AUTO && !isMask;
    }

    /** As an option has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
