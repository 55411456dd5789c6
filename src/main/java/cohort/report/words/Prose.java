package cohort.report.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A paragraph that grows sentence by sentence and remembers what it cites. */
public final class Prose {
    private final StringBuilder text = new StringBuilder();
    private final TreeSet<Citation> cited = new TreeSet<>(
            Comparator.comparing(citation -> (citation.authors() + citation.key()).toLowerCase(Locale.ROOT)));

    /** Adds words. */
    Prose say(String words) {
        text.append(words);
        return this;
    }

    /** Adds works in parentheses, oldest first. */
    Prose cite(Citation... works) {
        cited.addAll(List.of(works));
        text.append(Arrays.stream(works)
                .sorted(Comparator.comparing(Citation::year))
                .map(Citation::key)
                .collect(Collectors.joining("; ", " (", ")")));
        return this;
    }

    /** The paragraph. */
    public String text() {
        return text.toString();
    }

    /** The works cited, in alphabetical order. */
    public List<Citation> references() {
        return List.copyOf(cited);
    }
}
