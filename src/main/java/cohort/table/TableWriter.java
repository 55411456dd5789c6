package cohort.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tables as text in UTF-8, cells between tabs, so that {@link Table#read} gives the same cells back. */
public final class TableWriter {

    private TableWriter() {}

    /**
     * Writes a table row by row, so that memory need not hold more than one.
     *
     * @param columns the names of the columns, the first line
     * @param rows the cells, each row as long as {@code columns}; without blanks around them
     * @param out receives the text; stays open
     */
    public static void write(List<String> columns, Stream<List<String>> rows, OutputStream out) throws IOException {
        out.write(line(columns));
        for (Iterator<List<String>> left = rows.iterator(); left.hasNext(); ) out.write(line(left.next()));
    }

    private static byte[] line(List<String> cells) {
        return cells.stream()
                .map(Cell::write)
                .collect(Collectors.joining("\t", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
