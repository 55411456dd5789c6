package cohort.design.contrast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes names for files of contrasts, after the BIDS Stats Models naming that nilearn's {@code save_glm_to_bids} uses. */
public final class ContrastName {
    private ContrastName() {}

    /** Letters and digits in camelCase; {@code - + > <} become Minus, Plus, Gt and Lt. */
    public static String of(String text) {
        String words = text.replaceAll("[-\\u2212]", " Minus ")
                .replace("+", " Plus ")
                .replace(">", " Gt ")
                .replace("<", " Lt ")
                .replaceAll("[_.:;,/()]", " ")
                .replaceAll("[^\\p{L}\\p{N}\\s]", "")
                .strip();
        if (words.isEmpty()) return "contrast";
        String name = Arrays.stream(words.split("\\s+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        int first = words.split("\\s+")[0].length();
        return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
    }

    /** The name, with the first number from 2 behind it that makes it unlike the given ones if it is one of them. */
    public static String unlike(List<String> names, String name) {
        String free = name;
        for (int number = 2; names.contains(free); number++) free = name + number;
        return free;
    }
}
