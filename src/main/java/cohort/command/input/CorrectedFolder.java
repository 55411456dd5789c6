package cohort.command.input;

import cohort.InputException;
import cohort.analysis.GivenMap;
import cohort.analysis.OpenImages;
import cohort.analysis.record.MapOrigin;
import cohort.analysis.results.AnalysedMaps;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.PermutationTests;
import cohort.files.GivenPath;
import cohort.image.Volume;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.CorrectedMapFiles;
import cohort.threshold.CorrectedP;
import cohort.threshold.statistic.TestedBy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the corrected p of a table of clusters are looked for. */
public final class CorrectedFolder {
    private static final String SIZE = "Cluster Size (voxels)", CORRECTED = "logpMax";
    private static final double ALPHA = 0.05;

    private CorrectedFolder() {}

    /**
     * The corrected p of a map's contrast.
     *
     * @param corrected a folder with results of a permutation test; {@code auto} for that of the map, or for the images of corrected
     *     p that are open beside a map that is only open; {@code none} for none
     * @throws InputException if the folder that is named holds none, or a file in it is not as the test left it
     */
    public static List<CorrectedP> read(String corrected, GivenMap map, OpenImages images) {
        Optional<String> contrast = map.file().flatMap(CorrectedMapFiles::contrast);
        return switch (corrected) {
            case "none" -> List.of();
            case "auto" ->
                contrast.map(name ->
                                read(map.file().orElseThrow().toAbsolutePath().getParent(), contrast, map))
                        .orElseGet(() -> map.file().isPresent() ? List.of() : open(map, images));
            default -> {
                List<CorrectedP> read = read(GivenPath.of("corrected", corrected), contrast, map);
                if (read.isEmpty())
                    throw new InputException("corrected: " + corrected + " holds no map of corrected p"
                            + contrast.map(name -> " of the contrast " + name).orElse("")
                            + ", expected contrast-NAME_stat-logpMaxT_statmap.nii.gz; give another folder.");
                yield read;
            }
        };
    }

    /** The images of the map's contrast as a run that was not written shows them, such as {@code age logpMaxT} beside {@code age t}. */
    private static List<CorrectedP> open(GivenMap map, OpenImages images) {
        int end = map.title().lastIndexOf(' ');
        if (end < 0) return List.of();
        String before = map.title().substring(0, end + 1);
        return images.titles().stream()
                .distinct()
                .filter(title -> title.startsWith(before + CORRECTED) && title.indexOf(' ', end + 1) < 0)
                .flatMap(title -> images
                        .find(title)
                        .filter(logP -> logP.grid().sameSpace(map.volume().grid()))
                        .map(logP -> new CorrectedP(
                                CorrectedMapFiles.column(title.substring(end + 1)),
                                logP,
                                TestedBy.parse(images.notes(title).description())
                                        .map(TestedBy::tail)
                                        .orElse(Tail.BOTH)))
                        .stream())
                .toList();
    }

    /**
     * A table of clusters with columns of the least share of true discoveries in each, if the test of the map's contrast was asked
     * for such bounds.
     *
     * @param corrected as {@link #read} takes it
     * @param labels the clusters by their numbers
     * @throws InputException if a file of that test is not as it was left
     */
    public static Table withDiscoveries(Table clusters, String corrected, GivenMap map, Supplier<Volume> labels) {
        return folder(corrected, map)
                .flatMap(folder -> PermutationTests.findDiscoveries(
                        folder, map.file().flatMap(CorrectedMapFiles::contrast), ALPHA))
                .map(bounds -> bounds.beside(clusters, SIZE, labels.get()))
                .orElse(clusters);
    }

    /**
     * The values of the subjects' maps in clusters.
     *
     * @param clusters of the map
     * @param corrected as {@link #read} takes it: its folder is that of the run whose maps are meant
     * @param labels the clusters by their numbers
     * @return as {@link AnalysedMaps#values} gives them
     * @throws InputException if there is no such folder, or the maps are no longer there
     */
    public static Table values(Table clusters, String corrected, GivenMap map, Supplier<Volume> labels) {
        Path folder = folder(corrected, map)
                .orElseThrow(() -> new InputException("subject_values: " + map.name()
                        + " is not a map in a folder of results, expected one such as"
                        + " contrast-age_stat-t_statmap.nii.gz;"
                        + " give its file, or the folder with corrected=."));
        return AnalysedMaps.values(GroupResults.read(folder), clusters, labels.get());
    }

    private static Optional<Path> folder(String corrected, GivenMap map) {
        return switch (corrected) {
            case "none" -> Optional.empty();
            case "auto" ->
                map.file()
                        .filter(file -> CorrectedMapFiles.contrast(file).isPresent())
                        .map(file -> file.toAbsolutePath().getParent());
            default -> GivenPath.find("corrected", corrected);
        };
    }

    private static List<CorrectedP> read(Path folder, Optional<String> contrast, GivenMap map) {
        return CorrectedMapFiles.read(folder, contrast, map.volume().grid(), MapOrigin.tail(folder, contrast));
    }
}
