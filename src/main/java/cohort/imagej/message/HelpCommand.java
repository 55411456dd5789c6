package cohort.imagej.message;

import cohort.InputException;
import cohort.command.CohortCommand;
import ij.plugin.BrowserLauncher;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Opens the documentation in the browser. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Cohort Help", weight = 101)},
        description = "Opens the documentation in the browser.")
public final class HelpCommand extends CohortCommand {
    /** Where the documentation is. */
    public static final String PAGE = "https://github.com/cohort-fiji/cohort";

    @Override
    protected void execute() {
        if (GraphicsEnvironment.isHeadless())
            throw new InputException("There is no screen to show the documentation on; it is at " + PAGE + ".");
        open(PAGE);
    }

    /**
     * Opens a page in the browser.
     *
     * @throws InputException if there is no browser
     */
    public static void open(String page) {
        try {
            BrowserLauncher.openURL(page);
        } catch (IOException e) {
            throw new InputException("No browser can be started; the documentation is at " + page + ".", e);
        }
    }
}
