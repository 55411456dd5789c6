package cohort.design.coding;

import cohort.InputException;
import cohort.design.formula.Lexer;
import cohort.table.Table;
import cohort.text.Numbers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** The numbers and levels in a table, every one of them known. */
public final class Covariates {
    private static final Comparator<String> BY_NUMBER = Comparator.comparingDouble(Double::parseDouble);

    private final Table table;
    private final List<String> ids;

    /**
     * @param table one row per subject
     * @param ids what the rows are called, mostly the subjects' ids
     */
    public Covariates(Table table, List<String> ids) {
        this.table = table;
        this.ids = ids;
    }

    /** Number of rows. */
    int size() {
        return ids.size();
    }

    /** What the rows come from. */
    String source() {
        return table.source();
    }

    /** A column's numbers. */
    double[] numbers(String column) {
        double[] values = table.numbers(column);
        MissingCells.check(column, ids, s -> Double.isNaN(values[s]));
        return values;
    }

    /** A column's cells as they are written. */
    List<String> cells(String column) {
        List<String> cells = table.column(column);
        MissingCells.check(column, ids, s -> Table.isMissing(cells.get(s)));
        return cells;
    }

    /** The distinct cells of a column, numbers by size, all else by the alphabet. */
    List<String> levels(String column) {
        List<String> cells = cells(column);
        Comparator<String> order =
                cells.stream().allMatch(Table::isNumber) ? BY_NUMBER.thenComparing(c -> c) : Comparator.naturalOrder();
        List<String> levels = cells.stream().distinct().sorted(order).toList();
        requireUnlike(column, levels);
        return levels;
    }

    /**
     * Refuses what a function made of a number.
     *
     * @param values one per row
     * @param bad which of them cannot be
     * @param text what they are values of
     * @param expected what they should be, and the mend
     */
    void refuse(double[] values, DoublePredicate bad, String text, String expected) {
        List<Integer> rows = IntStream.range(0, values.length)
                .filter(row -> bad.test(values[row]))
                .boxed()
                .toList();
        if (rows.isEmpty()) return;
        String who = MissingCells.named(ids.stream().distinct().toList(), s -> rows.contains(s));
        throw new InputException("model: found " + text + " of " + number(values[rows.get(0)]) + " for " + who
                + ", expected " + expected + ".");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.plain(value) : Double.toString(value);
    }

    /** Whether a column holds names, not numbers. Some of both are more likely a slip than names. */
    boolean isText(String column) {
        List<String> cells = table.column(column);
        List<String> known =
                cells.stream().filter(cell -> !Table.isMissing(cell)).toList();
        if (known.stream().allMatch(Table::isNumber)) return false;
        Optional<String> number = known.stream().filter(Table::isNumber).findFirst();
        boolean decimalCommas = known.stream().allMatch(cell -> Table.isNumber(cell.replace(',', '.')));
        if (number.isEmpty() && !decimalCommas) return true;
        if (decimalCommas) table.numbers(column);
        String text =
                known.stream().filter(cell -> !Table.isNumber(cell)).findFirst().orElseThrow();
        throw new InputException("Column \"" + column + "\" has numbers such as \"" + number.orElseThrow()
                + "\", but \"" + text + "\" in " + table.where(cells.indexOf(text))
                + ", expected only numbers or only names; write n/a for missing values, or C("
                + Lexer.written(column) + ") if all are names.");
    }

    /** Levels that people take for one: which of them a regressor is of could not be told from its effect. */
    private void requireUnlike(String column, List<String> levels) {
        Map<String, String> seen = new HashMap<>();
        for (String level : levels) {
            String first = seen.putIfAbsent(level.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""), level);
            if (first != null)
                throw new InputException("Column \"" + column + "\" of " + table.source() + " has the levels \"" + first
                        + "\" and \"" + level
                        + "\", which differ only in capital letters or spaces, expected one spelling"
                        + " of each level; write both alike, or use different names if they are two levels.");
        }
    }
}
