package cohort.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Keeps the outputs of commands for the script that asked for them: what is to be seen the viewer has shown. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.FIRST)
public final class KeptOutputs extends AbstractPostprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof CohortCommand)
            for (ModuleItem<?> output : module.getInfo().outputs()) module.resolveOutput(output.getName());
    }
}
