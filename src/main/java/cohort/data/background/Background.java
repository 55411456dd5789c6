package cohort.data.background;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.analysis.GivenMap;
import cohort.analysis.OpenImages;
import cohort.analysis.record.RunRecord;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.AnalysedMaps;
import cohort.data.template.Templates;
import cohort.files.GivenPath;
import cohort.folder.RunFolder;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.GroupMaps;
import cohort.mask.Mask;
import cohort.subjects.Maps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What maps are drawn on.
 *
 * @param mask where the maps have values
 * @param space NIfTI's code of what their coordinates are aligned with, 0 if it is not known
 * @param folder in which they lie, if they are files
 * @param run what was analysed, if the folder has a record
 */
public record Background(Mask mask, int space, Optional<Path> folder, Optional<RunRecord> run) {
    /** What a user may ask for besides an image. */
    public static final String AUTO = "auto", MASK = "mask", MEAN = "mean";

    /** The key of commands and of a run's record. */
    public static final String KEY = "background";

    private static final List<String> ANATOMIES = List.of("anatomy.nii.gz", "anatomy.nii");

    /** The part of the maps' voxels that an image must cover. */
    private static final double COVERED = 0.9;

    /** As many maps as can be read by themselves. */
    private static final int FEWEST = 2;

    /**
     * What slices of a map are drawn on.
     *
     * @param text {@code auto}, {@code mask} or nothing, {@code mean}, or what names an image or the maps whose mean is wanted
     * @return nothing for the voxels themselves
     * @throws InputException if it is none of these, or the maps whose mean is wanted are not known
     */
    public static Optional<Volume> of(OpenImages images, String text, GivenMap map, Progress progress) {
        Optional<Path> folder = map.file().map(file -> file.toAbsolutePath().getParent());
        Optional<RunRecord> run = folder.flatMap(Background::run);
        return remembered(
                text, run, progress, words -> named(images, words, progress).or(() -> new Background(
                                map.maskBeside()
                                        .orElseGet(() -> Mask.of(
                                                map.volume().grid(),
                                                map.volume().voxels())),
                                map.notes().space(),
                                folder,
                                run)
                        .chosen(words, map.name())));
    }

    /** What the slices of a report on a folder of results are drawn on, as for a map. */
    public static Optional<Volume> of(OpenImages images, String text, Path results, Progress progress) {
        Optional<RunRecord> run = run(results);
        return remembered(
                text, run, progress, words -> named(images, words, progress).or(() -> {
                    Path file = results.resolve(RunFolder.MASK);
                    if (!Files.isRegularFile(file)) return ofRegions(results, words); // or the report will say so
                    RunFolder.requireAsWritten(file);
                    Volume mask = Volumes.read(file);
                    return new Background(
                                    Mask.of(mask.grid(), mask.voxels()),
                                    run.map(RunRecord::space).orElse(0),
                                    Optional.of(results),
                                    run)
                            .chosen(words, results.toString());
                }));
    }

    /**
     * Refuses what names nothing.
     *
     * @param text as {@link #of} takes it
     * @throws InputException if it is no word, no open image, no file or folder and no pattern
     */
    public static void require(OpenImages images, String text) {
        if (isWord(text) || text.contains("*") || images.find(text).isPresent()) return;
        if (!Files.exists(GivenPath.of(KEY, text)))
            throw new InputException(KEY + ": " + text
                    + " is neither an open image nor a file or folder, expected one, or auto, mask or mean.");
    }

    private static boolean isWord(String text) {
        return text.isBlank() || List.of(AUTO, MASK, MEAN).contains(text.strip());
    }

    /** What is asked for; for {@code auto} what the run was given. */
    private static Optional<Volume> remembered(
            String text, Optional<RunRecord> run, Progress progress, Function<String, Optional<Volume>> found) {
        return run.filter(record -> text.strip().equals(AUTO))
                .map(record -> given(record, progress, found))
                .orElseGet(() -> found.apply(text));
    }

