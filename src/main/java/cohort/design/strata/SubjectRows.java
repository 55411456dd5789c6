package cohort.design.strata;

import cohort.subjects.Cohort;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table with a row for each subject, from one with a row for each of their maps.
 *
 * @param rows one row per map
 * @param owner for each row its subject, from 0
 */
public record SubjectRows(Table rows, int[] owner) {

    /**
     * The subjects' names: the values of the column that distinguishes subjects and nothing else, if there is one; numbers such as
     * {@code sub-01} otherwise.
     */
    public List<String> names() {
        int[] first = firstRows();
        return named().orElseGet(() -> numbered(first.length));
    }

    /** The subjects for a sentence: their names, or else {@code the subject of} their first map, for nobody knows a number. */
    public List<String> words() {
        int[] first = firstRows();
        return named().orElseGet(() -> IntStream.of(first)
                .mapToObj(row ->
                        "the subject of " + rows.column(Cohort.PARTICIPANT).get(row))
                .toList());
    }

    private Optional<List<String>> named() {
        int[] first = firstRows();
        return rows.columns().stream()
                .filter(this::isSubject)
                .max(Comparator.comparing(SubjectFactor::isUsual))
                .map(column -> IntStream.of(first)
                        .mapToObj(row -> rows.column(column).get(row))
                        .toList());
    }

    /**
     * The table of some subjects: {@code participant_id}, {@code map}, and the columns that are constant in every subject.
     *
     * @param subjects which
     * @param maps the map of each
     */
    public Table of(int[] subjects, List<String> maps) {
        List<String> names = names(),
                columns = new ArrayList<>(List.of(Cohort.PARTICIPANT, Cohort.MAP)),
                constant =
                        rows.columns().stream()
                                .filter(column -> !columns.contains(column))
                                .filter(this::isConstant)
                                .toList();
        columns.addAll(constant);
        int[] first = firstRows();
        List<List<String>> cells = IntStream.range(0, subjects.length)
                .mapToObj(s -> {
                    List<String> row = new ArrayList<>(List.of(names.get(subjects[s]), maps.get(s)));
                    constant.forEach(column -> row.add(rows.column(column).get(first[subjects[s]])));
                    return row;
                })
                .map(List::copyOf)
                .toList();
        return Table.of(rows.source(), columns, cells);
    }

    private static List<String> numbered(int subjects) {
        int digits = Math.max(2, Integer.toString(subjects).length());
        return IntStream.rangeClosed(1, subjects)
                .mapToObj(s -> String.format(Locale.ROOT, "sub-%0" + digits + "d", s))
                .toList();
    }

    private int[] firstRows() {
        Set<Integer> seen = new HashSet<>();
        int[] first = new int[(int) IntStream.of(owner).distinct().count()];
        for (int row = 0; row < owner.length; row++) if (seen.add(owner[row])) first[owner[row]] = row;
        return first;
    }

    private boolean isSubject(String column) {
        List<String> cells = rows.column(column);
        return cells.stream().noneMatch(Table::isMissing)
                && isConstant(column)
                && cells.stream().distinct().count() == firstRows().length;
    }

    private boolean isConstant(String column) {
        List<String> cells = rows.column(column);
        int[] first = firstRows();
        return IntStream.range(0, owner.length).allMatch(row -> cells.get(row).equals(cells.get(first[owner[row]])));
    }
}
