package cohort.command;

import cohort.design.Contrasts;
import cohort.table.Cohort;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.command.Command;

/** The files that a run depends on. */
final class FilesRead {

    private FilesRead() {}

    /**
     * The table, mask, design, contrasts and groups where they are files, then the maps in the order of the subjects; each
     * file once.
     */
    static List<Path> by(Command command, Cohort cohort) {
        Map<String, String> inputs = Inputs.of(command);
        Stream<Path> keys = Stream.of("maps", "mask", "design", "resample", "variance_groups")
                .map(key -> inputs.getOrDefault(key, ""))
                .map(text -> text.replaceFirst("^(nearest|linear|cubic):", ""))
                .flatMap(text -> path(text).stream())
                .map(file ->
                        Files.isDirectory(file) ? Path.of(cohort.covariates().source()) : file);
        Stream<Path> named = Stream.concat(keys, Contrasts.filesRead(inputs.get("contrast")).stream());
        Stream<Path> maps = cohort.subjects().stream().flatMap(subject -> subject.map().file().stream());
        return Stream.concat(named, maps)
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }

    /** Nothing for a pattern or another text that is no path on this system. */
    private static Optional<Path> path(String text) {
        try {
            return text.contains("*") || text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
