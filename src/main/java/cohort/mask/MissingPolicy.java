package cohort.mask;

import cohort.InputException;
import java.util.Locale;

/** What becomes of a voxel that holds no data in some subject. */
public enum MissingPolicy {
    /**
     * A voxel that is not finite in some subject, or 0 in all of them, leaves the analysis. One that is 0 in some
     * subjects stays, for 0 may be a value; how many there are is told.
     */
    EXCLUDE,
    /** As {@link #EXCLUDE}, and a voxel that is 0 in some subject leaves too, as where 0 stands for no data. */
    EXCLUDE_ZEROS,
    /** A 0 is a value, and a value that is not finite counts as 0, as in nilearn 0.14. */
    ZERO;

    /** @throws InputException if it is the name of none of these */
    public static MissingPolicy of(String name) {
        for (MissingPolicy missing : values()) if (missing.toString().equals(name)) return missing;
        throw new InputException("missing: found " + name + ", expected exclude, exclude-zeros or zero.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
