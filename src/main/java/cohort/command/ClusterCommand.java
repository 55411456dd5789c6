package cohort.command;

import cohort.analysis.GivenMap;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.command.input.FormerKeys;
import cohort.command.input.MapReading;
import cohort.command.viewer.Viewer;
import cohort.files.AtomicFile;
import cohort.files.GivenPath;
import cohort.mask.Mask;
import cohort.threshold.rule.ClusterExtent;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** What commands that look at the clusters of a map share. */
abstract class ClusterCommand extends CohortCommand {

    @Parameter(
            label = "Image",
            style = "open",
            description = "Title of an open image, or a file: a map of z, t, F, p or another statistic.",
            persist = false)
    private String image = "";

    @Parameter(
            label = "Mask",
            style = "open",
            description = "The voxels to include; auto for mask.nii.gz beside a map to threshold, all for a table.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Extent",
            description = "Minimum size of a cluster: a number of voxels such as 20, or a volume such as 300mm3.",
            required = false,
            persist = false)
    private String extent = "0";

    @Parameter(
            label = "Tail",
            description = "positive, negative or both; auto takes the sides that the map's run tested, otherwise both.",
            attrs = @Attr(name = Choices.OF, value = "SIDES"),
            required = false,
            persist = false)
    private String tail = "auto";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "tail"),
            required = false,
            persist = false)
    private String sides = "";

    @Parameter(
            label = "Statistic",
            description =
                    "What the values are: z, t(15), F(2,15), p or logp; auto goes by the header, the name or the record of the run.",
            required = false,
            persist = false)
    private String statistic = "auto";

    @Parameter(label = "Connectivity", description = Described.CONNECTIVITY, required = false, persist = false)
    private int connectivity = 6;

    @Parameter(
            label = "Output file",
            style = "save",
            description = ".nii.gz or .nii for a map, .tsv for a table; empty to only show the result.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter
    private Viewer viewer;

    final Viewer viewer() {
        return viewer;
    }

    /** Whether what is found is seen, too. */
    final boolean isShown() {
        return show;
    }

    final GivenMap image() {
        return GivenMap.find(viewer, "image", image);
    }

    /** The voxels that take part, if the user names them. */
    final Optional<Mask> mask(GivenMap map) {
        return map.mask(viewer, mask);
    }

    /**
     * What the map's values are and which sides count.
     *
     * @throws InputException if a text names no statistic or no side
     */
    final MapReading reading() {
        return MapReading.of(statistic, tail);
    }

    final ClusterExtent leastExtent() {
        return ClusterExtent.parse(extent);
    }

    final int connectivity() {
        return connectivity;
    }

    /** Where to write, if anywhere; a place where a file can be made. */
    final Optional<Path> file() {
        Optional<Path> file = GivenPath.find("output", output);
        file.ifPresent(AtomicFile::requirePlace);
        return file;
    }
}
