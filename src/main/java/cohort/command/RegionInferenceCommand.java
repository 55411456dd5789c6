package cohort.command;

import cohort.analysis.region.RegionAnalysis;
import cohort.analysis.region.RegionFolder;
import cohort.analysis.region.RegionResults;
import cohort.analysis.region.RegionSettings;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.command.input.Inputs;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.ResultTable;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.figure.Figures;
import cohort.figure.RegionDots;
import cohort.figure.paper.Figure;
import cohort.files.GivenPath;
import cohort.table.Table;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests one number per region and subject, with family-wise error control over the regions. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Region Inference...", weight = 44)},
        headless = true,
        description =
                "Tests one number per region and subject, of maps and an atlas or of a table, by permutations or sign flips, with family-wise error control over the regions.")
public final class RegionInferenceCommand extends ModelCommand {

    /** Pixels per point on a screen. */
    private static final double SCREEN = 2;

    @Parameter(
            label = "Region values",
            style = "open",
            description = "Instead of maps: a table of region values, or a folder or pattern of one table per"
                    + " subject, such as those of brainreg, cellfinder, QuPath, ABBA or FreeSurfer.",
            required = false,
            persist = false)
    private String region_values = "";

    @Parameter(
            label = "Measure",
            description =
                    "The column of the values if the tables of region values have several, such as total_volume_mm3; several columns separated by ;.",
            required = false,
            persist = false)
    private String measure = "";

    @Parameter(
            label = "Only",
            description =
                    "Which regions of the tables to test: names or patterns such as *_volume, separated by semicolons; empty for all.",
            required = false,
            persist = false)
    private String only = "";

    @Parameter(
            label = "Value of a region",
            description =
                    "How a region is summarised: the mean, median or sum of its voxels, volume (the sum times the volume of a voxel), or share (of its voxels above the level); mean, median or sum of several rows of a table.",
            attrs = @Attr(name = Choices.OF, value = "REGION_VALUES"),
            required = false,
            persist = false)
    private String value = "mean";

    @Parameter(
            label = "Level of the share",
            description = "With value=share: voxels above this level count.",
            required = false,
            persist = false)
    private double level;

    @Parameter(label = "Permutations", description = Described.PERMUTATIONS, required = false, persist = false)
    private int permutations = 10000;

    @Parameter(label = "Seed", description = Described.SEED, required = false, persist = false)
    private int seed;

    @Parameter(
            label = "Tail",
            description = Described.TAIL,
            attrs = @Attr(name = Choices.OF, value = "TAILS"),
            required = false,
            persist = false)
    private String tail = "both";

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Folder for the results; empty to only show them.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Regions")
    private Table regions;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        RegionSettings settings = RegionSettings.of(Inputs.settings(this));
        requireBackground(viewer);
        String line = Inputs.commandLine(this);
        Optional<RegionFolder> folder = GivenPath.find("output", output).map(path -> RegionFolder.open("output", path));
        try (RunningTask task = viewer.progress("Region Inference", show)) {
            RegionResults results = RegionAnalysis.test(settings, viewer, task);
            regions = results.table();
            Figure dots = RegionDots.of(results);
            folder.ifPresent(place -> {
                place.write(results, Figures.toSvg(dots));
                task.say("The results are in " + GivenPath.of("output", output) + ".");
            });
            if (show) {
                show(results, line);
                viewer.show("Values of regions", dots.toImage(SCREEN), line);
            }
        } finally {
            folder.ifPresent(RegionFolder::close);
        }
    }

    private void show(RegionResults results, String line) {
        IntStream.range(0, results.test().contrasts().size())
                .forEach(c -> results.shown(c).forEach(statistic -> show(results, c, statistic, line)));
        viewer.show(new ResultTable("Regions", regions, ""));
    }

    private void show(RegionResults results, int contrast, String statistic, String line) {
        var tested = results.test().contrasts().get(contrast);
        String name = tested.contrast().name();
        results.map(contrast, statistic)
                .ifPresent(map -> viewer.show(ResultImage.of(
                        name + " regions " + statistic,
                        map,
                        tested.headers().of(name, statistic),
                        line,
                        Optional.of(Backdrop.mask(() -> results.mask().orElseThrow())))));
    }
}
