package cohort.imagej.workbench;

import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.Picture;
import cohort.imagej.workbench.widget.SubjectTable;
import cohort.mask.GroupMaps;
import cohort.quality.SubjectDistances;
import cohort.study.Step;
import cohort.study.Study;
import cohort.study.StudyCheck;
import cohort.subjects.Cohort;
import cohort.subjects.Subject;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;

/** Which maps, and whose they are. */
final class MapsPage implements Page {
    private static final int TICK = 30;
    private static final double SCALE = 0.8;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JLabel count = new JLabel(" ");
    private final JButton look = new JButton("Look for outliers");
    /** The map of the chosen row. */
    private final Picture picture = new Picture("subject");

    private boolean looking;

    private final SubjectTable subjects;
    private final JTable table;
    private Optional<Cohort> shown = Optional.empty();
    private String shownLeaveOut = "";

    MapsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        subjects = new SubjectTable(leaveOut -> model.change(Map.of("leave_out", leaveOut)));
        table = subjects.table();
        table.setName("subjects");
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) draw();
        });
        table.setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        page.add(new KeysPage(model, inputs, Step.MAPS).component(), BorderLayout.NORTH);
        JPanel below = new JPanel(new BorderLayout(0, 4));
        look.setName("look");
        look.setToolTipText("Reads all maps and tells which lie far from the others");
        look.addActionListener(event -> look());
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.add(count, BorderLayout.CENTER);
        head.add(look, BorderLayout.EAST);
        below.add(head, BorderLayout.NORTH);
        JScrollPane scrolled = new JScrollPane(table);
        scrolled.setBorder(BorderFactory.createEtchedBorder());
        below.add(scrolled, BorderLayout.CENTER);
        below.add(picture, BorderLayout.SOUTH);
        page.add(below, BorderLayout.CENTER);
        model.listen(this::show);
    }

    private void show() {
        StudyCheck check = model.check();
        Optional<Cohort> all = check.everybody();
        count.setText(check.cohort()
                .map(taken -> taken.size() + " maps take part"
                        + (taken.size() < all.map(Cohort::size).orElse(0)
                                ? ", " + leftOut(all.orElseThrow().size() - taken.size())
                                : "")
                        + ". Untick a row to leave it out.")
                .orElse(" "));
        look.setEnabled(!looking && check.cohort().isPresent());
        String leaveOut = model.study().get("leave_out");
        if (all.equals(shown) && leaveOut.equals(shownLeaveOut)) return;
        shown = all;
        shownLeaveOut = leaveOut;
        all.ifPresent(cohort -> {
            subjects.show(cohort, leaveOut);
            table.getColumnModel().getColumn(0).setMaxWidth(TICK);
        });
    }

    private static String leftOut(int subjects) {
        return subjects + (subjects == 1 ? " is left out" : " are left out");
    }

    private void look() {
        looking = true;
        show();
        Study study = model.study();
        List<String> ids = model.check().cohort().orElseThrow().ids();
        Background.run(
                "Cohort outliers", () -> SubjectDistances.of(model.voxels(study).data()), (found, failure) -> {
                    looking = false;
                    show();
                    if (!failure.isEmpty()) count.setText(Html.lines(Workbench.TEXT, failure));
                    if (!study.equals(model.study())) return;
                    found.ifPresent(distances -> {
                        subjects.show(IntStream.range(0, ids.size())
                                .boxed()
                                .collect(Collectors.toMap(ids::get, distances::get)));
                        subjects.sort(table);
                    });
                });
    }

    private void draw() {
        int row = table.getSelectedRow();
        if (row < 0 || shown.isEmpty()) return;
        Subject subject = shown.get().subjects().get(table.convertRowIndexToModel(row));
        picture.draw(() -> Figures.slices(GroupMaps.one(subject.map()), SliceOptions.DEFAULT)
                .toImage(SCALE));
    }

    @Override
    public JComponent component() {
        return page;
    }
}
