package cohort.study;

import cohort.InputException;
import cohort.table.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cells that were copied from a spreadsheet, of which each row is that of a subject.
 *
 * @param columns the names of the columns
 * @param cells column by column
 * @param key the column that says whose the rows are; none if they are in the subjects' order
 */
record PastedTable(List<String> columns, List<List<String>> cells, OptionalInt key) {
    private static final String SOURCE = "What was pasted", SEPARATORS = "\t;,";

    /**
     * Parses a text.
     *
     * @param ids the subjects', as {@link #plain} writes them
     * @throws InputException if rows and subjects do not belong together, or the text is no table
     */
    static PastedTable of(String text, Set<String> ids) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) throw new InputException(SOURCE + " is empty, expected a row of cells for each subject.");
        char separator = separator(lines.get(0));
        PastedTable named = parse(lines, separator, true, ids), nameless = parse(lines, separator, false, ids);
        boolean isNameless = cells(lines.get(0), separator).anyMatch(cell -> ids.contains(plain(cell)))
                || lines.size() == ids.size() && named.key.isEmpty();
        return (isNameless ? nameless : named).checked(ids);
    }

    private static PastedTable parse(List<String> lines, char separator, boolean hasNames, Set<String> ids) {
        String names =
                hasNames ? "" : numbered((int) cells(lines.get(0), separator).count(), separator);
        Table table = Table.parse(SOURCE, "sep=" + separator + "\n" + names + String.join("\n", lines));
        List<List<String>> cells = table.columns().stream().map(table::column).toList();
        OptionalInt key = IntStream.range(0, cells.size())
                .filter(c -> table.columns().get(c).equals(Table.PARTICIPANT) || areIds(cells.get(c), ids))
                .findFirst();
        return new PastedTable(table.columns(), cells, key);
    }

    private static String numbered(int columns, char separator) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(c -> "column_" + c)
                .collect(Collectors.joining(String.valueOf(separator), "", "\n"));
    }

    private static boolean areIds(List<String> cells, Set<String> ids) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> ids.contains(plain(cell)))
                && cells.stream().distinct().count() == cells.size();
    }

    private PastedTable checked(Set<String> ids) {
        int rows = cells.get(0).size();
        if (key.isEmpty() && rows != ids.size())
            throw new InputException(SOURCE + " has " + rows + " rows below the names of the columns, expected "
                    + ids.size() + ", one for each subject, or a column of their ids.");
        Set<String> seen = new HashSet<>();
        for (String id : key.isPresent() ? cells.get(key.getAsInt()) : List.<String>of()) {
            if (!ids.contains(plain(id)))
                throw new InputException(SOURCE + " has a row for " + id
                        + ", for whom there is no map, expected rows of the subjects in the table; leave it out.");
            if (!seen.add(plain(id)))
                throw new InputException(SOURCE + " has several rows for " + id + ", expected one for each subject.");
        }
        return this;
    }

    /** A cell of most tables holds no tab; of semicolon and comma the one that is there. */
    private static char separator(String line) {
        return (char)
                SEPARATORS.chars().filter(c -> line.indexOf(c) >= 0).findFirst().orElse('\t');
    }

    private static Stream<String> cells(String line, char separator) {
        return Arrays.stream(line.split(String.valueOf(separator), -1)).map(cell -> cell.replace("\"", ""));
    }

    /** An id as people write it. */
    static String plain(String id) {
        String lower = id.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("sub-") ? lower.substring("sub-".length()) : lower;
    }
}
