package cohort.command;

import cohort.InputException;
import cohort.analysis.SubjectMapRun;
import cohort.analysis.SubjectMapSettings;
import cohort.analysis.results.SubjectMapFolder;
import cohort.command.input.Choices;
import cohort.command.input.Inputs;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.files.GivenPath;
import java.nio.file.Path;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes one map per subject, of a contrast between the subject's maps or of their mean. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Within-Subject Maps...", weight = 45)
        },
        headless = true,
        description = "Writes one map per subject: a contrast between the subject's maps, or their mean.")
public final class WithinSubjectMapsCommand extends MapsCommand {

    @Parameter(
            label = "Model",
            description =
                    "A formula over the table's columns with a factor of the subject, such as session + C(subject), or with Error(subject).",
            persist = false)
    private String model = "";

    @Parameter(
            label = "Contrast",
            description = "A regressor or an expression over regressors; one contrast of one row.",
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Missing values",
            description =
                    "exclude: a voxel that is not finite in one of a subject's maps becomes NaN in the contrast map; exclude-zeros: so does a voxel that is 0 in one of them; zero: such a voxel counts as 0.",
            attrs = @Attr(name = Choices.OF, value = "MISSING"),
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Folder for the maps, participants.tsv and maps.json.",
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        SubjectMapSettings settings = SubjectMapSettings.of(Inputs.of(this));
        Path path = GivenPath.find("output", output)
                .orElseThrow(
                        () -> new InputException("output: found nothing, expected a folder for the contrast maps."));
        try (RunningTask task = viewer.progress("Within-Subject Maps");
                SubjectMapFolder folder = SubjectMapFolder.open("output", path)) {
            SubjectMapRun.load(settings, viewer, task).write(folder);
        }
    }
}
