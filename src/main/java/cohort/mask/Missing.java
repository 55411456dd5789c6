package cohort.mask;

import cohort.InputException;
import java.util.Locale;

/** What becomes of a voxel that holds no data in some subject. */
public enum Missing {
    /** A voxel that is not finite in some subject, or 0 in all of them, leaves the analysis. */
    EXCLUDE,
    /** A value that is not finite counts as 0, as in nilearn 0.14.0. */
    ZERO;

    /** @throws InputException if the name is neither {@code exclude} nor {@code zero} */
    public static Missing of(String name) {
        for (Missing missing : values()) if (missing.toString().equals(name)) return missing;
        throw new InputException("missing: found " + name + ", expected exclude or zero.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
