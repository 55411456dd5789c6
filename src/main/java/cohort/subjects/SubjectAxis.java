package cohort.subjects;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Along which axis of one image the subjects stand. */
public enum SubjectAxis {
    /** The fourth, unless it is time. */
    AUTO,
    /** The fourth, even if the header says that it is time. */
    SUBJECTS,
    /** The third: each slice is a subject. */
    SLICES;

    /**
     * The axis that a user names.
     *
     * @throws InputException if there is none of the name
     */
    public static SubjectAxis of(String name) {
        return Arrays.stream(values())
                .filter(axis -> axis.toString().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("volumes: found " + name + ", expected one of "
                        + Arrays.stream(values()).map(SubjectAxis::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** The name as users give it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
