package cohort.subjects;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.folder.RunFolder;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     *   <li>a CSV or TSV file with {@code participant_id} and without {@code map}: each participant's map is the one image
     *       in the table's folder or anywhere below it with {@code sub-LABEL} in its path or name, as in BIDS; masks and
     *       results of this program are no maps;
     *   <li>a folder with such a {@code participants.tsv};
     *   <li>any other folder: all its images ({@link cohort.image.format.VolumeFormats}; a pair once) in natural order of their names;
     *   <li>a pattern with {@code * ? [ab] {a,b}} or {@code **} for any number of folders;
     *   <li>one 4D image: a subject a volume.
     * </ul>
     *
     * Paths may begin with {@code ~}.
     *
     * @implNote op names='cohort.subjects.cohort'
     * @param maps the table, folder, pattern or 4D file
     * @return at least two subjects; without a table the only covariate is {@code participant_id}
     * @throws InputException if nothing is there, a table repeats a map or an id or names a map that does not exist, a
     *     participant has no map or several, a map has no participant, or there are fewer than two subjects
     */
    public static Cohort read(String maps) {
        return read(maps, "", FilesRead.ignored());
    }

    /**
     * Reads a cohort as {@link #read(String)} does, without some of its subjects; their maps need not exist. Who is left out
     * is told by ids, with {@code sub-} or without, and by conditions on the table's columns, separated by {@code ;} or
     * {@code ,}: {@code age is n/a}, {@code age is not n/a}, {@code motion > 0.5}, {@code group = pilot}, {@code site != 3},
     * names with blanks in backticks. Numbers are compared as numbers, all else as text; a missing value fulfils no
     * comparison.
     *
     * @implNote op names='cohort.subjects.cohort'
     * @param maps the table, folder, pattern or 4D file
     * @param leaveOut ids and conditions, any of which leaves a subject out
     * @param files takes the digest of the table, if there is one
     * @return at least two subjects
     * @throws InputException as for all subjects, or if an id names nobody, a column is unknown, text is compared by order,
     *     or fewer than two subjects are left
     */
    public static Cohort read(String maps, String leaveOut, FilesRead files) {
        String source = maps.strip();
        if (source.isEmpty())
            throw new InputException(
                    "maps is empty, expected a table (CSV or TSV), a folder, a pattern or a 4D image.");
        Optional<Path> path = existing(source);
        if (path.isEmpty() && MapFiles.isGlob(source))
            return ofFiles(source, MapFiles.matching(source)).without(leaveOut);
        Path file = path.orElseThrow(() -> new InputException("maps=" + source
                + " does not exist, expected a table (CSV or TSV), a folder, a pattern or a 4D image."));
        // Contrast maps that a run was cut off in moving into place are put there first.
        RunFolder.complete(
                Files.isDirectory(file) ? file : file.toAbsolutePath().getParent());
        Path participants = file.resolve("participants.tsv");
        if (Files.isRegularFile(participants)) return CohortTable.read(participants, leaveOut, files);
        if (Files.isDirectory(file))
            return ofFiles(source, MapFiles.inFolder(file)).without(leaveOut);
        return MapFiles.isImage(file)
                ? ofVolumes(source, file).without(leaveOut)
                : CohortTable.read(file, leaveOut, files);
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
        Map<Path, Path> seen = new HashMap<>();
        for (Path file : files) {
            Path first = seen.putIfAbsent(MapFiles.real(file), file);
            if (first != null)
                throw new InputException("maps=" + source + " gives " + first + " and " + file
                        + ", which lead to one file, expected each subject once; take one of them away.");
        }
        List<MapSource> maps = files.stream()
                .<MapSource>map(file -> new MapSource.Stored(file, 0))
                .toList();
        return of(source, SubjectIds.of(files), maps);
    }

    private static Cohort ofVolumes(String source, Path file) {
        int n = VolumeFile.open(file).volumes();
        if (n < 2)
            throw new InputException("maps=" + source + " is an image of one volume, expected at least two subjects: a"
                    + " volume each of a 4D image, a table, a folder or a pattern.");
        List<MapSource> maps = IntStream.range(0, n)
                .<MapSource>mapToObj(v -> new MapSource.Stored(file, v))
                .toList();
        return of(source, SubjectIds.numbered(SubjectIds.stem(file), n), maps);
    }

    /**
     * A cohort of maps that are at hand: the volumes of open images.
     *
     * @implNote op names='cohort.subjects.ofVolumes'
     * @param source what the user gave
     * @param images the volumes of each image by its name; a subject a volume, named after the image and, where that has
     *     several, numbered
     * @return at least two subjects; the only covariate is {@code participant_id}
     * @throws InputException if there are fewer than two volumes
     */
    public static Cohort ofVolumes(String source, Map<String, List<Volume>> images) {
        List<String> ids = new ArrayList<>();
        List<MapSource> maps = new ArrayList<>();
        images.forEach((name, volumes) -> {
            ids.addAll(volumes.size() == 1 ? List.of(name) : SubjectIds.numbered(name, volumes.size()));
            volumes.forEach(volume -> maps.add(new MapSource.Open(volume)));
        });
        if (maps.size() < 2)
            throw new InputException("maps=" + source + " is an image of one volume, expected at least two subjects: a"
                    + " frame each of an open image, or several images, separated by ;.");
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
