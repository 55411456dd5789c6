package cohort.imagej.workbench;

import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.workbench.widget.SubjectTable;
import cohort.study.Step;
import cohort.study.StudyCheck;
import cohort.subjects.Cohort;
import java.awt.BorderLayout;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;

/** Which maps, and whose they are. */
final class MapsPage implements Page {
    private static final int TICK = 30;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JLabel count = new JLabel(" ");
    private final SubjectTable subjects;
    private final JTable table;
    private Optional<Cohort> shown = Optional.empty();
    private String shownLeaveOut = "";

    MapsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        subjects = new SubjectTable(leaveOut -> model.change(Map.of("leave_out", leaveOut)));
        table = new JTable(subjects);
        table.setName("subjects");
        table.setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        page.add(new KeysPage(model, inputs, Step.MAPS).component(), BorderLayout.NORTH);
        JPanel below = new JPanel(new BorderLayout(0, 4));
        below.add(count, BorderLayout.NORTH);
        JScrollPane scrolled = new JScrollPane(table);
        scrolled.setBorder(BorderFactory.createEtchedBorder());
        below.add(scrolled, BorderLayout.CENTER);
        page.add(below, BorderLayout.CENTER);
        model.listen(this::show);
    }

    private void show() {
        StudyCheck check = model.check();
        Optional<Cohort> all = check.everybody();
        count.setText(check.cohort()
                .map(taken -> taken.size() + " maps take part"
                        + (taken.size() < all.map(Cohort::size).orElse(0)
                                ? ", " + (all.orElseThrow().size() - taken.size()) + " are left out"
                                : "")
                        + ". Untick a row to leave it out.")
                .orElse(" "));
        String leaveOut = model.study().get("leave_out");
        if (all.equals(shown) && leaveOut.equals(shownLeaveOut)) return;
        shown = all;
        shownLeaveOut = leaveOut;
        all.ifPresent(cohort -> {
            subjects.show(cohort, leaveOut);
            table.getColumnModel().getColumn(0).setMaxWidth(TICK);
        });
    }

    @Override
    public JComponent component() {
        return page;
    }
}
