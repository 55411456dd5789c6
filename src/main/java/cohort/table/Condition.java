package cohort.table;

import cohort.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a column, such as {@code age is n/a}, {@code motion > 0.5} or {@code group != pilot}. Numbers are compared
 * as numbers, everything else as text. A missing cell satisfies only {@code is n/a}.
 *
 * @param text as it is written
 * @param column the column's name
 * @param relation {@code = != < <= > >= is} or {@code is not}; the last two only with a missing value
 * @param value what the cells are compared with
 */
public record Condition(String text, String column, String relation, String value) {
    private static final Pattern COLUMN = Pattern.compile("`([^`]+)`|([^`=!<>]+?)");
    private static final Pattern COMPARISON =
            Pattern.compile("(?<column>" + COLUMN + ")\\s*(?<relation>==|!=|<=|>=|=|<|>)\\s*(?<value>[^=<>\\s].*)");
    private static final Pattern MISSING =
            Pattern.compile("(?<column>" + COLUMN + ")\\s+(?<relation>is(\\s+not)?)\\s+(?<value>\\S+)");
    private static final Set<String> EQUALITIES = Set.of("=", "!=");

    /** Reads a condition; empty if the text is not one. */
    public static Optional<Condition> parse(String text) {
        Matcher missing = MISSING.matcher(text);
        if (missing.matches() && Table.isMissing(missing.group("value")))
            return Optional.of(new Condition(
                    text, name(missing), missing.group("relation").replaceAll("\\s+", " "), missing.group("value")));
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) return Optional.empty();
        String value = comparison.group("value").replaceFirst("^(['\"`])(.*)\\1$", "$2");
        String relation = comparison.group("relation").replace("==", "=");
        if (Table.isMissing(value) && EQUALITIES.contains(relation)) relation = relation.equals("=") ? "is" : "is not";
        return Optional.of(new Condition(text, name(comparison), relation, value));
    }

    private static String name(Matcher matcher) {
        return matcher.group("column").replace("`", "").strip();
    }

    /** Whether the condition is about a value, not about whether there is one. */
    public boolean needsValue() {
        return !relation.startsWith("is");
    }

    /**
     * Tests whether a cell of the column satisfies it.
     *
     * @param table the column's table
     * @throws InputException if it has no such column, or the condition asks whether text is less or greater
     */
    public Predicate<String> test(Table table) {
        List<String> cells = table.column(column);
        if (needsValue() && !EQUALITIES.contains(relation)) checkNumbers(table, cells);
        return this::holds;
    }

    private void checkNumbers(Table table, List<String> cells) {
        if (!Table.isNumber(value)) throw text("compares with \"" + value + "\"");
        for (int row = 0; row < cells.size(); row++)
            if (!Table.isMissing(cells.get(row)) && !Table.isNumber(cells.get(row)))
                throw text("meets \"" + cells.get(row) + "\" in " + table.where(row));
    }

    private InputException text(String found) {
        return new InputException("leave_out: " + text + " " + found
                + ", expected numbers on both sides; text can only be compared with = or !=.");
    }

    private boolean holds(String cell) {
        boolean missing = Table.isMissing(cell);
        if (!needsValue()) return missing == relation.equals("is");
        if (missing) return false;
        int order = Table.isNumber(cell) && Table.isNumber(value)
                ? Double.compare(Double.parseDouble(cell) + 0.0, Double.parseDouble(value) + 0.0)
                : cell.compareTo(value);
        return switch (relation) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
