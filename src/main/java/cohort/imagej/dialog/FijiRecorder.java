package cohort.imagej.dialog;

import cohort.command.CohortCommand;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Asks Fiji not to record commands that have inputs, before it begins a line: its lines name each input that it was not given
 * by a program, whether it differs from the default or not. {@link CommandRecorder} writes them instead.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.FIRST)
public final class FijiRecorder extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof CohortCommand
                && !CommandInputs.of(module).items().isEmpty()) module.getInfo().set("no-record", "");
    }
}
