package cohort.report.section;

import cohort.Progress;
import cohort.analysis.results.AnalysedMaps;
import cohort.analysis.results.GroupResults;
import cohort.figure.Figures;
import cohort.image.Volume;
import cohort.mask.SubjectMatrix;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.subjects.Maps;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * The subjects' own maps, as long as these lie where they were when they were analysed.
 *
 * @param content the carpet, or why there is none
 * @param mean their mean in each voxel, if they could be read
 */
public record SubjectMaps(List<Node> content, Optional<Volume> mean) {
    private static final int LEAST = 3;

    /** Looks at the maps that a run analysed, if they are the same. */
    public static SubjectMaps read(GroupResults results) {
        if (results.maps() < LEAST) return new SubjectMaps(List.of(), Optional.empty());
        if (!results.run().parameter("map_columns").isBlank())
            return new SubjectMaps(
                    List.of(Element.of(
                            "p", "The maps are of several kinds and are not compared with each other here.")),
                    Optional.empty());
        if (!AnalysedMaps.areThere(results.run()))
            return new SubjectMaps(
                    List.of(Element.of(
                            "p", "The maps themselves are not shown: they were moved or changed after the run.")),
                    Optional.empty());
        Storage storage = Storage.automatic();
        try (Maps maps = AnalysedMaps.read(results);
                FilledMatrix data = SubjectMatrix.extract(maps, results.mask(), 0.0, storage, Progress.NONE)) {
            return new SubjectMaps(
                    List.of(carpet(maps.ids(), data.image())),
                    Optional.of(SubjectMatrix.mean(data.image(), results.mask())));
        }
    }

    private static Element carpet(List<String> ids, Img<DoubleType> data) {
        List<SubjectDistance> distances = SubjectDistances.of(data);
        return Picture.large(
                Picture.bitmap(
                        Figures.carpet(ids, data, distances),
                        "Carpet of the maps, with their distances from the others"),
                new Text(
                        "The maps before smoothing: one row per map, one column per voxel, coloured by the difference from the median"
                                + " over maps. On the right, the distance of each map from the mean of the others (1 on average if all"
                                + " are alike), and the limits for outliers (dashed red). "
                                + sampled(ids.size())
                                + SubjectDistances.rule(ids, distances)));
    }

    private static String sampled(int maps) {
        String sentence = Figures.carpetRows(maps);
        return sentence.isEmpty() ? "" : sentence + " ";
    }
}
