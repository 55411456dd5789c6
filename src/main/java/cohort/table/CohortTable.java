package cohort.table;

import static cohort.table.Cohort.MAP;
import static cohort.table.Cohort.PARTICIPANT;

import cohort.InputException;
import cohort.image.FilesRead;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a cohort from a table with a column {@code map}. */
final class CohortTable {
    private final Table table;
    private final Path folder;

    private CohortTable(Table table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    static Cohort read(Path file, FilesRead files) {
        return new CohortTable(Table.read(file, files), file.getParent()).cohort();
    }

    private Cohort cohort() {
        if (!table.has(MAP))
            throw new InputException(table.source() + " has the columns " + String.join(", ", table.columns())
                    + ", expected one named \"map\" with the path of each subject's map.");
        if (table.rows() < 2)
            throw new InputException(table.source() + " lists " + (table.rows() == 0 ? "no subject" : "one subject")
                    + ", expected at least two.");
        List<Path> maps = IntStream.range(0, table.rows()).mapToObj(this::map).toList();
        checkDistinct(MAP, maps.stream().map(MapFiles::real).toList());
        Table named = table.has(PARTICIPANT) ? table : table.with(PARTICIPANT, SubjectIds.of(maps));
        List<String> ids = named.column(PARTICIPANT);
        checkIds(ids);
        List<Subject> subjects = IntStream.range(0, maps.size())
                .mapToObj(s -> new Subject(ids.get(s), new MapSource.Stored(maps.get(s), 0)))
                .toList();
        return new Cohort(table.source(), subjects, named);
    }

    private Path map(int row) {
        String cell = table.column(MAP).get(row);
        if (Table.isMissing(cell))
            throw new InputException("The column \"map\" is empty in " + table.where(row)
                    + ", expected the path of the subject's map; drop the row if there is none.");
        try {
            Path map = MapFiles.resolve(folder, cell);
            if (Files.isRegularFile(map)) return map;
            throw missing(row, cell, Files.isDirectory(map) ? "is a folder" : "does not exist");
        } catch (InvalidPathException e) {
            throw missing(row, cell, "is no path");
        }
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
