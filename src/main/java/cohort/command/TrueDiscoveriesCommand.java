package cohort.command;

import cohort.InputException;
import cohort.analysis.GivenMap;
import cohort.analysis.results.PermutationTests;
import cohort.command.input.Described;
import cohort.command.viewer.ResultTable;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.files.AtomicFile;
import cohort.files.GivenPath;
import cohort.table.Table;
import cohort.threshold.discovery.TrueDiscoveries;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Bounds the number of true discoveries in the regions of a label map. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "True Discoveries...", weight = 71)},
        headless = true,
        description = "Lists lower bounds on the number of true discoveries in each region.")
public final class TrueDiscoveriesCommand extends CohortCommand {

    @Parameter(
            label = "Results",
            style = "directory",
            description = "The output folder of Permutation Inference with true_discoveries=true.",
            persist = false)
    private String results = "";

    @Parameter(
            label = "Contrast",
            description = "The contrast, if the folder holds several.",
            required = false,
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Regions",
            style = "open",
            description = "A label map or a mask on the grid of the results: whole numbers, one for each region.",
            persist = false)
    private String regions = "";

    @Parameter(
            label = "Alpha",
            description = "The error rate of all bounds together.",
            required = false,
            persist = false)
    private double alpha = 0.05;

    @Parameter(
            label = "Output file",
            style = "save",
            description = "A .tsv file; empty to only show the table.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Regions")
    private Table table;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        Optional<Path> file = GivenPath.find("output", output).map(TrueDiscoveriesCommand::tsv);
        file.ifPresent(AtomicFile::requirePlace);
        try (RunningTask task = viewer.progress("True Discoveries", show)) {
            GivenMap labels = GivenMap.find(viewer, "regions", regions);
            TrueDiscoveries bounds = PermutationTests.discoveries(
                    GivenPath.of("results", results),
                    Optional.of(contrast.strip()).filter(name -> !name.isEmpty()),
                    alpha);
            table = bounds.toTable(labels.volume());
            task.say(bounds.summary());
            file.ifPresent(table::write);
            if (show) viewer.show(new ResultTable(labels.title() + " true discoveries", table, labels.title()));
        }
    }

    private static Path tsv(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv"))
            throw new InputException("output: found " + file + ", expected the name of a .tsv file.");
        return file;
    }
}
