package cohort.table;

import cohort.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes FSL's Vest files apart: {@code /Key value} line by line, then {@code /Matrix} and its rows. */
final class VestReader {
    private static final Pattern KEY = Pattern.compile("/(\\w+)\\s*(.*)");
    private static final String WIDTH = "NumWaves", POINTS = "NumPoints", CONTRASTS = "NumContrasts", BODY = "Matrix";

    private final Path file;
    private final Map<String, String> keys = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private VestReader(Path file) {
        this.file = file;
    }

    /** Whether a text begins as a Vest file does. */
    static boolean claims(String text) {
        return text.stripLeading().startsWith("/");
    }

    static MatrixFile read(Path file, String text) {
        return new VestReader(file).parse(text.lines().toList());
    }

    private MatrixFile parse(List<String> text) {
        for (int l = 0; l < text.size(); l++) {
            String line = text.get(l).strip();
            if (line.isEmpty()) continue;
            if (keys.containsKey(BODY)) takeRow(line, l + 1);
            else takeKey(line, l + 1);
        }
        if (!keys.containsKey(BODY)) throw new InputException(file + " has no line /Matrix" + expected());
        int columns = announced(WIDTH);
        String height = keys.containsKey(POINTS) ? POINTS : CONTRASTS;
        if (rows.size() != announced(height))
            throw new InputException(file + " has " + rows.size() + " rows below /Matrix, expected " + announced(height)
                    + " as /" + height + " says; write the file again.");
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
        List<String> rowNames = IntStream.rangeClosed(1, rows.size())
                .mapToObj(row -> keys.getOrDefault("ContrastName" + row, ""))
                .toList();
        int[] numbers = lines.stream().mapToInt(Integer::intValue).toArray();
        return new MatrixFile(new Table(file.toString(), names, rows, numbers), false, rowNames);
    }

    private void takeKey(String line, int number) {
        Matcher key = KEY.matcher(line);
        if (!key.matches())
            throw new InputException("Line " + number + " of " + file + " is neither empty nor a key" + expected());
        if (keys.putIfAbsent(key.group(1), key.group(2)) != null)
            throw new InputException("The key /" + key.group(1) + " occurs twice in " + file
                    + ", the second time in line " + number + ", expected it once; write the file again.");
        if (key.group(1).equals(BODY)) announced(WIDTH);
    }

    private void takeRow(String line, int number) {
        List<String> row = Arrays.asList(line.split("\\s+"));
        for (String cell : row)
            if (!Table.isNumber(cell))
                throw new InputException("Line " + number + " of " + file + " has \"" + cell
                        + "\", expected nothing but numbers below /Matrix; write the file again.");
        if (row.size() != announced(WIDTH))
            throw new InputException("Line " + number + " of " + file + " has " + row.size() + " numbers, expected "
                    + announced(WIDTH) + " as /" + WIDTH + " says; write the file again.");
        rows.add(row);
        lines.add(number);
    }

    private int announced(String key) {
        String value = keys.getOrDefault(key, "");
        if (value.matches("[1-9]\\d{0,8}")) return Integer.parseInt(value);
        throw new InputException(file
                + (value.isEmpty() ? " has no number after /" + key : " has /" + key + " " + value)
                + (key.equals(WIDTH) ? " before /Matrix" : "")
                + expected());
    }

    private static String expected() {
        return ", expected FSL's format: /NumWaves with the number of columns, /NumPoints (or /NumContrasts) with that of"
                + " rows, then /Matrix and the rows; write the file again.";
    }
}
