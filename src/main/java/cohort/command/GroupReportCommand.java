package cohort.command;

import cohort.InputException;
import cohort.command.input.Described;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.data.background.Background;
import cohort.files.GivenPath;
import cohort.image.Volume;
import cohort.report.ComparisonReport;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a page on the results of a group analysis, or one that compares two. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Group Report...", weight = 81)},
        headless = true,
        description = "Writes an HTML page on the results of a group analysis, or compares two analyses.")
public final class GroupReportCommand extends CohortCommand {

    @Parameter(
            label = "Results folder",
            style = "directory",
            description = "The output folder of Permutation Inference, Second-Level Model or Region Inference.",
            persist = false)
    private String results = "";

    @Parameter(
            label = "Title",
            description = "The heading; empty for the question that was asked.",
            required = false,
            persist = false)
    private String title = "";

    @Parameter(
            label = "Background",
            style = "open",
            description = Described.BACKGROUND,
            required = false,
            persist = false)
    private String background = Background.AUTO;

    @Parameter(
            label = "Compare with",
            style = "directory",
            description =
                    "Another results folder on the same grid: the page then compares the two; empty for a report on one.",
            required = false,
            persist = false)
    private String compare = "";

    @Parameter(
            label = "Output file",
            style = "save",
            description = "An .html file; empty for report.html (comparison.html with compare) in the results folder.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Report")
    private File file;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        if (results.isBlank())
            throw new InputException(
                    "results: found nothing, expected the output folder of Permutation Inference or Second-Level Model.");
        Path folder = GivenPath.of("results", results);
        Optional<Path> other = GivenPath.find("compare", compare);
        String name = other.isPresent() ? "comparison.html" : "report.html";
        Path page = output.isBlank() ? folder.resolve(name) : html();
        try (RunningTask task = viewer.progress("Group Report", show)) {
            Optional<Volume> image = Background.of(viewer, background, folder, task);
            ReportOptions options = new ReportOptions(title, image);
            other.ifPresentOrElse(
                    second -> ComparisonReport.write(folder, second, options, page),
                    () -> GroupReport.write(folder, options, page));
            file = page.toFile();
            task.say((other.isPresent() ? "The comparison is in " : "The report is in ") + page + ".");
            if (show) viewer.show(page);
        }
    }

    private Path html() {
        Path file = GivenPath.of("output", output);
        if (!file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.html?"))
            throw new InputException("output: found " + output + ", expected the name of an .html file.");
        return file;
    }
}
