package cohort.table;

import cohort.InputException;
import cohort.image.VolumeFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out who the subjects are and where their maps stand. */
public final class Cohorts {
    private Cohorts() {}

    /**
     * Reads a cohort from what a user gives as {@code maps}:
     *
     * <ul>
     *   <li>a CSV or TSV file with a column {@code map} (paths relative to the table), optionally
     *       {@code participant_id} (by default named after the map's file) and covariates;
     *   <li>a folder: all its images ({@link cohort.image.VolumeFormats}; a pair once) in natural order of their names;
     *   <li>a pattern with {@code * ? [ab] {a,b}} or {@code **} for any number of folders;
     *   <li>one 4D image: a subject a volume.
     * </ul>
     *
     * Paths may begin with {@code ~}.
     *
     * @implNote op names='cohort.table.cohort'
     * @param maps the table, folder, pattern or 4D file
     * @return at least two subjects; without a table the only covariate is {@code participant_id}
     * @throws InputException if nothing is there, a table lacks {@code map}, repeats a map or an id or names a map that
     *     does not exist, or there are fewer than two subjects
     */
    public static Cohort read(String maps) {
        String source = maps.strip();
        if (source.isEmpty())
            throw new InputException(
                    "maps is empty, expected a table (CSV or TSV), a folder, a pattern or a 4D image.");
        Optional<Path> path = existing(source);
        if (path.isEmpty() && MapFiles.isGlob(source)) return ofFiles(source, MapFiles.matching(source));
        Path file = path.orElseThrow(() -> new InputException("maps=" + source
                + " does not exist, expected a table (CSV or TSV), a folder, a pattern or a 4D image."));
        if (Files.isDirectory(file)) return ofFiles(source, MapFiles.inFolder(file));
        return MapFiles.isImage(file) ? ofVolumes(source, file) : CohortTable.read(file);
    }

    private static Optional<Path> existing(String source) {
        try {
            return Optional.of(MapFiles.resolve(Path.of(""), source)).filter(Files::exists);
        } catch (InvalidPathException e) { // a pattern, where file names cannot hold its wildcards
            return Optional.empty();
        }
    }

    private static Cohort ofFiles(String source, List<Path> files) {
        if (files.size() < 2)
            throw new InputException("maps=" + source + " gives only one map, " + files.get(0)
                    + ", expected those of at least two subjects.");
        List<MapSource> maps =
                files.stream().map(file -> new MapSource(file, 0)).toList();
        return of(source, SubjectIds.of(files), maps);
    }

    private static Cohort ofVolumes(String source, Path file) {
        int n = VolumeFile.open(file).volumes();
        if (n < 2)
            throw new InputException("maps=" + source + " is an image of one volume, expected at least two subjects: a"
                    + " volume each of a 4D image, a table, a folder or a pattern.");
        String digits = "%0" + Integer.toString(n).length() + "d";
        List<String> ids = IntStream.rangeClosed(1, n)
                .mapToObj(v -> SubjectIds.stem(file) + "_" + String.format(Locale.ROOT, digits, v))
                .toList();
        List<MapSource> maps =
                IntStream.range(0, n).mapToObj(v -> new MapSource(file, v)).toList();
        return of(source, ids, maps);
    }

    private static Cohort of(String source, List<String> ids, List<MapSource> maps) {
        List<Subject> subjects = IntStream.range(0, ids.size())
                .mapToObj(s -> new Subject(ids.get(s), maps.get(s)))
                .toList();
        Table covariates = Table.of(
                source, List.of(Cohort.PARTICIPANT), ids.stream().map(List::of).toList());
        return new Cohort(source, subjects, covariates);
    }
}
