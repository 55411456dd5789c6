package cohort.subjects.found;

import static cohort.subjects.Cohort.MAP;
import static cohort.subjects.Cohort.PARTICIPANT;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.image.ReadingOptions;
import cohort.image.format.VolumeFile;
import cohort.subjects.Cohort;
import cohort.subjects.Exclusion;
import cohort.subjects.LeftOut;
import cohort.subjects.MapSource;
import cohort.subjects.MapsRequest;
import cohort.subjects.RowKeys;
import cohort.subjects.Selection;
import cohort.subjects.Subject;
import cohort.subjects.SubjectIds;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads a cohort from a table with a column {@code map}, or with {@code participant_id} alone and maps that are found by it.
 */
final class CohortTable {
    private final Table table;
    private final Path folder;
    private final ReadingOptions reading;
    /** What the user calls the column of the maps. */
    private final String column;

    private CohortTable(Table table, Path folder, ReadingOptions reading) {
        this(table, folder, reading, MAP);
    }

    CohortTable(Table table, Path folder, ReadingOptions reading, String column) {
        this.column = column;
        this.table = table;
        this.folder = folder;
        this.reading = reading;
    }

    /** A table of which another column than {@code map} names the maps. */
    static CohortTable ofColumn(Table table, String column, Path folder, ReadingOptions reading) {
        List<String> cells = table.column(column);
        Table one = table.has(MAP) ? table.replacing(MAP, cells) : table.with(MAP, cells);
        return new CohortTable(one, folder, reading, column);
    }

    /**
     * A table that names the maps or lies above them.
     *
     * @param request which subjects not to look for, and how their maps are read
     * @param files receives the digest of the table
     */
    static Cohort read(Path file, MapsRequest request, FilesRead files) {
        Table read = Table.read(file, files);
        if (!request.columns().isEmpty()) {
            requireTwo(read);
            return SeveralColumns.read(UsualColumns.withIds(read), file.getParent(), request);
        }
        Table table = UsualColumns.named(read);
        if (!table.has(MAP)) checkNoColumnNamesImages(table);
        if (!table.has(MAP) && !table.has(PARTICIPANT))
            throw new InputException(table.source() + " has the columns " + String.join(", ", table.columns())
                    + ", expected one named \"map\" with the path of each subject's map, or \"participant_id\" to find maps"
                    + " named sub-... below the table's folder.");
        requireTwo(table);
        CohortTable rows = new CohortTable(table, file.getParent(), request.reading());
        if (table.has(MAP)) return rows.withMaps(request.leaveOut());
        return rows.withParticipants(
                keys -> ParticipantMaps.below(file.getParent(), keys), request.leaveOut(), Selection.NAMED, kept -> {});
    }

    /**
     * The subjects of a table whose maps are among those that were found.
     *
     * @param found the maps
     * @param ask refuses files that seem to be no maps, of those that are to be analysed
     */
    static Cohort join(Table read, FoundMaps found, String leaveOut, Consumer<List<Path>> ask) {
        Table table = UsualColumns.withIds(read);
        if (!table.has(PARTICIPANT))
            throw new InputException("table: " + table.source() + " has the columns "
                    + String.join(", ", table.columns())
                    + ", expected participant_id (or subject, id) with a name for each row, to find its map.");
        requireTwo(table);
        found.requireDistinct();
        return new CohortTable(table, Path.of(""), ReadingOptions.NONE)
                .withParticipants(keys -> ParticipantMaps.among(found, keys), leaveOut, found.selection(), ask);
    }

    private static void requireTwo(Table table) {
        if (table.rows() < 2)
            throw new InputException(table.source() + " lists " + (table.rows() == 0 ? "no subject" : "one subject")
                    + ", expected at least two.");
    }

    /** Maps that a table names by another column are not those that lie below it. */
    private static void checkNoColumnNamesImages(Table table) {
        for (String column : table.columns())
            if (table.column(column).stream().anyMatch(MapCell::namesImage))
                throw new InputException(table.source() + " names images in the column \"" + column
                        + "\", expected them in one named \"map\"; rename it, or give the maps with maps= and"
                        + " this table with table= if the column is a covariate.");
    }

    Cohort withMaps(String leaveOut) {
        Table named = table.has(PARTICIPANT) ? table : table.with(PARTICIPANT, namesOfMaps());
        Exclusion exclusion = Exclusion.of(leaveOut, named, RowKeys.of(named), List.of());
        CohortTable kept = new CohortTable(named.rows(exclusion.kept()), folder, reading, column);
        List<MapSource.Stored> maps = kept.maps();
        kept.checkDistinct(
                MAP,
                maps.stream()
                        .map(map -> new MapSource.Stored(MapFiles.real(map.path()), map.part(), map.index()))
                        .toList());
        return kept.cohort(maps, exclusion.rules(), Selection.NAMED);
    }

    /** The map of each row, which several rows may share. */
    List<MapSource.Stored> maps() {
        return IntStream.range(0, table.rows()).mapToObj(this::map).toList();
    }

