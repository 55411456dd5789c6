package cohort.files;

import cohort.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Paths as users write them. */
public final class GivenPath {
    private GivenPath() {}

    /**
     * @param key the option that names it, for the message
     * @throws InputException if the text is no path on this system
     */
    public static Path of(String key, String text) {
        try {
            return TypedPath.of(text);
        } catch (InvalidPathException e) {
            throw new InputException(
                    key + ": found " + text + ", expected a path; "
                            + e.getReason().toLowerCase(Locale.ROOT) + ".",
                    e);
        }
    }

    /**
     * A path that may be left out; nothing for a blank text.
     *
     * @throws InputException if the text is no path on this system
     */
    public static Optional<Path> find(String key, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(of(key, text));
    }
}
