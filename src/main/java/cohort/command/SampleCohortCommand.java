package cohort.command;

import cohort.InputException;
import cohort.analysis.results.ResultFolder;
import cohort.command.input.FormerKeys;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.data.sample.SampleCohort;
import cohort.files.GivenPath;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a cohort whose truth is known. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Sample Cohort...", weight = 21)},
        headless = true,
        description = "Makes maps of subjects with an effect of known place and size, and their table.")
public final class SampleCohortCommand extends CohortCommand {

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Folder for the maps, participants.tsv and anatomy.nii.gz.",
            persist = false)
    private String output = "";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "output"),
            required = false,
            persist = false)
    private String folder = "";

    @Parameter(
            label = "Subjects",
            description = "Number of subjects; women and men alternate.",
            required = false,
            persist = false)
    private int subjects = 16;

    @Parameter(label = "Seed", description = "Seed of the random noise.", required = false, persist = false)
    private int seed = 1;

    @Parameter(
            label = "Effect",
            description = "Strength of the effect: 1 is the usual one, 2 twice as strong, 0 none.",
            required = false,
            persist = false)
    private double effect = 1;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        if (output.isBlank()) throw new InputException("output: found none, expected a folder for the sample cohort.");
        try (RunningTask task = viewer.progress("Sample Cohort");
                ResultFolder taken = ResultFolder.open("output", GivenPath.of("output", output))) {
            SampleCohort.write(taken.path(), subjects, (long) seed, effect, task);
        }
    }
}
