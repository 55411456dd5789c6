package cohort.command;

import cohort.command.input.Choices;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.data.template.Template;
import cohort.data.template.Templates;
import cohort.files.GivenPath;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Downloads an average brain on which slices are drawn. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Fetch Template...", weight = 23)},
        headless = true,
        description = "Downloads an average brain, on which slices are drawn from then on.")
public final class FetchTemplateCommand extends CohortCommand {

    @Parameter(
            label = "Template",
            description = "mni152: the average human brain in MNI space; allen: the average mouse brain of the Allen"
                    + " Common Coordinate Framework.",
            attrs = @Attr(name = Choices.OF, value = "TEMPLATES"),
            required = false,
            persist = false)
    private String template = "mni152";

    @Parameter(
            label = "Data folder",
            style = "directory",
            description =
                    "Folder that holds, or will hold, cohort_templates; empty for the place where nilearn keeps its"
                            + " data, where figures look for templates.",
            required = false,
            persist = false)
    private String data = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        Template wanted = Template.named(template);
        try (RunningTask task = viewer.progress("Fetch Template")) {
            task.say("The template is " + Templates.fetch(wanted, GivenPath.find("data", data), task) + ".");
        }
    }
}
