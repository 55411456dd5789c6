package cohort.imagej.dialog;

import cohort.InputException;
import cohort.imagej.message.Message;
import cohort.text.MacroOptions;
import ij.Macro;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import org.scijava.command.CommandInfo;

/**
 * What a menu item does in ImageJ without Fiji: it runs the command whose class is its argument, with the options of the
 * macro line or, if it has none and there is a screen, of a dialog. A command that fails ends the macro. {@link CohortMenu}
 * calls it by name.
 */
public final class MenuCommand implements PlugIn {

    /** @param className the command's class */
    @Override
    public void run(String className) {
        CommandInfo command = CommandRun.command(className);
        String menuItem = CommandInputs.of(command).menuItem(), options = Macro.getOptions();
        boolean asks = options == null && !GraphicsEnvironment.isHeadless();
        try {
            Optional<String> failure = CommandRun.run(
                    command, asks ? Optional.empty() : Optional.of(MacroOptions.parse(options == null ? "" : options)));
            if (asks && failure.isPresent()) RecordedLine.drop();
            failure.map(why -> why.isEmpty() && !asks ? "Canceled." : why)
                    .filter(why -> !why.isEmpty())
                    .ifPresent(why -> Message.stop(menuItem, why));
        } catch (InputException e) {
            Message.stop(menuItem, e.getMessage());
        }
    }
}
