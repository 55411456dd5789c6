package cohort.subjects;

import static cohort.subjects.Cohort.MAP;
import static cohort.subjects.Cohort.PARTICIPANT;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a cohort from a table with a column {@code map}, or with {@code participant_id} alone and maps below its folder. */
final class CohortTable {
    private final Table table;
    private final Path folder;

    private CohortTable(Table table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    /**
     * @param leaveOut which subjects not to look for
     * @param files takes the digest of the table
     */
    static Cohort read(Path file, String leaveOut, FilesRead files) {
        Table table = Table.read(file, files);
        if (!table.has(MAP) && !table.has(PARTICIPANT))
            throw new InputException(table.source() + " has the columns " + String.join(", ", table.columns())
                    + ", expected one named \"map\" with the path of each subject's map, or \"participant_id\" to find maps"
                    + " named sub-... below the table's folder.");
        if (!table.has(MAP)) checkNoColumnNamesImages(table);
        if (table.rows() < 2)
            throw new InputException(table.source() + " lists " + (table.rows() == 0 ? "no subject" : "one subject")
                    + ", expected at least two.");
        CohortTable rows = new CohortTable(table, file.getParent());
        return table.has(MAP) ? rows.withMaps(leaveOut) : rows.withParticipants(leaveOut);
    }

    /** Maps that a table names by another column are not those that lie below it. */
    private static void checkNoColumnNamesImages(Table table) {
        for (String column : table.columns())
            if (table.column(column).stream().anyMatch(CohortTable::isImage))
                throw new InputException(table.source() + " names images in the column \"" + column
                        + "\", expected these in one named \"map\"; rename it.");
    }

    private static boolean isImage(String cell) {
        try {
            return MapFiles.isImage(Path.of(cell));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Cohort withMaps(String leaveOut) {
        Table named = table.has(PARTICIPANT) ? table : table.with(PARTICIPANT, namesOfMaps());
        Exclusion exclusion = Exclusion.of(leaveOut, named, named.column(PARTICIPANT), List.of());
        CohortTable kept = new CohortTable(named.rows(exclusion.kept()), folder);
        return kept.cohort(
                IntStream.range(0, kept.table.rows()).mapToObj(kept::map).toList(), exclusion.rules());
    }

    /** What subjects are called whose map is named, wherever it is; for the others, where they stand. */
    private List<String> namesOfMaps() {
        List<Optional<Path>> maps = table.column(MAP).stream().map(this::path).toList();
        List<String> names =
                SubjectIds.of(maps.stream().flatMap(Optional::stream).toList());
        int[] next = {0};
        return IntStream.range(0, maps.size())
                .mapToObj(row -> maps.get(row).isPresent() ? names.get(next[0]++) : table.where(row))
                .toList();
    }

    private Cohort withParticipants(String leaveOut) {
        ParticipantMaps maps = ParticipantMaps.below(folder);
        List<String> ids = table.column(PARTICIPANT), strangers = maps.strangers(ids);
        Exclusion exclusion = Exclusion.of(leaveOut, table, ids, strangers);
        List<String> unknown = strangers.stream()
                .filter(id -> !LeftOut.ids(exclusion.rules()).contains(id))
                .toList();
        CohortTable kept = new CohortTable(table.rows(exclusion.kept()), folder);
        List<String> participants = kept.table.column(PARTICIPANT);
        kept.checkIds(participants);
        kept.checkDistinct(
                PARTICIPANT, participants.stream().map(SubjectIds::label).toList());
        List<Path> files = maps.of(participants, table.source());
        if (!unknown.isEmpty())
            throw new InputException(table.source() + " does not list " + Exclusion.named(unknown)
                    + ", of whom there are maps below its folder, expected a row for each; add it, or leave them out by"
                    + " leave_out.");
        return kept.cohort(files, exclusion.rules());
    }

    private Cohort cohort(List<Path> maps, List<LeftOut> leftOut) {
        if (table.has(MAP)) checkDistinct(MAP, maps.stream().map(MapFiles::real).toList());
        List<String> ids = table.column(PARTICIPANT);
        checkIds(ids);
        List<Subject> subjects = IntStream.range(0, maps.size())
                .mapToObj(s -> new Subject(ids.get(s), new MapSource.Stored(maps.get(s), 0)))
                .toList();
        return new Cohort(table.source(), subjects, table, leftOut);
    }

    private Optional<Path> path(String cell) {
        try {
            if (Table.isMissing(cell)) return Optional.empty();
            Path asWritten = MapFiles.resolve(folder, cell);
            // Tables that Windows wrote separate folders by backslashes, which other systems take for letters.
            return Optional.of(Files.exists(asWritten) ? asWritten : MapFiles.resolve(folder, cell.replace('\\', '/')));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Path map(int row) {
        String cell = table.column(MAP).get(row);
        if (Table.isMissing(cell))
            throw new InputException("The column \"map\" is empty in " + table.where(row)
                    + ", expected the path of the subject's map; drop the row if there is none.");
        Path map = path(cell).orElseThrow(() -> missing(row, cell, "is no path"));
        if (Files.isRegularFile(map)) return map;
        throw missing(row, cell, Files.isDirectory(map) ? "is a folder" : "does not exist");
    }

    private InputException missing(int row, String cell, String found) {
        return new InputException("The map " + cell + " in " + table.where(row) + " " + found
                + ", expected an image file at a path relative to " + folder + ".");
    }

    private void checkIds(List<String> ids) {
        for (int row = 0; row < ids.size(); row++)
            if (Table.isMissing(ids.get(row)))
                throw new InputException("The column \"participant_id\" is empty in " + table.where(row)
                        + ", expected an id for each subject or no such column.");
        checkDistinct(PARTICIPANT, ids);
    }

    private void checkDistinct(String column, List<?> values) {
        Map<Object, Integer> rows = new HashMap<>();
        for (int row = 0; row < values.size(); row++) {
            Integer first = rows.putIfAbsent(values.get(row), row);
            if (first != null)
                throw new InputException("The " + column + " "
                        + table.column(column).get(row) + " stands twice, in " + table.where(first) + " and "
                        + table.where(row) + ", expected each subject once.");
        }
    }
}
