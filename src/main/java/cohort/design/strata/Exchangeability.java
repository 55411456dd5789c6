package cohort.design.strata;

import cohort.InputException;
import cohort.design.coding.MissingCells;
import cohort.design.matrix.BlockLabels;
import cohort.files.FilesRead;
import cohort.subjects.Cohort;
import cohort.table.MatrixFile;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out which subjects belong together. */
public final class Exchangeability {
    private Exchangeability() {}

    /**
     * The blocks that a column names, whatever its cells are, numbered from 1 in the order in which they first appear.
     *
     * @param column the name of the column
     * @param covariates one row per subject
     * @param ids the ids of the subjects, in the order of the rows
     * @return one level of blocks
     * @throws InputException if there is no such column or it is missing for a subject
     */
    public static BlockLabels fromColumn(String column, Table covariates, List<String> ids) {
        List<String> cells = covariates.column(column);
        MissingCells.check(column, ids, s -> Table.isMissing(cells.get(s)));
        List<String> blocks = cells.stream().distinct().toList();
        return new BlockLabels(
                cells.stream().map(cell -> new int[] {blocks.indexOf(cell) + 1}).toArray(int[][]::new));
    }

    /**
     * Nested blocks from a file ({@link MatrixFile}): one row per subject, a column of whole numbers a level, and optionally
     * {@code participant_id}, by which the rows are then sorted as the subjects are.
     *
     * @param file the file
     * @param ids the ids of the subjects, in the order of their maps
     * @param leftOut the ids of those who were left out; they may have rows where the file has {@code participant_id}
     * @param files receives the digest of what was read
     * @return all levels
     * @throws InputException if the file cannot be read, has other rows than one per subject or a cell that is no whole
     *     number but 0
     */
    public static BlockLabels fromFile(Path file, List<String> ids, List<String> leftOut, FilesRead files) {
        Table table = MatrixFile.read(file, files).table();
        int[] rows = RowOrder.of(table, ids, leftOut);
        List<double[]> levels = table.columns().stream()
                .filter(column -> !column.equals(Cohort.PARTICIPANT))
                .map(column -> wholeNumbers(table, column))
                .toList();
        return new BlockLabels(IntStream.of(rows)
                .mapToObj(row -> levels.stream().mapToInt(l -> (int) l[row]).toArray())
                .toArray(int[][]::new));
    }

    private static double[] wholeNumbers(Table table, String column) {
        double[] numbers = table.numbers(column);
        for (int row = 0; row < numbers.length; row++)
            if (numbers[row] == 0 || numbers[row] != (int) numbers[row])
                throw new InputException("Column \"" + column + "\" has \""
                        + table.column(column).get(row) + "\" in " + table.where(row)
                        + ", expected the number of a block: whole and not 0.");
        return numbers;
    }
}
