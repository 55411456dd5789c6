package cohort.design.strata;

import cohort.design.formula.Lexer;
import cohort.design.matrix.BlockLabels;
import cohort.table.Table;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for columns whose values repeat over maps, as those of a subject, a session or a site do. */
public final class RepeatedColumns {
    /** What people call a factor besides the subject. */
    private static final Set<String> FACTORS = Set.of(
            "session",
            "ses",
            "visit",
            "site",
            "center",
            "centre",
            "scanner",
            "batch",
            "run",
            "family",
            "group",
            "condition",
            "cond",
            "treatment",
            "timepoint",
            "block",
            "cohort",
            "coil");

    private RepeatedColumns() {}

    /**
     * A column that is called like a subject and has a value several times, as a sentence that says what to do.
     *
     * @param table one row per map
     */
    public static Optional<String> subject(Table table) {
        return subjectColumn(table).map(column -> {
            List<String> cells = table.column(column);
            long values = cells.stream().distinct().count();
            String written = Lexer.written(column);
            return "The column " + column + " has " + values + " values for " + cells.size()
                    + " maps: if these are subjects, add "
                    + (cells.stream().allMatch(Table::isNumber) ? "C(" + written + ")" : written)
                    + " to the model or give blocks=" + column
                    + ", since maps of one subject are not independent.";
        });
    }

    /**
     * Whose map each row is, by a column that is called like a subject and has no more rows to a value than values, as
     * {@code patient} with yes and no has.
     *
     * @param table one row per map
     * @return one level of blocks; nothing without such a column
     */
    public static Optional<BlockLabels> subjects(Table table) {
        return subjectColumn(table).map(table::column).flatMap(cells -> {
            List<String> distinct = cells.stream().distinct().toList();
            boolean person = distinct.stream().allMatch(cell -> Collections.frequency(cells, cell) <= distinct.size());
            int[][] labels = cells.stream()
                    .map(cell -> new int[] {distinct.indexOf(cell) + 1})
                    .toArray(int[][]::new);
            return person ? Optional.of(new BlockLabels(labels)) : Optional.empty();
        });
    }

    private static Optional<String> subjectColumn(Table table) {
        return table.columns().stream()
                .filter(SubjectFactor::isUsual)
                .filter(column -> isRepeated(table.column(column)))
                .findFirst();
    }

    /**
     * Whether numbers are more likely names: whole, each several times, under a usual name or at least thrice different.
     *
     * @param column its name
     * @param cells its values
     * @return a sentence that asks; nothing if they are numbers
     */
    public static Optional<String> asFactor(String column, List<String> cells) {
        boolean whole = cells.stream().allMatch(cell -> cell.matches("[+-]?\\d+"));
        long values = cells.stream().distinct().count();
        String name = column.toLowerCase(Locale.ROOT);
        boolean named = FACTORS.contains(name) || SubjectFactor.isUsual(name);
        if (!whole || values < 2 || values == cells.size() || !(named || values > 2 && isRepeated(cells)))
            return Optional.empty();
        Map<String, Long> counts =
                cells.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = counts.values().stream().max(Long::compare).orElse(0L);
        boolean equal = counts.values().stream().distinct().count() == 1;
        return Optional.of(column + ": " + values + " whole numbers, each "
                + (equal ? times(most) : "up to " + times(most)) + ", taken as a slope; write C("
                + Lexer.written(column) + ") for a factor.");
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    /** Whether there are several values, each at least twice. */
    private static boolean isRepeated(List<String> cells) {
        Map<String, Long> counts =
                cells.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.size() > 1 && counts.values().stream().allMatch(count -> count > 1);
    }
}
