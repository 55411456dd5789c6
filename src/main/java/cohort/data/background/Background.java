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
        return named(images, text, progress).or(() -> new Background(
                        map.maskBeside()
                                .orElseGet(() -> Mask.of(
                                        map.volume().grid(), map.volume().voxels())),
                        map.notes().space(),
                        folder,
                        folder.flatMap(Background::run))
                .chosen(text, map.name()));
    }

    /** What the slices of a report on a folder of results are drawn on, as for a map. */
    public static Optional<Volume> of(OpenImages images, String text, Path results, Progress progress) {
        return named(images, text, progress).or(() -> {
            Path file = results.resolve(RunFolder.MASK);
            if (!Files.isRegularFile(file)) return ofRegions(results, text); // or the report will say so
            RunFolder.requireAsWritten(file);
            Volume mask = Volumes.read(file);
            return new Background(Mask.of(mask.grid(), mask.voxels()), 0, Optional.of(results), run(results))
                    .chosen(text, results.toString());
        });
    }

    /** Under regions, as far as an atlas tells where they are. */
    private static Optional<Volume> ofRegions(Path results, String text) {
        if (!RegionRun.isAlone(results)) return Optional.empty();
        RegionRun regions = RegionRun.read(results);
        return regions.statistic(0).flatMap(map -> new Background(
                        Mask.of(map.grid(), map.voxels()),
                        0,
                        Optional.of(results),
                        Optional.of(regions.test().run()))
                .chosen(text, results.toString()));
    }

    /** The image, or the mean of the maps, that a user names. */
    private static Optional<Volume> named(OpenImages images, String text, Progress progress) {
        if (text.isBlank() || List.of(AUTO, MASK, MEAN).contains(text.strip())) return Optional.empty();
        return Optional.of(GivenCohort.mean(images, "background", text, progress)
                .orElseGet(() -> GivenMap.find(images, "background", text).volume()));
    }

    private static Optional<RunRecord> run(Path folder) {
        return Stream.of(RunFolder.RUN, RunFolder.MODEL)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(RunRecord::read);
    }

    private Optional<Volume> chosen(String text, String maps) {
        return switch (text.strip()) {
            case AUTO -> anatomy().or(() -> Templates.under(mask, space)).or(this::tissue);
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
