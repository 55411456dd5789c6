package cohort.subjects.found;

import static cohort.subjects.Cohort.PARTICIPANT;

import cohort.InputException;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.MapsRequest;
import cohort.subjects.Subject;
import cohort.table.Nearest;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads several maps of each subject, which a table names in as many columns. */
final class SeveralColumns {
    private static final Pattern LABEL = Pattern.compile("(?:^|[^A-Za-z0-9])sub-([A-Za-z0-9]+)");

    private SeveralColumns() {}

    /**
     * The maps of the first column in the order of the rows, then those of the second, and so on.
     *
     * @param folder what paths are relative to
     * @throws InputException if a column is not there, a subject lacks a map or has one of another subject, or a map stands in two
     *     columns
     */
    static Cohort read(Table table, Path folder, MapsRequest request) {
        List<String> columns = request.columns();
        requireColumns(table, columns);
        requireOneSubjectARow(table, columns);
        Table named = table.has(PARTICIPANT)
                ? table
                : table.with(
                        PARTICIPANT,
                        ofColumn(table, columns.get(0), folder, request).namesOfMaps());
        List<Cohort> cohorts = columns.stream()
                .map(column -> ofColumn(named, column, folder, request).withMaps(request.leaveOut()))
                .toList();
        requireDistinct(cohorts, columns);
        Cohort first = cohorts.get(0);
        List<Subject> subjects = IntStream.range(0, columns.size())
                .boxed()
                .flatMap(k -> cohorts.get(k).subjects().stream()
                        .map(subject -> new Subject(Cohort.idOf(subject.id(), columns.get(k)), subject.map())))
                .toList();
        Table covariates = first.covariates()
                .rows(IntStream.range(0, subjects.size())
                        .map(row -> row % first.size())
                        .boxed()
                        .toList());
        return new Cohort(first.source(), subjects, covariates, first.leftOut(), first.selection(), columns);
    }

    private static CohortTable ofColumn(Table table, String column, Path folder, MapsRequest request) {
        return CohortTable.ofColumn(table, column, folder, request.reading());
    }

    private static void requireColumns(Table table, List<String> columns) {
        if (columns.size() < 2)
            throw new InputException("map_columns: found " + columns.get(0)
                    + ", expected at least two columns such as map_a,map_b; for a single one, name it \"map\".");
        if (new HashSet<>(columns).size() < columns.size())
            throw new InputException(
                    "map_columns: found a column twice among " + String.join(", ", columns) + ", expected each once.");
        for (String column : columns)
            if (!table.has(column))
                throw new InputException("map_columns: found " + column + ", expected columns of " + table.source()
                        + "; did you mean "
                        + Nearest.first(column, table.columns()).get(0) + "?");
    }

    /** A table that was put together by hand may have slipped by a row. */
    private static void requireOneSubjectARow(Table table, List<String> columns) {
        for (int row = 0; row < table.rows(); row++) {
            String first = "";
            for (String column : columns) {
                Matcher label = LABEL.matcher(table.column(column).get(row));
                if (!label.find()) continue;
                if (!first.isEmpty() && !first.equals(label.group(1)))
                    throw new InputException("map_columns: found maps of sub-" + first + " and sub-" + label.group(1)
                            + " in " + table.where(row) + ", expected those of one subject; correct the table.");
                first = label.group(1);
            }
        }
    }

    private static void requireDistinct(List<Cohort> cohorts, List<String> columns) {
        record Cell(String column, String id) {}
        Map<MapSource, Cell> found = new HashMap<>();
        for (int k = 0; k < columns.size(); k++)
            for (Subject subject : cohorts.get(k).subjects()) {
                Cell other = found.putIfAbsent(subject.map(), new Cell(columns.get(k), subject.id()));
                if (other != null)
                    throw new InputException("map_columns: found the map of " + other.id() + " in " + other.column()
                            + " and " + columns.get(k)
                            + (other.id().equals(subject.id()) ? "" : ", there as that of " + subject.id())
                            + ", expected two different maps; correct the table.");
            }
    }
}
