package cohort.imagej.macro;

import cohort.command.CohortCommand;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/** Ends the macro in Fiji when one of this project's commands fails; Fiji would go on with the macro's next line. */
@Plugin(type = Service.class)
public final class MacroStop extends AbstractService implements SciJavaService {

    @EventHandler
    private void onCancel(ModuleCanceledEvent event) {
        if (isOurs(event.getModule())) MacroLine.abort(event.getReason() == null ? "Canceled." : event.getReason());
    }

    @EventHandler
    private void onError(ModuleErroredEvent event) {
        if (isOurs(event.getModule()))
            MacroLine.abort(event.getModule().getInfo().getTitle() + " failed: " + event.getException());
    }

    private static boolean isOurs(Module module) {
        return module.getDelegateObject() instanceof CohortCommand;
    }
}
