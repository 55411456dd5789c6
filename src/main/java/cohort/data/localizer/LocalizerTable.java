package cohort.data.localizer;

import cohort.subjects.Cohort;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cohort's table: a row a subject, found in each of the study's tables by the subject's id, never by its place.
 */
final class LocalizerTable {
    private static final String MISSING = "n/a";

    private final List<String> columns = new ArrayList<>(List.of(Cohort.PARTICIPANT));
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** A table of these subjects in this order. */
    LocalizerTable(List<String> subjects) {
        for (String subject : subjects) rows.put(subject, new ArrayList<>(List.of(subject)));
    }

    /** Adds a column with a cell for each subject that has one. */
    void add(String column, Map<String, String> cells) {
        columns.add(column);
        rows.forEach((subject, row) -> row.add(cells.getOrDefault(subject, MISSING)));
    }

    /**
     * Adds the columns of a table by its {@code participant_id}. A column whose name is taken gets the table's name before
     * its own.
     */
    void join(String name, Table table) {
        List<String> ids = table.column(Cohort.PARTICIPANT);
        for (String column : table.columns()) {
            if (column.equals(Cohort.PARTICIPANT)) continue;
            List<String> cells = table.column(column);
            Map<String, String> byId = new LinkedHashMap<>();
            for (int r = 0; r < cells.size(); r++)
                byId.put(ids.get(r), Table.isMissing(cells.get(r)) ? MISSING : cells.get(r));
            add(columns.contains(column) ? name + "_" + column : column, byId);
        }
    }

    /** Writes the table. */
    void write(Path file) {
        Table.of(file.toString(), columns, List.copyOf(rows.values())).write(file);
    }
}
