package cohort.table;

import cohort.files.FilesRead;
import cohort.files.TextFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A file of numbers, row by row: a design, contrasts, blocks or groups.
 *
 * @param table the numbers; where the file has no header, the columns are called by their numbers, from 1
 * @param hasHeader whether the file names its columns
 * @param rowNames one name per row, as {@code /ContrastName1} of FSL gives; empty where a row has none
 */
public record MatrixFile(Table table, boolean hasHeader, List<String> rowNames) {

    /** @throws IllegalArgumentException if there are not as many names as rows */
    public MatrixFile {
        rowNames = List.copyOf(rowNames);
        if (rowNames.size() != table.rows())
            throw new IllegalArgumentException(rowNames.size() + " names for " + table.rows() + " rows");
    }

    /**
     * Reads a CSV or TSV file as {@link Table#read} does, one whose first line holds nothing but numbers and therefore is
     * no header (separated by tabs, commas, semicolons or blanks, as PALM takes them), or one in FSL's Vest format ({@code
     * .mat}, {@code .con}, {@code .fts}, {@code .grp}: {@code /NumWaves}, {@code /NumPoints} or {@code /NumContrasts},
     * {@code /Matrix}). The format is recognised by the content, not by the name.
     *
     * @param file the file
     * @param files receives the digest of what was read
     * @return its numbers
     * @throws cohort.InputException if the file cannot be read, its rows differ in length, or a Vest file does not hold the
     *     numbers that it announces
     */
    public static MatrixFile read(Path file, FilesRead files) {
        String text = TextFile.read(file, files);
        if (VestReader.claims(text)) return VestReader.read(file, text);
        boolean hasHeader = !isNumeric(TableReader.firstLine(text));
        Table table = TableReader.read(file, text, hasHeader);
        return new MatrixFile(table, hasHeader, Collections.nCopies(table.rows(), ""));
    }

    private static boolean isNumeric(String line) {
        List<String> cells = Arrays.asList(line.replace("\"", "").strip().split("[,;\\s]+"));
        return cells.stream().anyMatch(Table::isNumber)
                && cells.stream().allMatch(cell -> Table.isNumber(cell) || Table.isMissing(cell));
    }
}
