package cohort.subjects.found;

import cohort.InputException;
import cohort.table.NaturalOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the tables that a user names. */
public final class TableFiles {
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|tsv|txt|dat|table)");

    private TableFiles() {}

    /**
     * Files, absolute and each once: those that are named, whatever they are called; of a folder or a pattern those that end in .csv,
     * .tsv, .txt, .dat or .table, without hidden files and {@code participants.tsv}.
     *
     * @param key the option, for messages
     * @param source files, folders or patterns, separated by semicolons
     * @throws InputException if there is no such file, or no table among those of a folder or a pattern
     */
    public static List<Path> of(String key, String source) {
        List<Path> files = Arrays.stream(source.split(";"))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .flatMap(part -> part(key, part).stream())
                .distinct()
                .toList();
        if (files.isEmpty())
            throw new InputException(key + ": found nothing, expected a table, a folder of tables or a pattern.");
        return files;
    }

    private static List<Path> part(String key, String part) {
        Optional<Path> path = MapFiles.existing(part);
        if (path.isPresent() && !Files.isDirectory(path.get())) return List.of(path.get());
        if (path.isEmpty() && !MapFiles.isGlob(part))
            throw new InputException(
                    key + ": there is no file " + part + ", expected a table, a folder of tables or a pattern.");
        List<Path> tables = MapFiles.all(path.isPresent() ? path.get() + "/*" : part).stream()
                .filter(file -> Files.isRegularFile(file)
                        && TABLE.matcher(file.getFileName().toString()).matches()
                        && !file.endsWith("participants.tsv"))
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList();
        if (tables.isEmpty())
            throw new InputException(key + ": " + part
                    + " gives no table, expected files that end in .csv, .tsv, .txt, .dat or .table.");
        return tables;
    }
}
