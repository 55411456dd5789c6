package cohort.analysis.results;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.mask.GroupMaps;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import cohort.subjects.Subject;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The maps that a run analysed, as long as they lie where they were and have not changed. */
public final class AnalysedMaps {
    private AnalysedMaps() {}

    /** Whether all of them are there, byte by byte as the run read them. */
    public static boolean areThere(RunRecord run) {
        Map<String, String> digests = new HashMap<>();
        run.inputs().forEach(input -> digests.put(input.file(), input.sha256()));
        List<Path> files = run.subjects().stream()
                .map(subject -> Path.of(subject.map()))
                .distinct()
                .toList();
        return files.stream().allMatch(Files::isRegularFile)
                && InputFile.of(files).stream().allMatch(file -> file.sha256().equals(digests.get(file.file())));
    }

    /**
     * Reads them on the grid of the results, before smoothing.
     *
     * @throws InputException if they cannot be read
     */
    public static Maps read(GroupResults results) {
        return read(
                results.run(), results.mask().grid(), results.run().subjects().size());
    }

    /**
     * Reads the first of them, before smoothing.
     *
     * @param grid of the results
     * @param most how many at most, 2 or more
     * @throws InputException if they cannot be read
     */
    public static Maps read(RunRecord run, Grid grid, int most) {
        String resample = run.parameter("resample").replaceFirst(":.*", "");
        CommonGrid common = new CommonGrid(
                Optional.of(grid),
                Optional.of(Interpolation.named(resample.isEmpty() || resample.equals("no") ? "linear" : resample)),
                run.parameter("missing").equals(MissingPolicy.ZERO.toString()) ? 0 : Double.NaN);
        return GroupMaps.read(cohort(run, most), common, Progress.NONE);
    }

    /** The folder of the first map, if that is a file that still exists. */
    public static Optional<Path> folder(RunRecord run) {
        return run.subjects().stream()
                .findFirst()
                .map(subject -> Path.of(subject.map()))
                .filter(Files::isRegularFile)
                .map(file -> file.toAbsolutePath().getParent());
    }

    private static Cohort cohort(RunRecord run, int most) {
        MapSource.Part part = run.isOfSlices() ? MapSource.Part.SLICE : MapSource.Part.VOLUME;
        List<Subject> subjects = run.subjects().stream()
                .limit(most)
                .map(subject -> new Subject(
                        subject.id(),
                        new MapSource.Stored(Path.of(subject.map()), part, subject.volume(), run.reading())))
                .toList();
        List<List<String>> ids =
                subjects.stream().map(subject -> List.of(subject.id())).toList();
        return new Cohort("the record", subjects, Table.of("the record", List.of(Cohort.PARTICIPANT), ids));
    }

    /**
     * The values of the maps, as they were analysed, in clusters.
     *
     * @param clusters as {@link SubjectValues#of} takes them
     * @param labels of the same clusters
     * @return as {@link SubjectValues#of} has them
     * @throws InputException if the labels are on a different grid from the results, or the maps are no longer there
     */
    public static Table values(GroupResults results, Table clusters, Volume labels) {
        if (!labels.grid().sameSpace(results.mask().grid()))
            throw new InputException("subject_values: the clusters are on a different grid from the maps of the"
                    + " run, found "
                    + labels.grid() + ", expected " + results.mask().grid() + "; give a map of that run.");
        if (!areThere(results.run()))
            throw new InputException(
                    "subject_values: the maps that the run analysed were moved or changed since, expected the"
                            + " same files; put them back, or run the analysis again.");
        double fwhm = Double.parseDouble(results.run().parameter("fwhm"));
        MissingPolicy missing = MissingPolicy.of(results.run().parameter("missing"));
        Storage storage = Storage.automatic();
        try (Maps maps = read(results);
                FilledMatrix data =
                        SubjectMatrix.extract(maps, results.mask(), fwhm, missing, storage, Progress.NONE)) {
            return SubjectValues.of(data, results.mask(), maps.ids(), clusters, labels);
        }
    }
}
