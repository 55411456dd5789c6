package cohort.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers with a decimal comma, in a table whose cells are separated by something else. */
final class DecimalCommas {
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    /** What may as well be a whole number in groups of three digits. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");

    private final List<List<String>> rows;
    private final int[] columns;

    private DecimalCommas(List<List<String>> rows, int[] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Those of some rows of equal length. */
    static DecimalCommas in(List<List<String>> rows) {
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        int[] columns = IntStream.range(0, width)
                .filter(c -> rows.stream().allMatch(row -> isNumber(row.get(c))))
                .toArray();
        return new DecimalCommas(rows, columns);
    }

    private static boolean isNumber(String cell) {
        return Table.isMissing(cell)
                || Table.isNumber(cell)
                || COMMA.matcher(cell).matches();
    }

    /** Whether a comma in a number may as well separate groups of three digits. */
    static boolean isAmbiguous(String cell) {
        return GROUPED.matcher(cell).matches();
    }

    /** Whether commas are decimal without doubt: no number has a point, and one has a comma that can be nothing else. */
    boolean isCertain() {
        return cells().noneMatch(cell -> Table.isNumber(cell) && cell.contains("."))
                && cells().anyMatch(cell -> COMMA.matcher(cell).matches() && !isAmbiguous(cell));
    }

    private java.util.stream.Stream<String> cells() {
        return rows.stream().flatMap(row -> IntStream.of(columns).mapToObj(row::get));
    }

    /** One such number as an example. */
    String example() {
        return cells().filter(cell -> COMMA.matcher(cell).matches() && !isAmbiguous(cell))
                .findFirst()
                .orElseThrow();
    }

    /** The rows with decimal points. */
    List<List<String>> withPoints() {
        List<List<String>> plain = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            for (int c : columns) cells.set(c, cells.get(c).replace(',', '.'));
            plain.add(cells);
        }
        return plain;
    }
}
