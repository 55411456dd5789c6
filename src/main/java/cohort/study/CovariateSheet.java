package cohort.study;

import cohort.InputException;
import cohort.subjects.Cohort;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Covariates that are typed, or pasted from a spreadsheet, where no table is at hand.
 *
 * @param ids the subjects'
 * @param columns names of the covariates, distinct and not empty
 * @param rows one row of cells per subject; an empty cell is a missing value
 */
public record CovariateSheet(List<String> ids, List<String> columns, List<List<String>> rows) {
    public CovariateSheet {
        ids = List.copyOf(ids);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The sheet of a cohort with the covariates that it has so far. */
    public static CovariateSheet of(Cohort cohort) {
        Cohort subjects = cohort.ofSubjects();
        Table table = subjects.covariates();
        List<String> columns = table.columns().stream()
                .filter(column -> !column.equals(Table.PARTICIPANT))
                .toList();
        List<List<String>> cells = columns.stream().map(table::column).toList();
        return new CovariateSheet(
                subjects.ids(),
                columns,
                IntStream.range(0, subjects.size())
                        .mapToObj(row ->
                                cells.stream().map(column -> column.get(row)).toList())
                        .toList());
    }

    /** Whether a study has no table other than one written here. */
    public static boolean suits(Study study, Cohort cohort) {
        return cohort.columns().isEmpty()
                && (cohort.covariates().columns().equals(List.of(Table.PARTICIPANT))
                        || !study.get("table").isBlank());
    }

    /** With another text in a cell. */
    public CovariateSheet with(int row, int column, String text) {
        List<List<String>> changed = new ArrayList<>(rows);
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(column, text.strip());
        changed.set(row, cells);
        return new CovariateSheet(ids, columns, changed);
    }

    /**
     * With one more column, or with other texts in all cells of one that exists.
     *
     * @param cells one per subject
     * @throws InputException if the name is empty or that of the ids
     */
    public CovariateSheet with(String name, List<String> cells) {
        String column = name.strip();
        if (column.isEmpty() || column.equals(Table.PARTICIPANT))
            throw new InputException("column: found " + (column.isEmpty() ? "no name" : column)
                    + ", expected the name of a covariate, such as age.");
        CovariateSheet others = columns.contains(column) ? this : wider(column);
        int at = others.columns.indexOf(column);
        return new CovariateSheet(
                ids,
                others.columns,
                IntStream.range(0, ids.size())
                        .mapToObj(row -> {
                            List<String> changed = new ArrayList<>(others.rows.get(row));
                            changed.set(at, cells.get(row));
                            return changed;
                        })
                        .toList());
    }

    /** With one more, empty column. */
    public CovariateSheet with(String name) {
        return columns.contains(name.strip()) ? this : with(name, Collections.nCopies(ids.size(), ""));
    }

    private CovariateSheet wider(String column) {
        List<String> names = new ArrayList<>(columns);
        names.add(column);
        return new CovariateSheet(
                ids,
                names,
                rows.stream()
                        .map(row -> {
                            List<String> longer = new ArrayList<>(row);
                            longer.add("");
                            return longer;
                        })
                        .toList());
    }

    /** Without a column. */
    public CovariateSheet without(int column) {
        List<String> names = new ArrayList<>(columns);
        names.remove(column);
        return new CovariateSheet(
                ids,
                names,
                rows.stream()
                        .map(row -> {
                            List<String> shorter = new ArrayList<>(row);
                            shorter.remove(column);
                            return shorter;
                        })
                        .toList());
    }

    /**
     * With what was copied from a spreadsheet: cells between tabs, semicolons or commas. A column that holds the subjects' ids,
     * with
     * {@code sub-} or without, says whose the rows are; without one they are those of the subjects in their order. If there is
     * one line more than there are subjects, it holds the names of the columns; columns without names are called {@code
     * column_1} and so on.
     *
     * @throws InputException if rows and subjects do not belong together, or the text is no table
     */
    public CovariateSheet paste(String text) {
        List<String> plain = ids.stream().map(PastedTable::plain).toList();
        PastedTable pasted = PastedTable.of(text, new HashSet<>(plain));
        Map<String, Integer> rowOf = new HashMap<>();
        List<String> order =
                pasted.key().isPresent() ? pasted.cells().get(pasted.key().getAsInt()) : plain;
        for (int row = 0; row < order.size(); row++) rowOf.put(PastedTable.plain(order.get(row)), row);
        CovariateSheet filled = this;
        for (int c = 0; c < pasted.columns().size(); c++) {
            List<String> cells = pasted.cells().get(c);
            if (!pasted.key().equals(OptionalInt.of(c)))
                filled = filled.with(
                        pasted.columns().get(c),
                        plain.stream()
                                .map(id -> rowOf.containsKey(id) ? cells.get(rowOf.get(id)) : "")
                                .toList());
        }
        return filled;
    }

    /** As a table with the ids in its first column; missing cells are {@code n/a}. */
    public Table table(String source) {
        List<String> names = new ArrayList<>(List.of(Table.PARTICIPANT));
        names.addAll(columns);
        return Table.of(
                source,
                names,
                IntStream.range(0, ids.size())
                        .mapToObj(row -> {
                            List<String> cells = new ArrayList<>(List.of(ids.get(row)));
                            rows.get(row).forEach(cell -> cells.add(cell.isEmpty() ? "n/a" : cell));
                            return cells;
                        })
                        .toList());
    }
}