    /**
     * What a run was given, as long as it is there; otherwise, and this is said, what {@code auto} takes.
     *
     * @param found what a word or a name of a user stands for; throws an {@link InputException} if it cannot be read
     */
    public static <T> T given(RunRecord run, Progress progress, Function<String, T> found) {
        String given = run.parameter(KEY).strip();
        if (List.of("", AUTO).contains(given)) return found.apply(AUTO);
        try {
            return found.apply(given);
        } catch (InputException gone) {
            progress.say("The background of the run, " + given + ", can no longer be read; auto uses another one.");
            return found.apply(AUTO);
        }
    }

    /** Under regions, as far as an atlas tells where they are. */
    private static Optional<Volume> ofRegions(Path results, String text) {
        if (!RegionRun.isAlone(results)) return Optional.empty();
        RegionRun regions = RegionRun.read(results);
        return regions.statistic(0).flatMap(map -> new Background(
                        Mask.of(map.grid(), map.voxels()),
                        regions.test().run().space(),
                        Optional.of(results),
                        Optional.of(regions.test().run()))
                .chosen(text, results.toString()));
    }

    /**
     * The image, or the mean of the maps, that a user names.
     *
     * @return nothing if it is none but a word, such as {@code auto}
     * @throws InputException if they are not there
     */
    public static Optional<Volume> named(OpenImages images, String text, Progress progress) {
        if (isWord(text)) return Optional.empty();
        return Optional.of(GivenCohort.mean(images, KEY, text, progress)
                .orElseGet(() -> GivenMap.find(images, KEY, text).volume()));
    }

    private static Optional<RunRecord> run(Path folder) {
        return Stream.of(RunFolder.RUN, RunFolder.MODEL)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(RunRecord::read);
    }

    /**
     * The anatomy that is at hand for the maps of a run: the image beside them, or else a template that was fetched.
     *
     * @param mask where the maps have values
     */
    public static Optional<Volume> anatomy(Mask mask, RunRecord run) {
        return new Background(mask, run.space(), Optional.empty(), Optional.of(run)).known();
    }

    private Optional<Volume> known() {
        return anatomy().or(() -> Templates.under(mask, space));
    }

    private Optional<Volume> chosen(String text, String maps) {
        return switch (text.strip()) {
            case AUTO -> known().or(this::tissue);
            case MEAN ->
                Optional.of(mean().orElseThrow(() -> new InputException("background: found mean, but the maps"
                        + " behind " + maps + " are not known or have changed, expected a folder of results beside its"
                        + " maps; give a table or a folder of maps.")));
            default -> Optional.empty();
        };
    }

    /** The image beside the subjects' maps or beside what is drawn. */
    private Optional<Volume> anatomy() {
        return Stream.concat(run.flatMap(AnalysedMaps::folder).stream(), folder.stream())
                .flatMap(place -> ANATOMIES.stream().map(place::resolve))
                .filter(Files::isRegularFile)
                .map(Volumes::read)
                .filter(image -> covers(image.grid()))
                .findFirst();
    }

    private boolean covers(Grid grid) {
        int within = 0;
        for (int v = 0; v < mask.size(); v++) {
            double[] mm = mask.grid().toMm(mask.gridIndex(v)), at = grid.toVoxel(mm[0], mm[1], mm[2]);
            boolean in = true;
            for (int axis = 0; axis < 3; axis++) in &= at[axis] >= -0.5 && at[axis] <= grid.size(axis) - 0.5;
            if (in) within++;
        }
        return mask.size() > 0 && within >= COVERED * mask.size();
    }

    /** The mean of maps that are nowhere negative, as of tissue, and so show anatomy; the first ones tell. */
    private Optional<Volume> tissue() {
        return run.filter(AnalysedMaps::areThere)
                .filter(record ->
                        Arrays.stream(mask.values(mean(record, FEWEST))).noneMatch(value -> value < 0))
                .map(record -> mean(record, Integer.MAX_VALUE));
    }

    private Optional<Volume> mean() {
        return run.filter(AnalysedMaps::areThere).map(record -> mean(record, Integer.MAX_VALUE));
    }

    private Volume mean(RunRecord record, int most) {
        try (Maps read = AnalysedMaps.read(record, mask.grid(), most)) {
            return GroupMaps.mean(read);
        }
    }
}
