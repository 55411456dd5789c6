package cohort.imagej.dialog;

import cohort.InputException;
import cohort.imagej.message.Message;
import cohort.text.MacroOptions;
import ij.Macro;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scijava.command.CommandInfo;

/**
 * The menu items in ImageJ without Fiji: each runs the command whose class is its argument, with the options of the macro
 * line or, if it has none and there is a screen, of a dialog. A command that fails ends the macro.
 */
public final class CohortMenu implements PlugIn {

    /** @param className the command's class */
    @Override
    public void run(String className) {
        CommandInfo command = CommandRun.command(className);
        CommandInputs inputs = CommandInputs.of(command);
        String options = Macro.getOptions();
        Function<Supplier<MacroOptions>, Optional<String>> run = given -> failure(command, inputs, given);
        if (options == null && !GraphicsEnvironment.isHeadless()) new CommandDialog(inputs).show(run);
        else
            run.apply(() -> MacroOptions.parse(options == null ? "" : options))
                    .ifPresent(why -> Message.stop(inputs.menuItem(), why));
    }

    private static Optional<String> failure(CommandInfo command, CommandInputs inputs, Supplier<MacroOptions> given) {
        try {
            return CommandRun.run(command, inputs.values(given.get()));
        } catch (InputException e) {
            return Optional.of(e.getMessage());
        }
    }
}
