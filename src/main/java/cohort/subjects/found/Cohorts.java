package cohort.subjects.found;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.TypedPath;
import cohort.folder.RunFolder;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.MapsRequest;
import cohort.subjects.Selection;
import cohort.subjects.Subject;
import cohort.subjects.SubjectAxis;
import cohort.subjects.SubjectIds;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the subjects and their maps. */
public final class Cohorts {
    private static final String EXPECTED =
            "expected a table (CSV or TSV), a folder, a pattern, a 4D image or a list of files.";

    private Cohorts() {}

    /**
     * Reads a cohort from what a user gives as {@code maps}:
     *
     * <ul>
     *   <li>a CSV or TSV file with a column {@code map} (paths relative to the table; or {@code effects_map_path}, {@code path},
     *       {@code file} and the like), optionally {@code participant_id} (or {@code subject_label}, {@code subject}, {@code id};
     *       by default the name of the map's file) and covariates; a participant may be in several rows if a column {@code
     *       session_id} distinguishes them;
     *   <li>a CSV or TSV file with {@code participant_id} and without {@code map}: each participant's map is the one image
     *       in the table's folder or anywhere below it with {@code sub-LABEL} in its path or name, as in BIDS; masks and
     *       results of this program are not taken for maps;
     *   <li>a text file with the path of one map per line;
     *   <li>a folder with such a {@code participants.tsv};
     *   <li>any other folder: all its images ({@link cohort.image.format.VolumeFormats}; a pair once) in natural order of their names,
     *       without the results of this program; files that do not look like maps of subjects are refused;
     *   <li>a pattern with {@code * ? [ab] {a,b}} or {@code **} for any number of folders;
     *   <li>several files, folders or patterns, separated by semicolons;
     *   <li>one 4D image: one volume per subject.
     * </ul>
     *
     * Paths may begin with {@code ~} and stand in quotes; {@code FILE,2} is the second volume of a file.
     *
     * @param maps the table, folder, pattern, list or 4D file
     * @return at least two subjects; without a table the only covariate is {@code participant_id}
     * @throws InputException if nothing is there, a table repeats a map or an id or names a map that does not exist, a
     *     participant has no map or several, a map has no participant, a folder or a pattern gives files that do not look like
     *     maps as the others do, the fourth axis of an image is time, or there are fewer than two subjects
     */
    public static Cohort read(String maps) {
        return read(maps, "", FilesRead.ignored());
    }

    /**
     * Reads a cohort as {@link #read(String)} does, without some of its subjects; their maps need not exist. Who is left out
     * is told by ids, with {@code sub-} or without, and by conditions on the table's columns, separated by {@code ;} or
     * {@code ,}: {@code age is n/a}, {@code age is not n/a}, {@code motion > 0.5}, {@code group = pilot}, {@code site != 3},
     * names with blanks in backticks. Numbers are compared as numbers, all else as text; a missing value meets no
     * condition.
     *
     * @param maps the table, folder, pattern, list or 4D file
     * @param leaveOut ids and conditions, any of which leaves a subject out
     * @param files receives the digest of the table, if there is one
     * @return at least two subjects
     * @throws InputException as for all subjects, or if an id names nobody, a column is unknown, text is compared by order,
     *     or fewer than two subjects are left
     */
    public static Cohort read(String maps, String leaveOut, FilesRead files) {
        return read(MapsRequest.of(maps, leaveOut), files);
    }

    /**
     * Reads a cohort as {@link #read(String, String, FilesRead)} does. A table beside a folder, a pattern or a list
     * has one row per map, found by {@code sub-LABEL} or by an id in the file's name; beside one image it has one row
     * per volume, in order.
     *
     * @param request what the user gave
     * @param files receives the digests of the tables
     * @return at least two subjects
     * @throws InputException as there, or if rows and maps do not belong together one to one
     */
    public static Cohort read(MapsRequest request, FilesRead files) {
        Cohort cohort = found(request, files).with(request.reading());
        if (!request.columns().equals(cohort.columns()))
            throw new InputException("map_columns: found " + String.join(", ", request.columns()) + " with maps="
                    + request.maps() + ", expected a table with these columns as maps.");
        return cohort;
    }

    private static Cohort found(MapsRequest request, FilesRead files) {
        String source = request.maps();
        if (source.isEmpty()) throw new InputException("maps is empty, " + EXPECTED);
        Optional<Path> path = MapFiles.existing(source);
        // Contrast maps that a run was cut off in moving into place are put there first.
        path.ifPresent(file -> RunFolder.complete(
                Files.isDirectory(file) ? file : file.toAbsolutePath().getParent()));
        Optional<Path> participants =
                path.map(file -> file.resolve("participants.tsv")).filter(Files::isRegularFile);
        if (request.table().isEmpty() && participants.isPresent())
            return CohortTable.read(participants.get(), request, files);
        if (path.isPresent() && !Files.isDirectory(path.get())) return ofFile(request, path.get(), files);
        return ofFound(request, found(source), files);
    }

    private static Cohort ofFile(MapsRequest request, Path file, FilesRead files) {
        if (MapFiles.isImage(file)) return joined(request, ImageSubjects.of(request, file), files);
        Optional<FoundMaps> list = MapList.read(request.maps(), file, files);
        if (list.isPresent()) return ofFound(request, List.of(list.get()), files);
        if (!request.table().isEmpty())
            throw new InputException("table: found " + request.table() + " beside maps=" + request.maps()
                    + ", which is a table itself, expected one of the two; leave the other out.");
        return CohortTable.read(file, request, files);
    }

