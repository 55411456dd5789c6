package cohort.imagej.macro;

import cohort.command.CohortCommand;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/** Ends the macro in Fiji, or says why on standard error where there is none, when one of this project's commands fails; Fiji would go on with the macro's next line. */
@Plugin(type = Service.class)
public final class MacroStop extends AbstractService implements SciJavaService {

    @EventHandler
    private void onCancel(ModuleCanceledEvent event) {
        if (isOurs(event.getModule())) end(event.getReason() == null ? "Canceled." : event.getReason());
    }

    @EventHandler
    private void onError(ModuleErroredEvent event) {
        if (isOurs(event.getModule())) end(event.getModule().getInfo().getTitle() + " failed: " + event.getException());
    }

    /** Without a macro and a screen the reason would be lost: Fiji drops it in {@code --headless --run}. */
    private static void end(String reason) {
        if (GraphicsEnvironment.isHeadless() && Interpreter.getInstance() == null) System.err.println(reason);
        else MacroLine.abort(reason);
    }

    private static boolean isOurs(Module module) {
        return module.getDelegateObject() instanceof CohortCommand;
    }
}
