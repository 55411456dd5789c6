package cohort.report.section;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.report.html.Node;
import cohort.report.part.NullPart;
import cohort.report.part.PeakPart;
import cohort.report.words.ClusterListing;
import cohort.report.words.Thresholding;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found for one contrast.
 *
 * @param tested the contrast
 * @param listing its clusters
 * @param number among the contrasts, from 1
 * @param alone whether there is no other
 * @param background what slices are shown on; nothing for the voxels analysed
 */
public record ResultSection(
        ContrastResults tested, ClusterListing listing, int number, boolean alone, Optional<Volume> background)
        implements Section {

    @Override
    public String id() {
        return alone ? "results" : "results-" + number;
    }

    @Override
    public String title() {
        return alone ? "Results" : "Results: " + tested.contrast().text();
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        return Stream.of(
                        new MapPictures(results, tested, listing, number - 1).nodes(background),
                        PeakPart.of(results, tested, listing),
                        Thresholding.of(results, tested),
                        new ClusterPart(results, tested, listing, number - 1).rest(),
                        NullPart.of(tested, results.run().shuffled()))
                .flatMap(part -> part);
    }
}
