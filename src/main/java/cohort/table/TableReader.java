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
    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private TableReader(Path file, boolean hasHeader) {
        this.file = file;
        this.hasHeader = hasHeader;
    }

    /** @param hasHeader whether the first line names the columns; else they are called by their numbers, from 1 */
    static Table read(Path file, String text, boolean hasHeader) {
        TableReader reader = new TableReader(file, hasHeader);
        return reader.parse(hasHeader ? text : reader.separated(text));
    }

    /** The first line that is not blank; empty if there is none. */
    static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** Numbers between single separators: blanks, where there is nothing else, become tabs; one at every end goes. */
    private String separated(String text) {
        boolean blanks = !firstLine(text).matches(".*[,;\t].*");
        List<String> lines = text.lines()
                .map(line -> blanks ? line.strip().replaceAll("\\s+", "\t") : line)
                .toList();
        String end = String.valueOf(separator(firstLine(text)));
        boolean ended = lines.stream().allMatch(line -> line.isBlank() || line.endsWith(end));
        return lines.stream()
                .map(line -> ended && !line.isBlank() ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.joining("\n"));
    }

    private Table parse(String text) {
        if (text.isBlank()) throw new InputException(file + " is empty, expected a header line and a row per subject.");
        separator = separator(firstLine(text));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        long before = 0;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (CSVRecord row : parser) {
                take(row, before + 1);
                before = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(
                    file + " breaks off inside the quotes or has text after them in the row that begins on line "
                            + (before + 1) + ", expected quotes around whole cells and doubled within.",
                    e);
        }
        int[] numbers = lines.stream().mapToInt(Integer::intValue).toArray();
        return new Table(file.toString(), columns, rows, numbers);
    }

    private void take(CSVRecord record, long line) {
        List<String> row =
                record.toList().stream().map(String::strip).map(Cell::read).toList();
        if (row.stream().allMatch(String::isEmpty)) return;
        if (columns.isEmpty() && !hasHeader)
            IntStream.rangeClosed(1, row.size()).mapToObj(Integer::toString).forEach(columns::add);
        if (columns.isEmpty()) {
            checkNames(row, line);
            columns.addAll(row);
        } else if (row.size() != columns.size()) {
            throw new InputException("Line " + line + " of " + file + " has " + row.size() + " cells, expected "
                    + columns.size() + (hasHeader ? " as in the header" : " as in the first row")
                    + (hasDecimalComma(row) ? DECIMAL_COMMA : "."));
        } else {
            rows.add(row);
            lines.add((int) line);
        }
    }

    /** Whether digits follow digits over a separator, of which there are too many. */
    private boolean hasDecimalComma(List<String> row) {
        return separator == ','
                && row.size() > columns.size()
                && IntStream.range(1, row.size())
                        .anyMatch(c -> row.get(c - 1).matches("[+-]?\\d+")
                                && row.get(c).matches("\\d+"));
    }

    private void checkNames(List<String> names, long line) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty())
                throw new InputException("Column " + (names.indexOf(name) + 1) + " has no name in line " + line + " of "
                        + file + ", expected a name for each column.");
            if (!seen.add(name))
                throw new InputException("The column name \"" + name + "\" occurs twice in line " + line + " of " + file
                        + ", expected each name once.");
        }
    }

    /** The separator that the header has most of outside quotes; in a draw the one that the suffix announces. */
    private char separator(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
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
