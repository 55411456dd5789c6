package cohort.imagej.dialog;

import cohort.InputException;
import cohort.command.viewer.Dialogs;
import cohort.imagej.io.ImageJImages;
import cohort.text.MacroOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Asks for the inputs of commands, and remembers which runs it asked for. */
@Plugin(type = Service.class)
public final class CommandDialogs extends AbstractService implements Dialogs {
    private final Map<Object, Module> asked = Collections.synchronizedMap(new WeakHashMap<>());

    /** Fills the inputs of a run with what the user gives; false if the dialog is cancelled. */
    boolean ask(Module module) {
        CommandInputs inputs = CommandInputs.of((CommandInfo) module.getInfo());
        boolean given = ask(module, inputs, withActiveImage(LastValues.of(inputs)), Optional.empty());
        if (given) asked.put(module.getDelegateObject(), module);
        return given;
    }

    /** Whether a user was asked for the inputs of a run. */
    boolean haveAsked(Command run) {
        return asked.containsKey(run);
    }

    /** Takes the image in front for the one that is asked for. */
    private static MacroOptions withActiveImage(MacroOptions shown) {
        Map<String, String> values = new LinkedHashMap<>(shown.values());
        ImageJImages.activeTitle().ifPresent(title -> values.computeIfPresent("image", (key, given) -> title));
        return new MacroOptions(values);
    }

    @Override
    public boolean correct(Command command, String mistake) {
        Module module = asked.get(command);
        if (module == null) return false;
        CommandInputs inputs = CommandInputs.of((CommandInfo) module.getInfo());
        return ask(module, inputs, inputs.given(module.getInputs()), Optional.of(mistake));
    }

    private static boolean ask(Module module, CommandInputs inputs, MacroOptions shown, Optional<String> mistake) {
        Optional<MacroOptions> given = CommandDialog.ask(inputs, shown, mistake);
        if (given.isEmpty()) return false;
        try {
            inputs.fill(module, given.get());
        } catch (InputException e) {
            return ask(module, inputs, given.get(), Optional.of(e.getMessage()));
        }
        LastValues.keep(inputs, given.get());
        return true;
    }
}
