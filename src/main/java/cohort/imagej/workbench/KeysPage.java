package cohort.imagej.workbench;

import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.dialog.CommandPanel;
import cohort.imagej.message.Html;
import cohort.study.Step;
import cohort.text.MacroOptions;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        this.model = model;
        List<ModuleItem<?>> items = inputs.items().stream()
                .filter(item -> model.study().keys().containsKey(item.getName()))
                .filter(item -> Step.of(item.getName()) == step)
                .toList();
        JLabel help = new Help();
        help.setVerticalAlignment(JLabel.TOP);
        fields = new CommandPanel(
                items, inputs.defaults(), shown(items), text -> help.setText(Html.lines(Workbench.PAGE, text)));
        page.add(fields, BorderLayout.NORTH);
        page.add(help, BorderLayout.CENTER);
        fields.listen(() -> {
            if (!showing) model.change(fields.values().values());
        });
        model.listen(() -> show(shown(items)));
        show(shown(items));
    }

    /** Two lines high at least, so that what is below does not move when a field takes the keyboard. */
    private static final class Help extends JLabel {
        private static final long serialVersionUID = 1;

        private Help() {
            super(" ");
        }

        @Override
        public Dimension getPreferredSize() {
            Dimension size = super.getPreferredSize();
            return new Dimension(
                    size.width,
                    Math.max(size.height, 2 * getFontMetrics(getFont()).getHeight()));
        }
    }

    private void show(MacroOptions shown) {
        if (!fields.values().equals(shown)) {
            showing = true;
            fields.show(shown);
            showing = false;
        }
        fields.mark(model.check().mistakes().values().stream().findFirst().orElse(""));
    }

    private MacroOptions shown(List<ModuleItem<?>> items) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items)
            values.put(item.getName(), model.study().get(item.getName()));
        return new MacroOptions(values);
    }

    @Override
    public JComponent component() {
        return page;
    }
}
