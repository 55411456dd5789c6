package cohort.imagej.workbench.widget;

import cohort.InputException;
import cohort.imagej.message.Html;
import cohort.study.CovariateSheet;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.io.File;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Where covariates are typed, or pasted from a spreadsheet, and saved as a table. */
public final class CovariateEditor {
    private static final int NAME = 12, PATH = 30, TEXT = 520;

    private final JPanel panel = new JPanel(new BorderLayout(0, 4));
    private final SheetTable sheet = new SheetTable();
    private final JTable table = new JTable(sheet);
    private final JTextField name = new JTextField(NAME), file = new JTextField(PATH);
    private final JLabel words = new JLabel(" ");
    private final transient Ended ended;

    /** Hears that somebody has done. */
    public interface Ended {
        /** @param file where the sheet shall be saved */
        void save(CovariateSheet sheet, File file);

        void cancel();
    }

    public CovariateEditor(Ended ended) {
        this.ended = ended;
        table.setName("covariates");
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("control V"), "paste");
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("meta V"), "paste");
        table.getActionMap().put("paste", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                paste();
            }
        });
        name.setName("covariate name");
        file.setName("covariate file");
        words.setName("covariate words");
        JPanel columns = new JPanel(new FlowLayout(FlowLayout.LEADING));
        button(columns, "Paste", "Pastes cells copied from a spreadsheet, with or without column names", this::paste);
        columns.add(new JLabel("Covariate"));
        columns.add(name);
        button(columns, "Add", "Adds a column of this name", () -> change(old -> old.with(name.getText())));
        button(columns, "Remove", "Removes the column of the selected cell", this::remove);
        JPanel save = new JPanel(new FlowLayout(FlowLayout.LEADING));
        save.add(new JLabel("Table"));
        save.add(file);
        button(save, "Browse…", "Chooses where to save the table", this::browse);
        button(save, "Save table", "Saves it and uses it as the subjects' table", this::save);
        button(save, "Back to the maps", "Without saving", ended::cancel);
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(words, BorderLayout.NORTH);
        foot.add(save, BorderLayout.SOUTH);
        panel.add(columns, BorderLayout.NORTH);
        panel.add(new JScrollPane(table), BorderLayout.CENTER);
        panel.add(foot, BorderLayout.SOUTH);
    }

    private static void button(JPanel row, String text, String tip, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.setToolTipText(tip);
        button.addActionListener(event -> action.run());
        row.add(button);
    }

    public JComponent panel() {
        return panel;
    }

    /** @param proposed where the table would be saved */
    public void edit(CovariateSheet begun, File proposed) {
        sheet.show(begun);
        file.setText(proposed.getPath());
        say("Type into the cells, or paste columns copied from a spreadsheet.");
    }

    public void say(String sentence) {
        words.setText(Html.lines(TEXT, sentence));
    }

    private void change(UnaryOperator<CovariateSheet> change) {
        if (table.isEditing()) table.getCellEditor().stopCellEditing();
        try {
            sheet.show(change.apply(sheet.sheet()));
            say(" ");
        } catch (InputException e) {
            say(e.getMessage());
        }
    }

    private void paste() {
        try {
            paste((String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
        } catch (UnsupportedFlavorException | IOException e) {
            say("The clipboard contains no text, expected cells copied from a spreadsheet.");
        }
    }

    /** Takes up what was copied from a spreadsheet. */
    public void paste(String text) {
        change(UnaryOperator.identity());
        CovariateSheet before = sheet.sheet();
        Background.run("Cohort paste", () -> before.paste(text), (pasted, failure) -> {
            if (before.equals(sheet.sheet())) pasted.ifPresent(sheet::show);
            say(failure);
        });
    }

    private void remove() {
        int column = table.getSelectedColumn() - 1;
        if (column < 0) say("No covariate is selected; click on one of its cells.");
        else change(old -> old.without(column));
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(new File(file.getText()));
        if (chooser.showDialog(panel, "Choose") == JFileChooser.APPROVE_OPTION)
            file.setText(chooser.getSelectedFile().getPath());
    }

    private void save() {
        change(UnaryOperator.identity());
        if (sheet.sheet().columns().isEmpty()) say("There are no covariates yet; add one, or paste a table.");
        else ended.save(sheet.sheet(), new File(file.getText().strip()));
    }
}
