package cohort.imagej.dialog;

import cohort.command.CohortCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lets the recorder write what a dialog was given and differs from the defaults; runs without a dialog are not recorded by it. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_LOW)
public final class CommandRecorder extends AbstractPostprocessorPlugin {

    @Parameter(required = false)
    private CommandDialogs dialogs;

    @Override
    public void process(Module module) {
        if (dialogs == null || !(module.getDelegateObject() instanceof CohortCommand run) || !dialogs.haveAsked(run))
            return;
        CommandInputs inputs = CommandInputs.of(module);
        Map<String, String> changed =
                new LinkedHashMap<>(inputs.given(module.getInputs()).values());
        changed.entrySet().removeAll(inputs.defaults().values().entrySet());
        RecordedLine.write(inputs.menuItem(), changed);
    }
}
