package cohort.region.values;

import cohort.InputException;
import cohort.table.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that a user chooses.
 *
 * @param key the option, for messages
 * @param parts names, or patterns with {@code *}; none for all names
 */
record NamePatterns(String key, List<String> parts) {

    static NamePatterns of(String key, String text) {
        return new NamePatterns(
                key,
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .toList());
    }

    /**
     * Those of some names that are chosen, in their order.
     *
     * @throws InputException if a part chooses none of them
     */
    List<String> of(List<String> names, String source) {
        if (parts.isEmpty()) return names;
        for (String part : parts)
            if (names.stream().noneMatch(name -> matches(part, name)))
                throw new InputException(
                        key + ": " + source + " has no region " + part + ", expected names or patterns such as "
                                + Nearest.first(part, names).get(0) + ", separated by semicolons.");
        return names.stream()
                .filter(name -> parts.stream().anyMatch(part -> matches(part, name)))
                .toList();
    }

    private static boolean matches(String part, String name) {
        String pattern =
                Arrays.stream(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(name)
                .matches();
    }
}