    /** What each part of a list gives. */
    private static List<FoundMaps> found(String source) {
        if (MapFiles.existing(source).isPresent() || !source.contains(";")) return List.of(part(source));
        return Arrays.stream(source.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Cohorts::part)
                .toList();
    }

    private static FoundMaps part(String source) {
        Optional<Path> path = MapFiles.existing(source);
        if (path.isPresent() && Files.isDirectory(path.get()))
            return FoundMaps.among(source, MapFiles.inFolder(path.get()));
        if (path.isEmpty() && MapFiles.isGlob(source)) return FoundMaps.among(source, MapFiles.matching(source));
        Optional<MapCell> map = MapCell.of(Path.of(""), source);
        if (map.isEmpty() || !Files.exists(map.get().map().path()))
            throw new InputException("maps=" + source + " does not exist, " + EXPECTED);
        return FoundMaps.named(source, List.of(map.get().map()));
    }

    private static Cohort ofFound(MapsRequest request, List<FoundMaps> parts, FilesRead files) {
        FoundMaps found = FoundMaps.together(request.maps(), parts);
        if (!request.table().isEmpty())
            return CohortTable.join(
                    table(request, files),
                    found,
                    request.leaveOut(),
                    kept -> parts.forEach(part -> part.requireAlike(kept)));
        if (found.maps().size() < 2)
            throw new InputException("maps=" + request.maps() + " contains only one map, "
                    + found.maps().get(0).path() + ", expected the maps of at least two subjects.");
        found.requireDistinct();
        Cohort all = of(request.maps(), SubjectIds.ofMaps(found.maps()), found.maps(), found.selection());
        Cohort cohort = all.without(request.leaveOut());
        List<Path> kept = cohort.subjects().stream()
                .flatMap(subject -> subject.map().file().stream())
                .toList();
        MapFiles.requireThere(kept);
        parts.forEach(part -> part.requireAlike(kept));
        return cohort;
    }

    /**
     * The maps that a column of the subjects' table names in addition to those analysed, such as those of a covariate.
     *
     * @param request which maps are analysed, and which table that is
     * @param covariates the rows of the subjects in the analysis
     * @param column of the table
     * @return one for each row; rows may share a map
     * @throws InputException if a cell is empty or names no file
     */
    public static List<MapSource.Stored> columnMaps(MapsRequest request, Table covariates, String column) {
        Path named = MapFiles.resolve(Path.of(""), request.table().isEmpty() ? request.maps() : request.table());
        Path folder = Files.isDirectory(named) ? named : named.getParent();
        return CohortTable.ofColumn(covariates, column, folder, ReadingOptions.NONE)
                .maps();
    }

    private static Table table(MapsRequest request, FilesRead files) {
        try {
            return UsualColumns.withIds(Table.read(TypedPath.of(request.table()), files));
        } catch (InvalidPathException e) {
            throw new InputException("table: found " + request.table() + ", expected the path of a table.", e);
        }
    }

    /** The volumes of one image with the rows of a table, if there is one. */
    private static Cohort joined(MapsRequest request, Cohort volumes, FilesRead files) {
        return (request.table().isEmpty() ? volumes : ImageSubjects.join(table(request, files), volumes))
                .without(request.leaveOut());
    }

    /**
     * A cohort of the volumes of open images.
     *
     * @param source what the user gave
     * @param images the volumes of each image by its name; one volume per subject, named after the image, and
     *     numbered if that has several
     * @return at least two subjects; the only covariate is {@code participant_id}
     * @throws InputException if there are fewer than two volumes
     */
    public static Cohort ofVolumes(String source, Map<String, List<Volume>> images) {
        return ofVolumes(MapsRequest.of(source, ""), images, FilesRead.ignored());
    }

    /**
     * A cohort of the volumes of open images, or of their slices if {@code request} says so, without those who are left out.
     *
     * @param request what the user gave
     * @param images the volumes of each image by its name
     * @param files receives the digest of the table, if there is one
     * @return at least two subjects
     * @throws InputException if there are fewer than two volumes, or not as many rows
     */
    public static Cohort ofVolumes(MapsRequest request, Map<String, List<Volume>> images, FilesRead files) {
        List<String> ids = new ArrayList<>();
        List<MapSource> maps = new ArrayList<>();
        images.forEach((name, volumes) -> {
            List<Volume> taken =
                    request.volumes() == SubjectAxis.SLICES ? ImageSubjects.slices(name, volumes) : volumes;
            ids.addAll(taken.size() == 1 ? List.of(name) : SubjectIds.numbered(name, taken.size()));
            taken.forEach(volume -> maps.add(new MapSource.Open(volume)));
        });
        if (maps.size() < 2)
            throw new InputException("maps=" + request.maps()
                    + " is an image of one volume, expected at least two subjects: an open image with one frame"
                    + " per subject, or several images separated by ;"
                    + ImageSubjects.slicesHint(
                            images.values().iterator().next().get(0).grid()));
        return joined(request, of(request.maps(), ids, maps, Selection.NAMED), files);
    }

    static Cohort of(String source, List<String> ids, List<? extends MapSource> maps, Selection selection) {
        List<Subject> subjects = IntStream.range(0, ids.size())
                .mapToObj(s -> new Subject(ids.get(s), maps.get(s)))
                .toList();
        Table covariates = Table.of(
                source, List.of(Cohort.PARTICIPANT), ids.stream().map(List::of).toList());
        return new Cohort(source, subjects, covariates, List.of(), selection);
    }
}
