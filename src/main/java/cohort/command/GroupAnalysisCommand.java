package cohort.command;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.command.input.Described;
import cohort.command.input.Inputs;
import cohort.command.viewer.ResultImages;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.files.GivenPath;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** The way of a run from its settings to what a user sees. */
abstract class GroupAnalysisCommand extends ModelCommand {

    @Parameter(
            label = "Least subjects",
            description =
                    "With missing=available, how many subjects must have a voxel; 0 for 80 % of them, and for 8 more than the model has independent regressors.",
            required = false,
            persist = false)
    private int least_subjects;

    @Parameter(
            label = "Map columns",
            description =
                    "Columns of the table, such as map_a,map_b, that name several maps of each subject; empty for one map each.",
            required = false,
            persist = false)
    private String map_columns = "";

    @Parameter(
            label = "Effect sizes",
            description = "Also write maps of Cohen's d, Hedges' g, partial r and R2, with 95 % confidence intervals.",
            required = false,
            persist = false)
    private boolean effect_sizes;

    @Parameter(
            label = "Residuals",
            description = "Also write residuals.nii.gz to the output folder: each map minus what the model predicts,"
                    + " in the order of design.tsv.",
            required = false,
            persist = false)
    private boolean residuals;

    @Parameter(
            label = "Predictions",
            description = "Also write predictions.nii.gz to the output folder: what the model predicts for each map,"
                    + " in the order of design.tsv.",
            required = false,
            persist = false)
    private boolean predictions;

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Folder for the results; empty to only show the images.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private GroupResults results;

    @Parameter
    private Viewer viewer;

    /** A run whose settings were checked. */
    interface Run {
        /** Reads the data. */
        GroupAnalysis load(Viewer images, Optional<ResultFolder> folder, Progress progress);

        /** Analyses them. */
        GroupResults analyse(GroupAnalysis analysis);
    }

    /** Makes the settings from the keys. */
    abstract Run run(Map<String, String> keys);

    @Override
    protected final void execute() {
        Run run = run(Inputs.settings(this));
        String line = Inputs.commandLine(this);
        requireBackground(viewer);
        Optional<ResultFolder> folder = GivenPath.find("output", output).map(path -> ResultFolder.open("output", path));
        try (RunningTask task = viewer.progress(Inputs.menuItem(this).replace("...", ""), show);
                GroupAnalysis analysis = run.load(viewer, folder, task)) {
            results = run.analyse(analysis);
            folder.ifPresent(place -> {
                place.write(results);
                task.say("The results are in " + place.path() + ".");
            });
            if (show) ResultImages.of(results, analysis, viewer, task, line).forEach(viewer::show);
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }
}
