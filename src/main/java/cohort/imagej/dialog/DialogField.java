package cohort.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.io.File;
import java.util.function.Supplier;
import org.scijava.module.ModuleItem;

/** Fields of ImageJ's dialog for the inputs of a command. */
final class DialogField {
    private static final int WIDE = 40, NARROW = 10;

    private DialogField() {}

    /**
     * Adds the field for an input: a check box, a choice, or a text, with a button to browse for a file or a folder.
     *
     * @param shown what it shows at first
     * @return reads what it holds. GenericDialog's own readers would have the macro recorder take labels for keys.
     */
    static Supplier<String> add(GenericDialog dialog, ModuleItem<?> item, String shown) {
        Class<?> type = item.getType();
        if (type == Boolean.class || type == boolean.class) return checkbox(dialog, item, shown);
        if (item.getChoices() != null && !item.getChoices().isEmpty()) return choice(dialog, item, shown);
        return text(dialog, item, shown);
    }

    /** The label, or what stands for it: the key with a capital letter. */
    static String label(ModuleItem<?> item) {
        String label = item.getLabel(), name = item.getName();
        if (label != null && !label.isEmpty()) return label;
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }

    private static Supplier<String> checkbox(GenericDialog dialog, ModuleItem<?> item, String shown) {
        dialog.addCheckbox(label(item), Boolean.parseBoolean(shown));
        Checkbox box = (Checkbox) dialog.getCheckboxes().lastElement();
        return () -> Boolean.toString(box.getState());
    }

    private static Supplier<String> choice(GenericDialog dialog, ModuleItem<?> item, String shown) {
        dialog.addChoice(
                label(item), item.getChoices().stream().map(Object::toString).toArray(String[]::new), shown);
        Choice choice = (Choice) dialog.getChoices().lastElement();
        return choice::getSelectedItem;
    }

    private static Supplier<String> text(GenericDialog dialog, ModuleItem<?> item, String shown) {
        String style = item.getWidgetStyle() == null ? "" : item.getWidgetStyle();
        boolean number = item.getType() != String.class && item.getType() != File.class;
        if (style.contains("directory")) dialog.addDirectoryField(label(item), shown, WIDE);
        else if (item.getType() == File.class
                || style.contains("file")
                || style.contains("open")
                || style.contains("save")) dialog.addFileField(label(item), shown, WIDE);
        else dialog.addStringField(label(item), shown, number ? NARROW : WIDE);
        TextField field = (TextField) dialog.getStringFields().lastElement();
        return () -> field.getText().trim();
    }
}
