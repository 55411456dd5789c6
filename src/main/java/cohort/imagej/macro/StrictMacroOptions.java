package cohort.imagej.macro;

import cohort.InputException;
import cohort.command.CohortCommand;
import cohort.imagej.dialog.CommandInputs;
import cohort.text.MacroOptions;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Fills a command's inputs from the macro line that runs it in Fiji. It comes after Fiji's own, which looks for {@code
 * key=} anywhere in the line, within values too, and passes over what it does not know: inputs that are not given are
 * set back to their defaults, and a key that the command does not have cancels it.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class StrictMacroOptions extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof CohortCommand && module.getInfo() instanceof CommandInfo command)
            MacroLine.options().ifPresent(options -> fill(module, CommandInputs.of(command), options));
    }

    private void fill(Module module, CommandInputs inputs, String options) {
        try {
            inputs.fill(module, MacroOptions.parse(options));
        } catch (InputException e) {
            cancel(e.getMessage());
        }
    }
}
