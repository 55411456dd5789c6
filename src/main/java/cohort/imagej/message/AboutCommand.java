package cohort.imagej.message;

import cohort.analysis.record.Software;
import cohort.command.CohortCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Says which version this is, and where more is to be read. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "About Cohort...", weight = 102)},
        description = "Says which version this is, and where the documentation is.")
public final class AboutCommand extends CohortCommand {

    @Override
    protected void execute() {
        Message.show(
                "About Cohort",
                "Cohort " + Software.version() + ": group statistics on images. The documentation is at "
                        + HelpCommand.PAGE + ".");
    }
}
