package cohort.imagej.workbench;

import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.dialog.CommandPanel;
import cohort.study.Step;
import cohort.text.MacroOptions;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.scijava.module.ModuleItem;

/** The fields of the keys of a step, as the command's own dialog has them. */
final class KeysPage implements Page {
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final CommandPanel fields;
    private final WorkbenchModel model;
    private boolean showing;

    /** @param inputs those of Permutation Inference */
    KeysPage(WorkbenchModel model, CommandInputs inputs, Step step) {
        this(model, inputs, key -> Step.of(key) == step);
    }

    KeysPage(WorkbenchModel model, CommandInputs inputs, Predicate<String> keys) {
        this.model = model;
        List<ModuleItem<?>> items = inputs.items().stream()
                .filter(item -> keys.test(item.getName()))
                .toList();
        JLabel help = new JLabel(" ");
        help.setVerticalAlignment(JLabel.TOP);
        fields = new CommandPanel(items, inputs.defaults(), shown(items), text -> help.setText(Html.lines(text)));
        page.add(fields, BorderLayout.NORTH);
        page.add(help, BorderLayout.CENTER);
        fields.listen(() -> {
            if (!showing) model.change(fields.values().values());
        });
        model.listen(() -> {
            if (fields.values().equals(shown(items))) return;
            showing = true;
            fields.show(shown(items));
            showing = false;
        });
        model.listen(() -> model.check().mistakes().values().forEach(fields::mark));
    }

    private MacroOptions shown(List<ModuleItem<?>> items) {
        return new MacroOptions(items.stream()
                .map(ModuleItem::getName)
                .collect(Collectors.toMap(
                        key -> key, key -> model.study().get(key), (a, b) -> a, java.util.LinkedHashMap::new)));
    }

    /** What the fields hold. */
    Map<String, String> values() {
        return fields.values().values();
    }

    @Override
    public JComponent component() {
        return page;
    }
}
