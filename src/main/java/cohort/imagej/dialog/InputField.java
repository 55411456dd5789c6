package cohort.imagej.dialog;

import cohort.command.input.Choices;
import cohort.imagej.message.Html;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.GridLayout;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.border.Border;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.scijava.module.ModuleItem;

/** The widget for one input of a command: a check box, a choice, or a text, with a button to browse for what lies on a disk. */
final class InputField {
    private static final int WIDE = 36, NARROW = 10, TIP = 320;

    /** The inputs that an open image can be, by its title. */
    private static final Set<String> READS = Set.of("maps", "image", "mask", "background");

    private final ModuleItem<?> item;
    /** What takes the keyboard. */
    private final JComponent editor;
    /** The whole row behind the label. */
    private final JComponent row;

    private final Supplier<String> reader;
    private final Consumer<String> writer;
    private final Border plain;

    private InputField(
            ModuleItem<?> item, JComponent editor, JComponent row, Supplier<String> reader, Consumer<String> writer) {
        this.item = item;
        this.editor = editor;
        this.row = row;
        this.reader = reader;
        this.writer = writer;
        this.plain = editor.getBorder();
        editor.setName(item.getName());
        editor.setToolTipText(Html.lines(TIP, description(item)));
    }

    static InputField of(ModuleItem<?> item) {
        Class<?> type = item.getType();
        if (type == Boolean.class || type == boolean.class) return checkBox(item);
        Optional<Choices> choices = Choices.of(item).findFirst();
        if (choices.isPresent()) return choice(item, choices.get());
        return text(item);
    }

    private static InputField checkBox(ModuleItem<?> item) {
        JCheckBox box = new JCheckBox();
        return new InputField(
                item,
                box,
                box,
                () -> Boolean.toString(box.isSelected()),
                text -> box.setSelected(Boolean.parseBoolean(text)));
    }

    private static InputField choice(ModuleItem<?> item, Choices choices) {
        JComboBox<String> box = new JComboBox<>(choices.names().toArray(new String[0]));
        box.setEditable(choices.isOpen());
        boolean file = style(item).contains("open");
        if (file && box.getEditor().getEditorComponent() instanceof JTextField field) takesFiles(field);
        return new InputField(
                item,
                box,
                file ? withButtons(box, item, box::setSelectedItem) : box,
                () -> (box.isEditable() ? box.getEditor().getItem() : box.getSelectedItem())
                        .toString()
                        .trim(),
                box::setSelectedItem);
    }

    private static InputField text(ModuleItem<?> item) {
        boolean number = item.getType() != String.class && item.getType() != File.class;
        JTextField field = new JTextField(number ? NARROW : WIDE);
        if (item.getType() != File.class && !style(item).matches(".*(open|save|directory|file).*"))
            return new InputField(item, field, field, () -> field.getText().trim(), field::setText);
        takesFiles(field);
        JComponent row = withButtons(field, item, field::setText);
        return new InputField(item, field, row, () -> field.getText().trim(), field::setText);
    }

    /** Has files that are dropped onto a field be what it names. */
    private static void takesFiles(JTextField field) {
        field.setTransferHandler(new FileDrop(field::setText, field.getTransferHandler()));
    }

    /** A field with buttons that find what it names. */
    private static JComponent withButtons(JComponent field, ModuleItem<?> item, Consumer<String> writer) {
        JButton browse = new JButton("Browse…");
        browse.setToolTipText("Browse for a file; files can also be dropped onto the field.");
        browse.addActionListener(event -> browse(field, item, writer));
        JPanel buttons = new JPanel(new GridLayout(1, 0, 4, 0));
        if (READS.contains(item.getName())) buttons.add(openImages(writer));
        buttons.add(browse);
        JPanel row = new JPanel(new BorderLayout(4, 0));
        row.add(field, BorderLayout.CENTER);
        row.add(buttons, BorderLayout.EAST);
        return row;
    }

    private static List<String> open() {
        return Stream.of(WindowManager.getImageTitles()).toList();
    }

    /** A button that lists the open images. */
    private static JButton openImages(Consumer<String> field) {
        JButton button = new JButton("Open images");
        button.addActionListener(event -> {
            JPopupMenu menu = new JPopupMenu();
            if (open().isEmpty()) menu.add("No image is open").setEnabled(false);
            for (String title : open()) menu.add(title).addActionListener(chosen -> field.accept(title));
            menu.show(button, 0, button.getHeight());
        });
        return button;
    }

    private static void browse(JComponent field, ModuleItem<?> item, Consumer<String> writer) {
        String style = style(item);
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(label(item));
        chooser.setFileSelectionMode(
                style.contains("directory")
                        ? JFileChooser.DIRECTORIES_ONLY
                        : style.contains("save") ? JFileChooser.FILES_ONLY : JFileChooser.FILES_AND_DIRECTORIES);
        chooser.setMultiSelectionEnabled(false);
        if (chooser.showDialog(field, "Choose") == JFileChooser.APPROVE_OPTION)
            writer.accept(chooser.getSelectedFile().getPath());
    }

    private static String style(ModuleItem<?> item) {
        return item.getWidgetStyle() == null ? "" : item.getWidgetStyle();
    }

    /** The label, or its substitute: the key with a capital letter. */
    static String label(ModuleItem<?> item) {
        String label = item.getLabel(), name = item.getName();
        if (label != null && !label.isEmpty()) return label;
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }

    /** What the input is, for a tooltip or a page of help. */
    static String description(ModuleItem<?> item) {
        String text = item.getDescription() == null ? "" : item.getDescription() + " ";
        return text + "Key in macros: " + item.getName() + ".";
    }

    ModuleItem<?> item() {
        return item;
    }

    Component row() {
        return row;
    }

    JComponent editor() {
        return editor;
    }

    /** What it holds, as a macro line would have it. */
    String value() {
        return reader.get();
    }

    /** Tells of every change. */
    void listen(Runnable changed) {
        if (editor instanceof JTextField field) field.getDocument().addDocumentListener(new TextChange(changed));
        if (editor instanceof JCheckBox box) box.addItemListener(event -> changed.run());
        if (editor instanceof JComboBox<?> box) {
            box.addItemListener(event -> changed.run());
            if (box.getEditor().getEditorComponent() instanceof JTextField field)
                field.getDocument().addDocumentListener(new TextChange(changed));
        }
    }

    void show(String value) {
        writer.accept(value);
    }

    /** Marks it as what a mistake is in, or no more. */
    void mark(boolean wrong) {
        editor.setBorder(wrong ? BorderFactory.createLineBorder(Color.RED, 2) : plain);
    }

    /** Tells of each change of a text. */
    private record TextChange(Runnable changed) implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            changed.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            changed.run();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            changed.run();
        }
    }
}
