package cohort.design.formula;

import cohort.InputException;
import cohort.table.Nearest;
import cohort.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks factors up in the subjects' table. */
public final class Covariates {
    private static final Comparator<String> BY_NUMBER = Comparator.comparingDouble(Double::parseDouble);

    private final Table table;
    private final List<String> ids;

    /**
     * @param table a row a subject
     * @param ids the subjects' ids
     */
    public Covariates(Table table, List<String> ids) {
        this.table = table;
        this.ids = ids;
    }

    FactorValues values(Factor factor) {
        if (factor instanceof Factor.Levels levels) return levels(levels.column(), levels.reference());
        if (factor instanceof Factor.Column column && isText(column.column()))
            return levels(column.column(), Optional.empty());
        if (factor instanceof Factor.Polynomial poly) {
            Regressor of = numbers(poly.of());
            return new FactorValues.Numeric(Polynomials.orthonormal(of, poly.degree()));
        }
        return new FactorValues.Numeric(List.of(numbers(factor)));
    }

    private Regressor numbers(Factor factor) {
        if (factor instanceof Factor.Centered centered) {
            Regressor of = numbers(centered.of());
            return new Regressor("center." + of.name(), Polynomials.centered(of.values()));
        }
        if (factor instanceof Factor.Standardized standardized) {
            Regressor of = numbers(standardized.of());
            return new Regressor("zscore." + of.name(), Polynomials.standardized(of));
        }
        String column = ((Factor.Column) factor).column();
        double[] values = table.numbers(column);
        MissingCells.check(column, ids, s -> Double.isNaN(values[s]));
        return new Regressor(RegressorNames.safe(column), values);
    }

    /** Whether a column holds names, not numbers. Some of both are more likely a slip than names. */
    private boolean isText(String column) {
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
                + ", expected numbers or names alone; write n/a for what is missing, or C("
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
                        + "\", which differ in capital letters or blanks alone, expected one spelling"
                        + " of each level; write both alike, or as different words if they are two.");
        }
    }

    private FactorValues levels(String column, Optional<String> wanted) {
        List<String> cells = table.column(column);
        MissingCells.check(column, ids, s -> Table.isMissing(cells.get(s)));
        boolean numbers = cells.stream().allMatch(Table::isNumber);
        Comparator<String> order = numbers ? BY_NUMBER.thenComparing(c -> c) : Comparator.naturalOrder();
        List<String> levels = cells.stream().distinct().sorted(order).toList();
        if (levels.size() < 2)
            throw new InputException("Column \"" + column + "\" of " + table.source() + " has \""
                    + String.join("", levels) + "\" for every subject, expected at least two levels; drop it from the"
                    + " formula.");
        requireUnlike(column, levels);
        int reference = wanted.map(levels::indexOf).orElse(0);
        if (reference < 0)
            throw new InputException("Column \"" + column + "\" of " + table.source() + " has no level \""
                    + wanted.orElseThrow() + "\" for ref, expected one of "
                    + String.join(", ", Nearest.first(wanted.orElseThrow(), levels)) + ".");
        int[] codes = cells.stream().mapToInt(levels::indexOf).toArray();
        return new FactorValues.Categorical(column, levels, reference, codes);
    }
}
