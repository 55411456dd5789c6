package cohort.imagej.dialog;

import cohort.imagej.message.Message;
import cohort.text.MacroOptions;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scijava.module.ModuleItem;

/** Asks for a command's inputs and runs it; if that fails, it says why and asks again, with what was given before. */
final class CommandDialog {
    private final CommandInputs inputs;

    CommandDialog(CommandInputs inputs) {
        this.inputs = inputs;
    }

    /** @param run runs the command and returns why it failed, or nothing */
    void show(Function<Supplier<MacroOptions>, Optional<String>> run) {
        Optional<MacroOptions> given = ask(inputs.defaults());
        while (given.isPresent()) {
            Optional<String> failure = run.apply(given::get);
            if (failure.isEmpty()) {
                record(given.get());
                return;
            }
            Message.show(inputs.menuItem(), failure.get());
            given = ask(given.get());
        }
        Recorder.setCommand(null);
    }

    /** What the user gives, as a macro line would have it; nothing if the dialog is cancelled. */
    private Optional<MacroOptions> ask(MacroOptions shown) {
        GenericDialog dialog = new GenericDialog(inputs.menuItem().replace("...", ""));
        Map<String, Supplier<String>> fields = new LinkedHashMap<>();
        for (ModuleItem<?> item : inputs.items())
            fields.put(
                    item.getName(), DialogField.add(dialog, item, shown.values().get(item.getName())));
        dialog.addHelp(help());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> values.put(key, field.get()));
        return Optional.of(new MacroOptions(values));
    }

    private String help() {
        StringBuilder html = new StringBuilder("<html><body width=400><h3>" + inputs.menuItem() + "</h3>");
        for (ModuleItem<?> item : inputs.items())
            html.append("<p><b>" + DialogField.label(item) + "</b> (macro key <code>" + item.getName() + "</code>): "
                    + item.getDescription() + "</p>");
        return html.toString();
    }

    private static void record(MacroOptions options) {
        options.values().forEach((key, value) -> Recorder.recordOption(key, value.isEmpty() ? "[]" : value));
    }
}
