package cohort.imagej.workbench;

import cohort.InputException;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.CovariateEditor;
import cohort.study.CovariateSheet;
import cohort.study.Step;
import cohort.subjects.Cohort;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Which maps, whose they are, and what is known of the subjects. */
final class MapsPage implements Page {
    private static final String SUBJECTS = "subjects", COVARIATES = "covariates", TABLE = "table";

    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final CardLayout cards = new CardLayout();
    private final JPanel below = new JPanel(cards);
    private final JButton covariates = new JButton("Covariates…");
    private Optional<CovariateEditor> editor = Optional.empty();

    MapsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        covariates.setName("write covariates");
        covariates.addActionListener(event -> edit());
        page.add(new KeysPage(model, inputs, Step.MAPS).component(), BorderLayout.NORTH);
        page.add(below, BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    /** Writes what was typed as a table, or leaves it. */
    private final class Typed implements CovariateEditor.Ended {
        @Override
        public void save(CovariateSheet sheet, File file) {
            MapsPage.this.save(sheet, file);
        }

        @Override
        public void cancel() {
            cards.show(below, SUBJECTS);
        }
    }

    private void show() {
        boolean can = model.check()
                .everybody()
                .filter(all -> CovariateSheet.suits(model.study(), all))
                .isPresent();
        covariates.setEnabled(can);
        covariates.setToolTipText(
                can
                        ? "Type or paste the subjects' covariates, such as age and group"
                        : "Only for maps without a table; otherwise edit the table itself");
    }

    /** Adds the table of subjects: once, and apart from the page, so that no event is long. */
    void addSubjects() {
        below.add(new SubjectsPanel(model, covariates).component(), SUBJECTS);
        below.revalidate();
    }

    /** Likewise, or else when it is first needed. */
    CovariateEditor editor() {
        if (editor.isEmpty()) {
            CovariateEditor made = new CovariateEditor(new Typed());
            below.add(made.panel(), COVARIATES);
            editor = Optional.of(made);
        }
        return editor.get();
    }

    private void edit() {
        Cohort all = model.check().everybody().orElseThrow();
        String inUse = model.study().get(TABLE);
        editor().edit(
                        CovariateSheet.of(all),
                        inUse.isBlank() ? model.beside("participants.tsv").toFile() : new File(inUse));
        cards.show(below, COVARIATES);
    }

    /** Takes the place of no file but the table that is in use. */
    private void save(CovariateSheet sheet, File file) {
        String inUse = model.study().get(TABLE);
        Background.run(
                "Cohort table",
                () -> {
                    if (file.exists() && !file.getPath().equals(inUse))
                        throw new InputException("table: found " + file + ", which already exists, expected a"
                                + " new name so that nothing is overwritten; give another.");
                    sheet.table(file.getName()).write(file.toPath());
                    return file;
                },
                (saved, failure) -> {
                    editor().say(failure);
                    saved.ifPresent(this::take);
                });
    }

    private void take(File saved) {
        cards.show(below, SUBJECTS);
        if (model.study().get(TABLE).equals(saved.getPath())) model.look();
        else model.change(Map.of(TABLE, saved.getPath()));
    }

    @Override
    public JComponent component() {
        return page;
    }
}
