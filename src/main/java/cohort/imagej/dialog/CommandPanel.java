package cohort.imagej.dialog;

import cohort.text.MacroOptions;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import org.scijava.module.ModuleItem;

/** The inputs of a command in sections. Of a long list, what most people leave as it is is folded away. */
public final class CommandPanel extends JPanel {
    private static final long serialVersionUID = 1;
    /** Longer lists of inputs get headings. */
    private static final int SHORT = 8;
    /** So few are not worth folding. */
    private static final int FEW = 2;

    private static final Insets GAP = new Insets(2, 6, 2, 6), HEADING = new Insets(10, 6, 2, 6);

    private final transient Map<String, InputField> fields = new LinkedHashMap<>();
    private final transient List<Component> folded = new ArrayList<>();
    private final JCheckBox more = new JCheckBox("More options");
    private final Set<String> rare;
    private int line;

    /**
     * @param defaults what each input is if it is not given
     * @param shown what the fields hold at first
     * @param help is told what the field with the keyboard is for
     */
    public CommandPanel(List<ModuleItem<?>> items, MacroOptions defaults, MacroOptions shown, Consumer<String> help) {
        super(new GridBagLayout());
        rare = Section.rare(items);
        boolean isLong = items.size() > SHORT, folds = rare.size() > FEW;
        for (Section section : Section.values()) {
            List<ModuleItem<?>> own =
                    items.stream().filter(item -> Section.of(item) == section).toList();
            if (isLong && !own.isEmpty())
                heading(section.heading(), own.stream().allMatch(this::isRare));
            for (ModuleItem<?> item : own) add(item, folds && isRare(item), help);
        }
        show(shown);
        more.addActionListener(event -> unfold(more.isSelected()));
        if (!folded.isEmpty()) at(0, GridBagConstraints.REMAINDER, HEADING, more);
        unfold(fields.values().stream().filter(field -> isRare(field.item())).anyMatch(field -> !field.value()
                .equals(defaults.values().get(field.item().getName()))));
    }

    private boolean isRare(ModuleItem<?> item) {
        return rare.contains(item.getName());
    }

    private void heading(String text, boolean isFolded) {
        JLabel heading = new JLabel(text);
        heading.setFont(heading.getFont().deriveFont(Font.BOLD));
        at(0, 1, HEADING, heading);
        JSeparator rule = new JSeparator();
        at(1, GridBagConstraints.REMAINDER, HEADING, rule);
        if (isFolded) folded.addAll(List.of(heading, rule));
    }

    private void add(ModuleItem<?> item, boolean isFolded, Consumer<String> help) {
        InputField field = InputField.of(item);
        fields.put(item.getName(), field);
        JLabel label = new JLabel(InputField.label(item));
        label.setLabelFor(field.editor());
        label.setToolTipText(field.editor().getToolTipText());
        field.editor().addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                help.accept(InputField.description(item));
            }
        });
        at(0, 1, GAP, label);
        at(1, GridBagConstraints.REMAINDER, GAP, field.row());
        if (isFolded) folded.addAll(List.of(label, field.row()));
    }

    private void at(int column, int width, Insets gap, Component component) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = column == 0 ? ++line : line;
        place.gridwidth = width;
        place.weightx = column;
        place.anchor = GridBagConstraints.LINE_START;
        place.fill = column == 0 ? GridBagConstraints.NONE : GridBagConstraints.HORIZONTAL;
        place.insets = gap;
        add(component, place);
    }

    private void unfold(boolean all) {
        more.setSelected(all);
        folded.forEach(component -> component.setVisible(all));
        revalidate();
    }

    /** Puts values into the fields that they name. */
    public void show(MacroOptions shown) {
        shown.values()
                .forEach((key, value) -> Optional.ofNullable(fields.get(key)).ifPresent(field -> field.show(value)));
    }

    /** Tells of every change of a field. */
    public void listen(Runnable changed) {
        fields.values().forEach(field -> field.listen(changed));
    }

    /** What the fields hold, as a macro line would have it. */
    public MacroOptions values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> values.put(key, field.value()));
        return new MacroOptions(values);
    }

    /** Nobody who types is taken elsewhere. */
    private boolean isFocusOwnerWithin() {
        return fields.values().stream().anyMatch(field -> field.editor().isFocusOwner());
    }

    /** Marks the field that a sentence begins with, {@code KEY: found ...} or {@code The KEY "..."}, and takes the keyboard there. */
    public void mark(String sentence) {
        fields.forEach((key, field) -> {
            boolean wrong = sentence.matches("(?s)(.* got |The )?" + key + "([:=]| \"| is empty| leaves ).*");
            field.mark(wrong);
            if (wrong && isRare(field.item())) unfold(true);
            if (wrong && !isFocusOwnerWithin()) field.editor().requestFocusInWindow();
        });
    }
}
