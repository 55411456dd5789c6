package cohort.subjects;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names subjects after their maps' files. */
public final class SubjectIds {
    private static final Pattern SUFFIX = Pattern.compile("(?i)\\.(nii|hdr|img|mgh)?(\\.gz)?$|\\.[a-z]\\w{0,4}$");

    private SubjectIds() {}

    /**
     * The name of the file without its suffix or, where files in several folders share their name, of the nearest
     * folder that distinguishes them; where none does alone, several joined by {@code _}.
     *
     * @param files distinct absolute paths
     */
    static List<String> of(List<Path> files) {
        int depth = files.stream().mapToInt(Path::getNameCount).min().orElse(0);
        for (int d = 0; d < depth; d++) {
            int up = d;
            List<String> ids = name(files, file -> part(file, up));
            if (distinct(ids)) return ids;
        }
        for (int d = 1; d < depth; d++) {
            int up = d;
            List<String> ids = name(files, file -> joined(file, up));
            if (distinct(ids)) return ids;
        }
        return name(files, Path::toString);
    }

    /**
     * The names of files, numbered where a volume of one is taken.
     *
     * @param maps distinct
     */
    public static List<String> ofMaps(List<MapSource.Stored> maps) {
        List<Path> files = maps.stream().map(MapSource.Stored::path).distinct().toList();
        List<String> names = of(files);
        boolean several = files.size() < maps.size();
        return maps.stream()
                .map(map -> names.get(files.indexOf(map.path())) + (several ? "_" + (map.index() + 1) : ""))
                .toList();
    }

    /** A name with a number each, from 1, all as long as the last. */
    public static List<String> numbered(String name, int n) {
        String format = "%s_%0" + Integer.toString(n).length() + "d";
        return IntStream.rangeClosed(1, n)
                .mapToObj(v -> String.format(Locale.ROOT, format, name, v))
                .toList();
    }

    /**
     * The file's name without {@code .nii}, {@code .nii.gz} or whatever suffix it has, in the Unicode form that people type
     * (composed letters).
     */
    public static String stem(Path file) {
        String name = Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
        return SUFFIX.matcher(name).replaceFirst("");
    }

    /** The label of a participant, which BIDS writes with {@code sub-} before it. */
    public static String label(String id) {
        return id.startsWith("sub-") ? id.substring(4) : id;
    }

    /** Whether two labels are the same number, as 1 and 01 are; spreadsheets drop zeros. */
    public static boolean isSameNumber(String a, String b) {
        return a.matches("\\d{1,9}") && b.matches("\\d{1,9}") && Integer.parseInt(a) == Integer.parseInt(b);
    }

    private static String part(Path file, int up) {
        return up == 0 ? stem(file) : file.getName(file.getNameCount() - 1 - up).toString();
    }

    private static String joined(Path file, int up) {
        return up == 0 ? stem(file) : part(file, up) + "_" + joined(file, up - 1);
    }

    private static List<String> name(List<Path> files, Function<Path, String> name) {
        return files.stream().map(name).toList();
    }

    private static boolean distinct(List<String> ids) {
        return new HashSet<>(ids).size() == ids.size();
    }
}
