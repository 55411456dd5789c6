package cohort.analysis.results;

import cohort.InputException;
import cohort.analysis.record.MapHeaders;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.StepTimes;
import cohort.design.matrix.DesignMatrix;
import cohort.files.ClusterFiles;
import cohort.files.IOConsumer;
import cohort.files.MapName;
import cohort.folder.Disk;
import cohort.folder.RunFolder;
import cohort.folder.RunWriter;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.NullDistribution;
import cohort.subjects.Cohort;
import cohort.table.TableWriter;
import cohort.threshold.ClusterTables;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder that takes the results of a run. They appear in it all at once, when the record is written, in the place of those
 * of an earlier run of the kind.
 */
public final class ResultFolder implements AutoCloseable {
    /** The maxima of each permutation. */
    public static final String NULLS = "nulls.tsv";

    /** What the levels of Simes' thresholds are called among the maxima. */
    static final String SIMES = "simes";

    /** No file system that people use takes longer names. */
    private static final int LONGEST = 255;

    private final RunWriter files;

    private ResultFolder(RunWriter files) {
        this.files = files;
    }

    /**
     * Creates the folder if needed, and makes sure that files can be written there before any long computation begins.
     *
     * @param option the option that names it, for the message
     * @param path the folder
     * @throws InputException if it cannot be made or written, or another run is writing into it
     */
    public static ResultFolder open(String option, Path path) {
        return open(option, path, Disk.SYSTEM);
    }

    public static ResultFolder open(String option, Path path, Disk disk) {
        return new ResultFolder(RunWriter.open(option, path, disk));
    }

    /**
     * Refuses names that files cannot have, before any long computation begins.
     *
     * @param contrasts the names of the contrasts
     * @param statistics the names of the maps of each
     * @throws InputException if the name of a file is too long, or a folder has it
     */
    public void requireNames(List<String> contrasts, List<String> statistics) {
        List<String> names =
                new ArrayList<>(List.of(RunFolder.MASK, RunFolder.DESIGN, NULLS, RunFolder.RUN, RunFolder.MODEL));
        for (ModelSeries series : ModelSeries.values()) names.add(series.file());
        for (String contrast : contrasts)
            Stream.concat(
                            statistics.stream().map(statistic -> new MapName(contrast, statistic).file()),
                            new ClusterFiles(contrast).names().stream())
                    .forEach(name -> {
                        requireLength(contrast, name);
                        names.add(name);
                    });
        files.requireFree(names);
    }

