package cohort.data.localizer;

import cohort.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which subjects of the localizer a user means. */
public final class LocalizerSubjects {

    /** The subjects of the localizer, S01 to S94. */
    static final int ALL = 94;

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern RANGE = Pattern.compile("[Ss]?(\\d{1,9})(?:\\s*-\\s*[Ss]?(\\d{1,9}))?");

    private LocalizerSubjects() {}

    /**
     * Reads a choice of subjects.
     *
     * @param text empty for all, a number n for the first n, or a list such as {@code 1,3,5-8} or {@code S01,S05}
     * @return names such as {@code S01}, in the order of the list
     * @throws InputException if a subject does not exist or is named twice
     */
    public static List<String> parse(String text) {
        String list = text.strip();
        if (list.isEmpty() || COUNT.matcher(list).matches())
            return range(text, 1, list.isEmpty() ? ALL : Integer.parseInt(list))
                    .mapToObj(LocalizerSubjects::name)
                    .toList();
        Set<String> subjects = new LinkedHashSet<>();
        for (String part : list.split("[,;]", -1))
            members(text, part.strip()).mapToObj(LocalizerSubjects::name).forEach(subject -> {
                if (!subjects.add(subject))
                    throw new InputException("subjects=" + text + " names " + subject + " twice; name each once.");
            });
        return List.copyOf(subjects);
    }

    private static IntStream members(String text, String part) {
        Matcher m = RANGE.matcher(part);
        if (!m.matches()) throw wrong(text);
        int first = Integer.parseInt(m.group(1));
        return range(text, first, m.group(2) == null ? first : Integer.parseInt(m.group(2)));
    }

    private static IntStream range(String text, int first, int last) {
        if (first < 1 || last < first || last > ALL) throw wrong(text);
        return IntStream.rangeClosed(first, last);
    }

    private static InputException wrong(String text) {
        return new InputException(
                "subjects=" + text + " names no subjects of the localizer, expected a number from 1 to " + ALL
                        + " or a list such as 1,3,5-8 or S01,S05.");
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "S%02d", number);
    }
}
