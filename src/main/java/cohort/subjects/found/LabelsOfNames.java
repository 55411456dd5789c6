package cohort.subjects.found;

import cohort.subjects.SubjectIds;
import cohort.table.TableText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which participants the names of files and images are about. */
public final class LabelsOfNames {
    private LabelsOfNames() {}

    /** The labels that are one, or the same number. */
    public static List<String> alike(String label, List<String> labels) {
        if (labels.contains(label)) return List.of(label);
        return labels.stream()
                .filter(other -> SubjectIds.isSameNumber(label, other))
                .toList();
    }

    /**
     * The labels that a name is about: the name itself; else those that stand in it between other letters than letters and
     * digits; else those that are the same number as one in it.
     */
    public static List<String> within(String stem, List<String> labels) {
        String name = TableText.plain(stem);
        if (labels.contains(name)) return List.of(name);
        List<String> words = Arrays.asList(name.split("[^\\p{L}\\p{N}]+"));
        List<String> inside = labels.stream()
                .filter(label -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(label) + "(?![\\p{L}\\p{N}])")
                        .matcher(name)
                        .find())
                .toList();
        if (!inside.isEmpty()) return inside;
        return labels.stream()
                .filter(label -> words.stream().anyMatch(word -> SubjectIds.isSameNumber(word, label)))
                .toList();
    }
}
