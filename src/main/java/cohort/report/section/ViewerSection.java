package cohort.report.section;

import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.viewer.ViewerPanel;
import cohort.report.words.ClusterListing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The maps, to be looked through plane by plane. It is hidden until its script runs.
 *
 * @param listings the clusters of each contrast
 * @param background what slices are shown on
 * @param maps the subjects' maps
 */
public record ViewerSection(List<ClusterListing> listings, Optional<Volume> background, SubjectMaps maps)
        implements Section {

    @Override
    public String id() {
        return "viewer";
    }

    @Override
    public String title() {
        return "Explore";
    }

    @Override
    public boolean needsScript() {
        return true;
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        return Stream.concat(
                Stream.of(Element.of(
                                "p",
                                "Click or drag in a plane, or use its slider. Once a plane is clicked, the wheel and Page Up and"
                                        + " Page Down move through it and the arrow keys move the crosshair. A click on a"
                                        + " row of a table of clusters, or on a glass brain, goes to the peak.")
                        .styled("note")),
                ViewerPanel.of(results, listings, background, maps.mean()));
    }
}
