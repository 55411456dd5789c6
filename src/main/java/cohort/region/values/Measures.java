package cohort.region.values;

import cohort.InputException;
import cohort.table.Nearest;
import cohort.table.Table;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Chooses the columns of the values in a table with a row per region. */
final class Measures {
    private static final int NAMED = 24;
    private static final List<String> VALUES = List.of("value", "values");

    private Measures() {}

    /**
     * The columns that a user names, or else the only one there can be: one called "value", a total beside its left and right parts,
     * or the only numbers.
     *
     * @param used the columns of regions, subjects and the like
     * @throws InputException if there is none, or there are several
     */
    static List<String> of(Table table, String asked, Set<String> used) {
        List<String> numbers = table.columns().stream()
                .filter(column -> !used.contains(column) && RegionColumns.isNumeric(table.column(column)))
                .toList();
        if (!asked.isBlank())
            return Arrays.stream(asked.split(";"))
                    .map(String::strip)
                    .map(name -> named(table, name, numbers))
                    .toList();
        List<String> measures = numbers.stream()
                .filter(column -> !RegionColumns.isPlace(column))
                .toList();
        for (String value : VALUES) if (measures.contains(value)) return List.of(value);
        if (measures.size() == 1) return measures;
        for (String total : measures) if (isTotal(total, measures)) return List.of(total);
        throw new InputException(
                measures.isEmpty()
                        ? "region_values: " + table.source()
                                + " has no column of numbers beside its regions, expected one."
                        : "measure: found nothing, expected one of the measures of " + table.source() + ", which are "
                                + Words.first(measures, NAMED) + ".");
    }

    private static boolean isTotal(String total, List<String> measures) {
        String what = total.replaceFirst("^total_", "");
        return !what.equals(total)
                && measures.stream()
                        .allMatch(other ->
                                other.equals(total) || other.equals("left_" + what) || other.equals("right_" + what));
    }

    private static String named(Table table, String name, List<String> numbers) {
        if (table.has(name)) return name;
        return table.columns().stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InputException("measure: " + table.source() + " has no column " + name
                        + ", expected one of its measures, which are "
                        + Words.first(Nearest.first(name, numbers), NAMED) + "."));
    }
}
