package cohort.mask;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;

/** What to do with a voxel that has no data in some subject. */
public enum MissingPolicy {
    /**
     * A voxel that is not finite in some subject, or 0 in all of them, leaves the analysis. One that is 0 in some
     * subjects stays, for 0 may be a value; how many there are is told.
     */
    EXCLUDE,
    /** As {@link #EXCLUDE}, and a voxel that is 0 in some subject leaves too, as where 0 stands for no data. */
    EXCLUDE_ZEROS,
    /** A 0 is a value, and a value that is not finite counts as 0, as in nilearn 0.14. */
    ZERO,
    /** A voxel stays if enough subjects have a finite value in it, and is tested with these. */
    AVAILABLE,
    /** As {@link #AVAILABLE}, and a 0 is no data. */
    AVAILABLE_ZEROS;

    /** @throws InputException if it is the name of none of these */
    public static MissingPolicy of(String name) {
        for (MissingPolicy missing : values()) if (missing.toString().equals(name)) return missing;
        throw new InputException(
                "missing: found " + name + ", expected exclude, exclude-zeros, zero, available or available-zeros.");
    }

    /**
     * The policy of that name, where every map must have every voxel.
     *
     * @param user who does not take gaps, the beginning of a clause, e.g. {@code a region takes}
     * @throws InputException if it is the name of none of these, or leaves gaps in maps
     */
    public static MissingPolicy whole(String name, String user) {
        MissingPolicy missing = of(name);
        if (missing.takesGaps())
            throw new InputException("missing: found " + name + ", expected exclude, exclude-zeros or zero, since "
                    + user + " the same maps in all voxels.");
        return missing;
    }

    /** Those that leave no gaps in maps. */
    public static MissingPolicy[] whole() {
        return Arrays.stream(values()).filter(missing -> !missing.takesGaps()).toArray(MissingPolicy[]::new);
    }

    /** Whether a voxel that some maps lack may stay, so that there are gaps in these. */
    public boolean takesGaps() {
        return this == AVAILABLE || this == AVAILABLE_ZEROS;
    }

    /** Whether a value of a map counts as missing and stays a gap. */
    public boolean isGap(double value) {
        return takesGaps() && (!Double.isFinite(value) || value == 0 && this == AVAILABLE_ZEROS);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
