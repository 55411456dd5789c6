package cohort.table;

import cohort.InputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes the text of a table apart. */
final class TableReader {
    private static final String DECIMAL_COMMA =
            "; it seems that numbers have a decimal comma, write a decimal point or separate the cells by semicolons.";

    private final Path file;
    private final boolean hasHeader;
    private char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private TableReader(Path file, boolean hasHeader) {
        this.file = file;
        this.hasHeader = hasHeader;
    }

    /** @param hasHeader whether the first line names the columns; else they are called by their numbers, from 1 */
    static Table read(Path file, String text, boolean hasHeader) {
        TableReader reader = new TableReader(file, hasHeader);
        TableText plain = TableText.of(text);
        return reader.parse(
                hasHeader ? plain.separatedByBlanks() : new TableText(reader.separated(plain), plain.separator()));
    }

    /** The first line that is neither blank nor a comment; empty if there is none. */
    static String firstLine(String text) {
        return TableText.of(text).header();
    }

    /** Numbers between single separators: blanks, where there is nothing else, become tabs; one at every end goes. */
    private String separated(TableText table) {
        boolean blanks = !table.header().matches(".*[,;\t].*");
        List<String> lines = table.text()
                .lines()
                .map(line -> blanks ? line.strip().replaceAll("\\s+", "\t") : line)
                .toList();
        String end = String.valueOf(separator(table));
        boolean ended = lines.stream().allMatch(line -> line.isBlank() || line.endsWith(end));
        return lines.stream()
                .map(line -> ended && !line.isBlank() ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.joining("\n"));
    }

    private Table parse(TableText table) {
        if (table.text().isBlank())
            throw new InputException(file + " is empty, expected a header line and one row per subject.");
        separator = separator(table);
        long before = 0;
        try (CSVParser parser = format(separator).parse(new StringReader(table.text()))) {
            for (CSVRecord row : parser) {
                take(row, before + 1);
                before = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(
                    file + " ends inside quotes or has text after them in the row that begins on line " + (before + 1)
                            + ", expected quotes around whole cells, and doubled quotes within them.",
                    e);
        }
        return table();
    }

    /** The builder's {@code get}, which came in place of {@code build}, is missing from the commons-csv of Fiji 2.17. */
    @SuppressWarnings("deprecation")
    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .build();
    }

    private void take(CSVRecord record, long line) {
        List<String> row =
                record.toList().stream().map(String::strip).map(Cell::read).toList();
        if (row.stream().allMatch(String::isEmpty)) return;
        rows.add(row);
        lines.add((int) line);
    }

    private Table table() {
        if (rows.isEmpty()) // nothing but separators
        throw new InputException(file + " is empty, expected a header line and one row per subject.");
        int width = hasHeader ? filled(rows.get(0)) : rows.get(0).size();
        for (int r = 1; r < rows.size(); r++) requireWidth(r, width);
        int from = isNumbered() ? 1 : 0;
        List<List<String>> cut =
                rows.stream().map(row -> row.subList(from, width)).toList();
        List<String> columns = hasHeader
                ? cut.get(0)
                : IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
        if (hasHeader) checkNames(columns, lines.get(0));
        int first = hasHeader ? 1 : 0;
        int[] numbers = lines.stream().skip(first).mapToInt(Integer::intValue).toArray();
        return withPoints(columns, cut.subList(first, cut.size()), numbers);
    }

    /** Whether the first column is what R and pandas put before the others: the rows' numbers, under no name. */
    private boolean isNumbered() {
        if (!hasHeader || rows.size() < 2 || !rows.get(0).get(0).isEmpty()) return false;
        int base = rows.get(1).get(0).equals("0") ? 0 : 1;
        return IntStream.range(1, rows.size()).allMatch(r -> rows.get(r).get(0).equals("" + (r - 1 + base)));
    }

    /** How many cells a row has up to its last one with something in it. */
    private static int filled(List<String> row) {
        int width = row.size();
        while (row.get(width - 1).isEmpty()) width--;
        return width;
    }

    private void requireWidth(int r, int width) {
        List<String> row = rows.get(r);
        if (row.size() >= width && filled(row) <= width) return;
        int header = rows.get(0).size();
        if (hasHeader && row.size() <= header && row.size() >= width)
            throw nameless(
                    width + 1, lines.get(0), ", but \"" + row.get(filled(row) - 1) + "\" in line " + lines.get(r));
        throw new InputException("Line " + lines.get(r) + " of " + file + " has " + row.size() + " cells, expected "
                + header + (hasHeader ? " as in the header" : " as in the first row")
                + (hasDecimalComma(row, width) ? DECIMAL_COMMA : "."));
    }

    private Table withPoints(List<String> columns, List<List<String>> cells, int[] numbers) {
        DecimalCommas commas = DecimalCommas.in(cells);
        if (separator == ',' || !commas.isCertain()) return new Table(file.toString(), columns, cells, numbers);
        String remark = file + ": commas in numbers are taken for decimal points, " + commas.example() + " for "
                + commas.example().replace(',', '.') + ".";
        return new Table(file.toString(), columns, commas.withPoints(), numbers, List.of(remark));
    }

    /** Whether digits follow digits over a separator, of which there are too many. */
    private boolean hasDecimalComma(List<String> row, int width) {
        return separator == ','
                && row.size() > width
                && IntStream.range(1, row.size())
                        .anyMatch(c -> row.get(c - 1).matches("[+-]?\\d+")
                                && row.get(c).matches("\\d+"));
    }

    private void checkNames(List<String> names, int line) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) throw nameless(names.indexOf(name) + 1, line, "");
            if (!seen.add(name))
                throw new InputException("The column name \"" + name + "\" occurs twice in line " + line + " of " + file
                        + ", expected each name once.");
        }
    }

    private InputException nameless(int column, int line, String but) {
        return new InputException("Column " + column + " has no name in line " + line + " of " + file + but
                + ", expected a name for each column.");
    }

    /** The separator that the header has most of outside quotes; in a draw the one that the suffix announces. */
    private char separator(TableText table) {
        if (table.separator().isPresent()) return table.separator().get();
        String bare = table.header().replaceAll("\"[^\"]*\"", "");
        String name = file.toString().toLowerCase(Locale.ROOT);
        char best = name.endsWith(".csv") ? ',' : '\t';
        for (char candidate : new char[] {'\t', ',', ';'})
            if (count(bare, candidate) > count(bare, best)) best = candidate;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
