package cohort.region.names;

import cohort.InputException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels as files write them. */
final class Labels {
    /** A table that was saved by a statistics program may have 997.0. */
    private static final Pattern WHOLE = Pattern.compile("\\+?(\\d{1,15})(\\.0*)?");

    private static final Pattern LAST_BUT_ONE = Pattern.compile("(\\d{1,15})\\D+\\d{1,15}\\D*$");

    private Labels() {}

    /** @throws InputException if the text is no whole number of 0 or above */
    static long parse(Path file, String text) {
        return find(text)
                .orElseThrow(() -> new InputException("atlas_names: " + file + " has \"" + text
                        + "\" for a label, expected a whole number of 0 or above; correct the file."));
    }

    /** The label that a text is; nothing for another text. */
    static OptionalLong find(String text) {
        Matcher found = WHOLE.matcher(text.strip());
        return found.matches() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    /** The parent in a path of labels that ends with the region itself: {@code /997/8/567/}, {@code [997, 8, 567]}. */
    static OptionalLong parentIn(String path) {
        Matcher found = LAST_BUT_ONE.matcher(path);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
