package cohort.report;

import cohort.InputException;
import cohort.design.DesignMatrix;
import cohort.image.AtomicFile;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutationResult;
import cohort.table.Cohort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder that takes the results of a run. Each file appears under its name when it is complete.
 *
 * @param path the folder, which exists and can be written
 * @param made the folders that were not there before, the innermost first
 */
public record ResultFolder(Path path, List<Path> made) {
    static final String MASK = "mask.nii.gz", DESIGN = "design.tsv", NULLS = "nulls.tsv";
    static final String RUN = "run.json", MODEL = "model.json";

    /** What a table's cell cannot hold without quotes. */
    private static final Pattern UNSAFE = Pattern.compile("[\"\\s]");

    /** A folder that was there before. */
    ResultFolder(Path path) {
        this(path, List.of());
    }

    /**
     * Makes the folder if need be, and sees to it that files can be written there before any long computation begins.
     *
     * @param option the option that names it, for the message
     * @param path the folder
     * @throws InputException if it cannot be made or written
     */
    public static ResultFolder open(String option, Path path) {
        List<Path> made = new ArrayList<>();
        for (Path p = path.toAbsolutePath(); p != null && Files.notExists(p); p = p.getParent()) made.add(p);
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".cohort", ".part"));
        } catch (IOException e) {
            throw new InputException(
                    option + ": the folder " + path
                            + " cannot be written, expected one where files may be made; give another.",
                    e);
        }
        return new ResultFolder(path, List.copyOf(made));
    }

    /** After a run that failed or was stopped: takes away the folders that were made for it, as far as they are empty. */
    public void abandon() {
        try {
            for (Path folder : made) Files.deleteIfExists(folder);
        } catch (IOException e) { // one that is not empty stays, and so do those around it
            return;
        }
    }

    /** Writes {@code mask.nii.gz}. */
    public void writeMask(Mask mask) {
        Volumes.write(mask.toVolume(), path.resolve(MASK), "mask");
    }

    /** Writes {@code contrast-NAME_stat-STATISTIC_statmap.nii.gz}; its header tells what the values are. */
    public void writeMap(String contrast, String statistic, Volume map, MapHeaders headers) {
        Volumes.writeSeries(List.of(map), mapFile(contrast, statistic), headers.of(contrast, statistic));
    }

    /** Where the map of a statistic stands. */
    Path mapFile(String contrast, String statistic) {
        return path.resolve("contrast-" + contrast + "_stat-" + statistic + "_statmap.nii.gz");
    }

    /**
     * Writes the outcome of a permutation test: the mask, each statistic's map and that of −log10 of its corrected p, of
     * uncorrected and false-discovery-rate adjusted p if they were asked for, and {@code nulls.tsv}.
     *
     * @param contrasts the names of the contrasts, in the order of the results
     * @param headers what the headers of a contrast's maps say, in the same order
     * @param signed whether corrected p of two sides bear the sign of the statistic
     */
    public void writePermutation(
            List<String> contrasts, Mask mask, PermutationResult result, List<MapHeaders> headers, boolean signed) {
        writeMask(mask);
        List<String> columns = new ArrayList<>();
        List<double[]> maxima = new ArrayList<>();
        for (int c = 0; c < contrasts.size(); c++) {
            String contrast = contrasts.get(c);
            MapHeaders header = headers.get(c);
            PermutationMaps.of(result.contrasts().get(c), signed)
                    .forEach((statistic, map) -> writeMap(contrast, statistic, mask.toVolume(map), header));
            for (CorrectedMap map : result.contrasts().get(c).statistics()) {
                columns.add(nullColumn(contrast, map.name(), contrasts.size() > 1));
                maxima.add(map.nulls().maxima());
            }
        }
        writeNulls(columns, maxima.toArray(double[][]::new));
    }

    /** The name of a column of {@code nulls.tsv}; of several contrasts it begins with that of its contrast. */
    static String nullColumn(String contrast, String statistic, boolean several) {
        return (several ? contrast + "_" : "") + "max_" + statistic;
    }

    /**
     * Writes {@code nulls.tsv}: a row a shuffle, in order, in full double precision.
     *
     * @param columns the columns' names
     * @param maxima columns x shuffles
     */
    void writeNulls(List<String> columns, double[][] maxima) {
        AtomicFile.write(path.resolve(NULLS), out -> {
            out.write((String.join("\t", columns) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int k = 0; k < maxima[0].length; k++) {
                int shuffle = k;
                String row = IntStream.range(0, maxima.length)
                        .mapToObj(c -> Double.toString(maxima[c][shuffle]))
                        .collect(Collectors.joining("\t", "", "\n"));
                out.write(row.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Writes {@code design.tsv}: a row a subject, its id and the values of the regressors in full double precision. */
    public void writeDesign(DesignMatrix design) {
        StringBuilder text =
                new StringBuilder(row(Stream.concat(Stream.of(Cohort.PARTICIPANT), design.columns().stream())));
        double[][] values = design.values();
        for (int s = 0; s < design.rows(); s++)
            text.append(row(Stream.concat(
                    Stream.of(design.ids().get(s)), DoubleStream.of(values[s]).mapToObj(Double::toString))));
        writeText(DESIGN, text.toString());
    }

    private static String row(Stream<String> cells) {
        return cells.map(ResultFolder::quoted).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String quoted(String cell) {
        return UNSAFE.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Writes {@code run.json}, the record of a permutation test. */
    public void writeRecord(RunRecord record) {
        writeText(RUN, record.toJson());
    }

    /** Writes {@code model.json}, the record of a model without a permutation test. */
    public void writeModelRecord(RunRecord record) {
        writeText(MODEL, record.toJson());
    }

    private void writeText(String name, String text) {
        AtomicFile.write(path.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
