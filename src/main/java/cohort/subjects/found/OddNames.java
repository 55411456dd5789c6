package cohort.subjects.found;

import cohort.subjects.SubjectIds;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds names in a folder that do not look like those of maps as the others do. */
final class OddNames {
    private static final Pattern MASK = Pattern.compile("(?i)(.*[_\\-. ])?(brain)?mask");
    private static final Pattern LABEL = Pattern.compile("(^|_)sub-[^_.]+");

    /** Of four files three must be called alike before the fourth is odd. */
    private static final double FAMILY = 0.75;

    private OddNames() {}

    /** Those that are called masks while most are not. */
    static List<Path> masks(List<Path> files) {
        List<Path> masks = files.stream()
                .filter(file -> MASK.matcher(SubjectIds.stem(file)).matches())
                .toList();
        return 2 * masks.size() <= files.size() ? masks : List.of();
    }

    /**
     * Those that are the only ones of their pattern, the name with its numbers and the participant left open, while most files
     * have another in common.
     */
    static List<Path> strangers(List<Path> files) {
        Map<String, Long> families =
                files.stream().collect(Collectors.groupingBy(OddNames::pattern, Collectors.counting()));
        Optional<Long> largest = families.values().stream().max(Comparator.naturalOrder());
        if (largest.isEmpty() || largest.get() < FAMILY * files.size()) return List.of();
        Function<Path, Long> kin = file -> families.get(pattern(file));
        return files.stream()
                .filter(file -> kin.apply(file) == 1 && largest.get() > 2)
                .toList();
    }

    private static String pattern(Path file) {
        String name = LABEL.matcher(SubjectIds.stem(file)).replaceAll("$1sub-*");
        return name.replaceAll("\\d+", "*");
    }
}
