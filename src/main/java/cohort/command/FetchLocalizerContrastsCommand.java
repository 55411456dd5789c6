package cohort.command;

import cohort.command.input.Choices;
import cohort.command.input.FormerKeys;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.data.localizer.Localizer;
import cohort.data.localizer.LocalizerRequest;
import cohort.files.GivenPath;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Downloads maps of the Brainomics localizer and writes their table. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Cohort"),
            @Menu(label = "Fetch Localizer Contrasts...", weight = 22)
        },
        headless = true,
        description = "Downloads contrast maps of the Brainomics localizer and writes their table.")
public final class FetchLocalizerContrastsCommand extends CohortCommand {

    @Parameter(
            label = "Contrast",
            description = "One of the localizer's 32 contrasts, by its friendly or internal name.",
            attrs = @Attr(name = Choices.OF, value = "LOCALIZER_CONTRASTS"),
            required = false,
            persist = false)
    private String contrast = "left vs right button press";

    @Parameter(
            label = "Subjects",
            description = "A number for the first subjects, or a list such as 1,3,5-8 or S01,S05; empty for all 94.",
            required = false,
            persist = false)
    private String subjects = "16";

    @Parameter(label = "t maps", description = "Also download the t maps.", required = false, persist = false)
    private boolean tstats;

    @Parameter(label = "Masks", description = "Also download each subject's mask.", required = false, persist = false)
    private boolean masks;

    @Parameter(
            label = "Anatomical images",
            description = "Also download each subject's anatomical image.",
            required = false,
            persist = false)
    private boolean anats;

    @Parameter(
            label = "Data folder",
            style = "directory",
            description =
                    "Folder that holds, or will hold, brainomics_localizer; empty for the place where nilearn keeps it.",
            required = false,
            persist = false)
    private String data = "";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "data"),
            required = false,
            persist = false)
    private String folder = "";

    @Parameter(
            label = "Output table",
            style = "save",
            description = "A .tsv file for the table; empty to write it beside the data.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        LocalizerRequest request = new LocalizerRequest(
                contrast,
                subjects,
                tstats,
                masks,
                anats,
                GivenPath.find("data", data),
                GivenPath.find("output", output),
                LocalizerRequest.usualServer());
        try (RunningTask task = viewer.progress("Fetch Localizer Contrasts")) {
            task.say("The cohort's table is " + Localizer.fetch(request, task) + ".");
        }
    }
}
