package cohort.table;

import cohort.InputException;
import cohort.files.AtomicFile;
import cohort.files.FilesRead;
import cohort.files.TextFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Named columns of text cells. Cells carry no surrounding blanks; the missing ones are empty, {@code n/a}, {@code N/A},
 * {@code NA}, {@code NaN} or {@code nan}.
 */
public final class Table {
    /** The column of ids in BIDS. */
    public static final String PARTICIPANT = "participant_id";

    private static final Set<String> MISSING = Set.of("", "n/a", "N/A", "NA", "NaN", "nan");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");

    private final String source;
    private final List<String> columns;
    private final List<List<String>> rows;
    private final int[] lines;
    private final List<String> remarks;

    Table(String source, List<String> columns, List<List<String>> rows, int[] lines) {
        this(source, columns, rows, lines, List.of());
    }

    /** @param remarks what was made of the text that a reader should know, a sentence each */
    Table(String source, List<String> columns, List<List<String>> rows, int[] lines, List<String> remarks) {
        this.source = source;
        this.remarks = List.copyOf(remarks);
        this.columns = List.copyOf(columns);
        this.rows = rows.stream().map(List::copyOf).toList();
        this.lines = lines.clone();
    }

    /**
     * Reads a CSV or TSV file: text in UTF-8 (or UTF-16 with a byte order mark), one header line with the names of the
     * columns, cells between tabs, commas or semicolons (the one that the header has most of, or that a first line {@code sep=;}
     * names; the suffix decides a tie) or, where there is none of these, blanks, quoted where needed. Lines that begin with
     * {@code #} before the header, rows without a single filled cell and empty columns at the end are skipped. Between tabs
     * and semicolons numbers may have decimal commas.
     *
     * @param file the table
     * @return its columns and rows
     * @throws InputException if the file cannot be read, is empty or no text, repeats or omits a column's name or has a
     *     row of another length than the header
     */
    public static Table read(Path file) {
        return read(file, FilesRead.ignored());
    }

    /**
     * Reads a CSV or TSV file, as {@link #read(Path)} does.
     *
     * @param files receives the digest of what was read
     */
    public static Table read(Path file, FilesRead files) {
        return TableReader.read(file, TextFile.read(file, files), true);
    }

    /**
     * Parses the text of a table, as {@link #read(Path)} does.
     *
     * @param source where the text comes from, as messages name it
     */
    public static Table parse(String source, String text) {
        return TableReader.read(Path.of(source), text, true);
    }

