package cohort.report.words;

import cohort.text.Reference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A paragraph that grows sentence by sentence and remembers what it cites. */
public final class Prose {
    private final StringBuilder text = new StringBuilder();
    private final TreeSet<Reference> cited = new TreeSet<>(
            Comparator.comparing(citation -> (citation.authors() + citation.key()).toLowerCase(Locale.ROOT)));

    /** Adds words. */
    Prose say(String words) {
        text.append(words);
        return this;
    }

    /** Adds works in parentheses, oldest first. */
    Prose cite(Reference... works) {
        cited.addAll(List.of(works));
        text.append(Arrays.stream(works)
                .sorted(Comparator.comparing(Reference::year))
                .map(Reference::key)
                .collect(Collectors.joining("; ", " (", ")")));
        return this;
    }

    /** Adds works in parentheses, oldest first; nothing if there are none. */
    Prose cite(List<Reference> works) {
        return works.isEmpty() ? this : cite(works.toArray(Reference[]::new));
    }

    /** Adds another paragraph, with what it cites. */
    Prose add(Prose other) {
        cited.addAll(other.cited);
        return say(other.text());
    }

    /** The paragraph. */
    public String text() {
        return text.toString();
    }

    /** The works cited, in alphabetical order. */
    public List<Reference> references() {
        return List.copyOf(cited);
    }
}