    /** What subjects are called whose map is named, wherever it is; for the others, where they stand. */
    List<String> namesOfMaps() {
        List<Optional<MapCell>> maps = table.column(MAP).stream()
                .map(cell -> Table.isMissing(cell) ? Optional.<MapCell>empty() : MapCell.of(folder, cell))
                .toList();
        List<String> names = SubjectIds.ofMaps(
                maps.stream().flatMap(Optional::stream).map(MapCell::map).toList());
        int[] next = {0};
        return IntStream.range(0, maps.size())
                .mapToObj(row -> maps.get(row).isPresent() ? names.get(next[0]++) : table.where(row))
                .toList();
    }

    private Cohort withParticipants(
            Function<List<String>, ParticipantMaps> find,
            String leaveOut,
            Selection selection,
            Consumer<List<Path>> ask) {
        List<String> keys = RowKeys.of(table);
        ParticipantMaps maps = find.apply(keys);
        List<String> strangers = maps.strangers(keys);
        Exclusion exclusion = Exclusion.of(leaveOut, table, keys, strangers);
        List<String> unknown = strangers.stream()
                .filter(id -> !LeftOut.ids(exclusion.rules()).contains(id))
                .toList();
        CohortTable kept = new CohortTable(table.rows(exclusion.kept()), folder, reading);
        List<String> participants = exclusion.kept().stream().map(keys::get).toList();
        kept.checkIds(participants);
        kept.checkDistinct(
                PARTICIPANT, participants.stream().map(SubjectIds::label).toList());
        List<MapSource.Stored> found = maps.of(participants, table.source());
        ask.accept(found.stream().map(MapSource.Stored::path).toList());
        MapFiles.requireThere(found.stream().map(MapSource.Stored::path).toList());
        if (!unknown.isEmpty())
            throw new InputException(table.source() + " does not list " + Exclusion.named(unknown)
                    + ", for whom there are maps " + maps.where()
                    + ", expected a row for each; add it, or leave them out with leave_out.");
        return kept.cohort(found, exclusion.rules(), selection);
    }

    private Cohort cohort(List<MapSource.Stored> maps, List<LeftOut> leftOut, Selection selection) {
        List<String> keys = RowKeys.of(table);
        checkIds(keys);
        List<Subject> subjects = IntStream.range(0, maps.size())
                .mapToObj(s -> new Subject(keys.get(s), maps.get(s)))
                .toList();
        return new Cohort(table.source(), subjects, table, leftOut, selection.after(table.remarks()));
    }

    private MapSource.Stored map(int row) {
        String cell = table.column(MAP).get(row);
        if (Table.isMissing(cell))
            throw new InputException("The column \"" + column + "\" is empty in " + table.where(row)
                    + ", expected the path of the subject's map; delete the row if there is none.");
        MapCell named =
                MapCell.of(folder, cell).orElseThrow(() -> missing(row, cell, "is not a path", Optional.empty()));
        MapSource.Stored map = named.map();
        if (!Files.isRegularFile(map.path()))
            throw missing(row, cell, Files.isDirectory(map.path()) ? "is a folder" : "does not exist", named.near());
        if (map.part() == MapSource.Part.VOLUME) requireVolume(row, cell, map);
        return map;
    }

    private void requireVolume(int row, String cell, MapSource.Stored map) {
        int volumes = VolumeFile.open(map.path(), reading).volumes();
        if (map.index() >= volumes)
            throw new InputException("The map " + cell + " in " + table.where(row) + " is volume " + (map.index() + 1)
                    + " of a file of " + volumes + ", expected a number from 1 to " + volumes + "; correct it.");
    }

    private InputException missing(int row, String cell, String found, Optional<Path> near) {
        return new InputException("The map " + cell + " in " + table.where(row) + " " + found
                + ", expected an image file at a path relative to " + folder
                + near.map(file -> "; there is " + shown(file) + ", write that if you mean it.")
                        .orElse("."));
    }

    private Path shown(Path file) {
        return file.startsWith(folder) ? folder.relativize(file) : file;
    }

    private void checkIds(List<String> keys) {
        List<String> ids = table.column(PARTICIPANT);
        for (int row = 0; row < ids.size(); row++)
            if (Table.isMissing(ids.get(row)))
                throw new InputException("The column \"participant_id\" is empty in " + table.where(row)
                        + ", expected an id for each subject; fill it in, or remove the column.");
        checkDistinct(PARTICIPANT, keys);
    }

    private void checkDistinct(String column, List<?> values) {
        Map<Object, Integer> rows = new HashMap<>();
        for (int row = 0; row < values.size(); row++) {
            Integer first = rows.putIfAbsent(values.get(row), row);
            if (first != null)
                throw new InputException("The " + column + " "
                        + table.column(column).get(row) + " occurs twice, in " + table.where(first) + " and "
                        + table.where(row) + ", expected each subject once"
                        + (column.equals(MAP) ? "." : again()));
        }
    }

    private String again() {
        return RowKeys.session(table).isPresent()
                ? " in each session."
                : ", or a column session_id that tells them apart.";
    }
}
