package cohort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of {@code src/test/resources/reference}: numbers that {@code src/test/reference} computed elsewhere. */
public final class ReferenceTable {
    private final List<String> header;
    private final String[][] cells;

    private ReferenceTable(List<String> lines) {
        header = Arrays.asList(lines.get(0).split("\t", -1));
        cells = lines.stream().skip(1).map(line -> line.split("\t", -1)).toArray(String[][]::new);
    }

    /** @param name of the file, e.g. {@code glm-age.tsv} */
    public static ReferenceTable read(String name) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) throw new AssertionError("no table /reference/" + name + " among the test resources");
            return new ReferenceTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new AssertionError("cannot read " + name, e);
        }
    }

    public int rows() {
        return cells.length;
    }

    /** The column as text, one entry per row. */
    public String[] text(String column) {
        int c = header.indexOf(column);
        if (c < 0) throw new AssertionError("no column " + column + " in " + header);
        return Arrays.stream(cells).map(row -> row[c]).toArray(String[]::new);
    }

    /** The column as numbers; {@code nan}, {@code inf} and {@code -inf} as Python writes them, empty cells are NaN. */
    public double[] numbers(String column) {
        return Arrays.stream(text(column)).mapToDouble(ReferenceTable::number).toArray();
    }

    /** The column as whole numbers. */
    public int[] integers(String column) {
        return Arrays.stream(text(column)).mapToInt(Integer::parseInt).toArray();
    }

    private static double number(String cell) {
        return switch (cell) {
            case "", "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