    /**
     * A table made in memory; its lines are numbered as if they stood in a file, below a header.
     *
     * @param source where the rows come from, as messages name it
     * @param columns the distinct names of the columns
     * @param rows the cells, each row as long as {@code columns}
     * @throws IllegalArgumentException if a row has another length or a name occurs twice
     */
    public static Table of(String source, List<String> columns, List<List<String>> rows) {
        if (Set.copyOf(columns).size() != columns.size())
            throw new IllegalArgumentException("a column name occurs twice in " + columns);
        for (List<String> row : rows)
            if (row.size() != columns.size())
                throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns);
        int[] lines = IntStream.range(0, rows.size()).map(r -> r + 2).toArray();
        return new Table(source, columns, rows, lines);
    }

    /**
     * Writes it as text in UTF-8, cells between tabs, the names of the columns in the first line. {@link #read} gives the
     * same cells back; spreadsheets take none of them for a formula.
     *
     * @param file replaced if it exists
     * @throws InputException if it cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, this::write);
    }

    /** Writes the same as {@link #write(Path)} to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        TableWriter.write(columns, rows.stream(), out);
    }

    /** The file or whatever else the rows come from. */
    public String source() {
        return source;
    }

    /** The names of the columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Number of rows, the header not counted. */
    public int rows() {
        return rows.size();
    }

    /** Whether there is a column of exactly this name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The cells of a row from 0, as they are written, in the order of the columns. */
    public List<String> row(int row) {
        return rows.get(row);
    }

    /**
     * The cells of a column, row by row, as they are written.
     *
     * @throws InputException if there is no such column; the message lists those there are, nearest first
     */
    public List<String> column(String name) {
        int c = columns.indexOf(name);
        if (c < 0)
            throw new InputException(source + " has no column \"" + name + "\", expected one of "
                    + String.join(", ", Nearest.first(name, columns))
                    + (columns.equals(List.of(PARTICIPANT)) ? "; give the table that has it with table=FILE." : "."));
        return rows.stream().map(row -> row.get(c)).toList();
    }

    /**
     * The cells of a column as numbers (decimal point, optional exponent), NaN where missing.
     *
     * @throws InputException if there is no such column or a cell is not a finite number
     */
    public double[] numbers(String name) {
        List<String> cells = column(name);
        double[] numbers = new double[cells.size()];
        for (int r = 0; r < numbers.length; r++) numbers[r] = number(name, cells.get(r), r);
        return numbers;
    }

    /** What a reader should know about how the text was read, one sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * This table with one more column at its end.
     *
     * @param column its name, which the table does not have yet
     * @param cells one per row
     */
    public Table with(String column, List<String> cells) {
        return with(column, cells, "");
    }

    /**
     * This table with one more column at its end, as {@link #with(String, List)} has it.
     *
     * @param remark why the column is there; empty if that need not be said
     */
    public Table with(String column, List<String> cells, String remark) {
        List<String> wider = Stream.concat(columns.stream(), Stream.of(column)).toList();
        List<List<String>> longer = IntStream.range(0, rows.size())
                .mapToObj(r -> Stream.concat(rows.get(r).stream(), Stream.of(cells.get(r)))
                        .toList())
                .toList();
        List<String> said = Stream.concat(remarks.stream(), Stream.of(remark))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        return new Table(source, wider, longer, lines, said);
    }

    /**
     * This table with other cells in one of its columns; the same table if it has no such column.
     *
     * @param cells one per row
     */
    public Table replacing(String column, List<String> cells) {
        int which = columns.indexOf(column);
        List<List<String>> other = IntStream.range(0, rows.size())
                .mapToObj(r -> IntStream.range(0, columns.size())
                        .mapToObj(c -> c == which ? cells.get(r) : rows.get(r).get(c))
                        .toList())
                .toList();
        return new Table(source, columns, other, lines, remarks);
    }

    /**
     * Some of the rows, in the order given; each remembers where it stood.
     *
     * @param which their numbers, from 0
     */
    public Table rows(List<Integer> which) {
        List<List<String>> some = which.stream().map(rows::get).toList();
        return new Table(
                source, columns, some, which.stream().mapToInt(r -> lines[r]).toArray(), remarks);
    }

    private double number(String column, String cell, int row) {
        if (isMissing(cell)) return Double.NaN;
        double number = isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
        if (Double.isFinite(number)) return number;
        String mend = DecimalCommas.isAmbiguous(cell)
                ? "a number without a comma, since this may be " + cell.replace(',', '.') + " or "
                        + cell.replace(",", "") + "; write which it is"
                : DECIMAL_COMMA.matcher(cell).matches()
                        ? "a number with a decimal point; write " + cell.replace(',', '.')
                        : "a number; write n/a if it is missing";
        throw new InputException(
                "Column \"" + column + "\" has \"" + cell + "\" in " + where(row) + ", expected " + mend + ".");
    }

    /** Where a row (from 0) stands, as messages name it: {@code line 4 of participants.tsv}. */
    public String where(int row) {
        return "line " + lines[row] + " of " + source;
    }

    /** Whether a cell stands for a value that is not known. */
    public static boolean isMissing(String cell) {
        return MISSING.contains(cell);
    }

    /** Whether a cell is a number with a decimal point and no blanks. */
    public static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    /** Equal if columns and cells are, wherever they come from. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Table other && columns.equals(other.columns) && rows.equals(other.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {columns, rows});
    }

    @Override
    public String toString() {
        return source + ": " + rows.size() + " rows of " + columns;
    }
}
