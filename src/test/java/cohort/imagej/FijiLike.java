package cohort.imagej;

import cohort.command.viewer.Viewer;
import cohort.imagej.macro.MacroLine;
import cohort.imagej.macro.MacroStop;
import cohort.imagej.macro.StrictMacroOptions;
import ij.plugin.PlugIn;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModuleCanceledEvent;

/**
 * Runs the echo as Fiji runs commands from macros: a search of the line for {@code key=} has filled some inputs, SciJava
 * runs the command on a thread of its own, and ImageJ hears of its end but not how it ended.
 */
public final class FijiLike implements PlugIn {

    @Override
    public void run(String argument) {
        try (Context context = new Context(CommandService.class, Viewer.class, MacroStop.class)) {
            Module module = context.service(CommandService.class)
                    .getCommand(EchoCommand.class)
                    .createModule();
            context.inject(module.getDelegateObject());
            if (MacroLine.options().orElse("").contains("fwhm=3")) module.setInput("fwhm", 3.0);
            StrictMacroOptions strict = new StrictMacroOptions();
            strict.process(module);
            if (strict.isCanceled())
                context.service(EventService.class).publish(new ModuleCanceledEvent(module, strict.getCancelReason()));
            else
                context.service(ModuleService.class)
                        .run(module, List.of(), List.of(), Map.of())
                        .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
