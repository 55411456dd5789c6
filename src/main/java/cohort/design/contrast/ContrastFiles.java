package cohort.design.contrast;

import cohort.InputException;
import cohort.design.matrix.DesignMatrix;
import cohort.files.FilesRead;
import cohort.table.MatrixFile;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads contrasts from files of weights, as FSL and PALM have them. */
public final class ContrastFiles {
    private final DesignMatrix design;
    private final FilesRead files;
    /** The rows of all files of weights read so far. */
    private final List<ContrastRow> rows = new ArrayList<>();

    private ContrastFiles(DesignMatrix design, FilesRead files) {
        this.design = design;
        this.files = files;
    }

    /** The rows of each contrast: those of files of weights one by one, then those that F tests put together. */
    public static List<List<ContrastRow>> read(List<Path> files, DesignMatrix design, FilesRead taking) {
        ContrastFiles contrasts = new ContrastFiles(design, taking);
        read(files).stream().filter(file -> !isOfTests(file)).forEach(contrasts::addRows);
        List<List<ContrastRow>> all = new ArrayList<>();
        if (!files.stream().allMatch(ContrastFiles::isOfTests)) contrasts.rows.forEach(row -> all.add(List.of(row)));
        files.stream().filter(ContrastFiles::isOfTests).forEach(file -> all.addAll(contrasts.tests(file)));
        return all;
    }

    /** The files that are read: where only F tests are named, the contrasts beside them, too. */
    public static List<Path> read(List<Path> files) {
        if (!files.stream().allMatch(ContrastFiles::isOfTests)) return files;
        return files.stream()
                .flatMap(file -> Stream.of(beside(file), file))
                .distinct()
                .toList();
    }

    /** Whether a file is one of F tests, which select from contrasts. */
    private static boolean isOfTests(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".fts");
    }

    private static Path beside(Path tests) {
        String name = tests.getFileName().toString();
        return tests.resolveSibling(name.substring(0, name.length() - 4) + ".con");
    }

    private void addRows(Path file) {
        MatrixFile read = MatrixFile.read(file, files);
        List<String> columns = columns(read);
        List<double[]> weights = columns.stream().map(read.table()::numbers).toList();
        for (int r = 0; r < read.table().rows(); r++) {
            int row = r;
            double[] numbers = weights.stream().mapToDouble(w -> w[row]).toArray();
            if (DoubleStream.of(numbers).anyMatch(Double::isNaN))
                throw new InputException(
                        "A weight is missing in " + read.table().where(r)
                                + ", expected a number for each regressor; write 0 if it is not part of the contrast.");
            String name = read.rowNames().get(r).strip();
            String text = name.isEmpty()
                    ? columns.stream()
                            .map(column -> read.table().column(column).get(row))
                            .collect(Collectors.joining(" "))
                    : name;
            rows.add(new ContrastRow(text, new LinearForm(numbers, 0)));
        }
    }

    /** The file's columns in the order of the regressors: by name if it has a header, else as they stand. */
    private List<String> columns(MatrixFile read) {
        Table table = read.table();
        if (table.columns().size() != design.size())
            throw new InputException(table.source() + " has " + table.columns().size() + " weights per row, expected "
                    + design.size() + ", one for each of the regressors " + String.join(", ", design.columns()) + ".");
        if (!read.hasHeader()) return table.columns();
        design.columns().forEach(table::column);
        return design.columns();
    }

    private List<List<ContrastRow>> tests(Path file) {
        Table table = MatrixFile.read(file, files).table();
        if (table.columns().size() != rows.size())
            throw new InputException(file + " selects from " + table.columns().size() + " contrasts, expected "
                    + rows.size() + " as there are; write one column for each contrast.");
        List<double[]> marks = table.columns().stream().map(table::numbers).toList();
        return IntStream.range(0, table.rows())
                .mapToObj(test -> IntStream.range(0, rows.size())
                        .filter(row -> isMarked(marks.get(row)[test], table.where(test)))
                        .mapToObj(rows::get)
                        .toList())
                .map(selected -> several(selected, file))
                .toList();
    }

    private static boolean isMarked(double mark, String where) {
        if (mark == 0 || mark == 1) return mark == 1;
        throw new InputException("The F test in " + where + " has " + mark
                + ", expected 1 for the contrasts that it tests together and 0 for the others.");
    }

    private static List<ContrastRow> several(List<ContrastRow> selected, Path file) {
        if (selected.size() > 1) return selected;
        throw new InputException("An F test of " + file + " selects " + selected.size()
                + (selected.isEmpty()
                        ? " contrasts"
                        : " contrast, " + selected.get(0).text())
                + ", expected at least two; F of a single one is t squared, so use a two-sided t test.");
    }
}
