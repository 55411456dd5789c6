package cohort.imagej.dialog;

import cohort.command.CohortCommand;
import java.awt.GraphicsEnvironment;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Asks for a command's inputs where nobody gave any: a user chose it from the menu. It comes before SciJava's own dialogs, which
 * have no buttons to browse, no sections and no second chance. Macros and scripts that give some inputs get the defaults of
 * the others.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_LOW + 1)
public final class CommandHarvester extends AbstractPreprocessorPlugin {

    @Parameter(required = false)
    private CommandDialogs dialogs;

    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof CohortCommand)) return;
        CommandInputs inputs = CommandInputs.of(module);
        boolean isGiven = inputs.items().stream().anyMatch(item -> module.isInputResolved(item.getName()));
        if (inputs.items().isEmpty()) return;
        if (!isGiven && !GraphicsEnvironment.isHeadless() && dialogs != null && !dialogs.ask(module)) {
            cancel(null);
            return;
        }
        // Former keys too, which no dialog shows: SciJava would ask for them in one of its own.
        for (ModuleItem<?> item : module.getInfo().inputs()) module.resolveInput(item.getName());
    }
}