    /** @throws InputException if the name of a contrast's file is too long */
    static void requireLength(String contrast, String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST)
            throw new InputException("contrast: found " + contrast + ", whose file " + name + " has a name of " + bytes
                    + " bytes, expected at most " + LONGEST
                    + "; shorten the regressors' names, or split the contrast.");
    }

    /** The folder. */
    public Path path() {
        return files.folder();
    }

    /** Ends the run. Files without a record are removed, and so are the folders that were made for them, if they are empty. */
    @Override
    public void close() {
        files.close();
    }

    /**
     * Writes the mask, the maps and clusters of each contrast, the null distributions of a permutation test, the design and, at
     * the end,
     * the record, which makes the files the folder's. If a permutation test of the same data is there, the maps that a model
     * makes, too, stay the test's: its p-values belong to them.
     *
     * @throws InputException if a file cannot be written; then the folder is as it was
     */
    public void write(GroupResults results) {
        StepTimes times = new StepTimes(results.run().seconds());
        times.time("write", () -> {
            int space = results.run().space();
            writeMaps(results, space);
            results.contrasts().forEach(tested -> writeClusters(results, tested));
            for (ModelSeries series : ModelSeries.values())
                results.values().of(series).ifPresent(volumes -> writeSeries(series, volumes, space));
            if (results.run().isPermutation()) writeNulls(results.contrasts());
            writeDesign(results.design());
            return this;
        });
        RunRecord record = results.run().taking(times.seconds());
        if (record.isPermutation()) commit(RunFolder.RUN, record, Set.of());
        else commit(RunFolder.MODEL, record, keptBeside(record));
    }

    private void writeMaps(GroupResults results, int space) {
        Map<String, IOConsumer<OutputStream>> contents = new LinkedHashMap<>();
        contents.put(RunFolder.MASK, content(RunFolder.MASK, results.mask().toVolume(), HeaderNotes.of("mask"), space));
        for (ContrastResults tested : results.contrasts()) {
            String contrast = tested.contrast().name();
            MapHeaders headers = tested.headers();
            tested.maps().forEach((statistic, map) -> {
                String name = new MapName(contrast, statistic).file();
                contents.put(name, content(name, map, headers.of(contrast, statistic), space));
            });
        }
        files.write(contents);
    }

    /** Writes the clusters of a contrast as a table and as a map of their numbers, and the maps' values in them. */
    private void writeClusters(GroupResults results, ContrastResults tested) {
        ListedClusters listed = ListedClusters.of(results, tested);
        ClusterFiles names = new ClusterFiles(tested.contrast().name());
        files.write(names.table(), listed.table()::write);
        HeaderNotes notes =
                ClusterTables.labelNotes(new MapName(tested.contrast().name(), listed.statistic()).words());
        files.write(
                names.labels(),
                content(names.labels(), listed.labels(), notes, results.run().space()));
        results.values().of(tested, listed).ifPresent(values -> files.write(names.values(), values::write));
    }

    private void writeSeries(ModelSeries series, List<Volume> volumes, int space) {
        HeaderNotes notes = HeaderNotes.of(series.toString()).withSpace(space);
        files.write(series.file(), Volumes.seriesContent(volumes, path().resolve(series.file()), notes));
    }

    private IOConsumer<OutputStream> content(String name, Volume map, HeaderNotes notes, int space) {
        return Volumes.content(map, path().resolve(name), notes.withSpace(space));
    }

    /** Writes {@code nulls.tsv}: one row per permutation, in order, in full double precision. */
    private void writeNulls(List<ContrastResults> contrasts) {
        List<String> columns = new ArrayList<>();
        List<NullDistribution> nulls = new ArrayList<>();
        for (ContrastResults tested : contrasts)
            for (CorrectedMap map : tested.tests()) {
                columns.add(nullColumn(tested.contrast().name(), map.name(), contrasts.size() > 1));
                nulls.add(map.nulls());
            }
        for (ContrastResults tested : contrasts)
            tested.calibration().ifPresent(calibration -> {
                columns.add(nullColumn(tested.contrast().name(), SIMES, contrasts.size() > 1));
                nulls.add(calibration.nulls());
            });
        files.write(
                NULLS,
                out -> TableWriter.write(
                        columns,
                        IntStream.range(0, nulls.get(0).size()).mapToObj(k -> nulls.stream()
                                .map(column -> Double.toString(column.maximum(k)))
                                .toList()),
                        out));
    }

    /** The name of a column of {@code nulls.tsv}; of several contrasts it begins with that of its contrast. */
    static String nullColumn(String contrast, String statistic, boolean several) {
        return (several ? contrast + "_" : "") + "max_" + statistic;
    }

    /** Writes {@code design.tsv}: one row per subject, its id and the values of the regressors in full double precision. */
    private void writeDesign(DesignMatrix design) {
        List<String> columns = Stream.concat(Stream.of(Cohort.PARTICIPANT), design.columns().stream())
                .toList();
        double[][] values = design.values();
        files.write(
                RunFolder.DESIGN,
                out -> TableWriter.write(
                        columns,
                        IntStream.range(0, design.rows()).mapToObj(s -> Stream.concat(
                                        Stream.of(design.ids().get(s)),
                                        DoubleStream.of(values[s]).mapToObj(Double::toString))
                                .toList()),
                        out));
    }

    private Set<String> keptBeside(RunRecord model) {
        return testBeside()
                .filter(test -> test.isOfSameData(model))
                .map(test -> Set.copyOf(test.mapFiles()))
                .orElse(Set.of());
    }

    private Optional<RunRecord> testBeside() {
        Path file = path().resolve(RunFolder.RUN);
        try {
            return Files.isRegularFile(file) ? Optional.of(RunRecord.read(file)) : Optional.empty();
        } catch (InputException e) { // damaged: nothing of it is worth keeping
            return Optional.empty();
        }
    }

    private void commit(String name, RunRecord record, Set<String> kept) {
        files.commit(name, manifest -> record.toJson(manifest).getBytes(StandardCharsets.UTF_8), kept);
    }
}
