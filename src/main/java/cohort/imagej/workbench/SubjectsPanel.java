package cohort.imagej.workbench;

import cohort.analysis.GroupAnalysis;
import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.imagej.dialog.FileDrop;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.Picture;
import cohort.imagej.workbench.widget.SubjectTable;
import cohort.mask.GroupMaps;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.study.MapGrids;
import cohort.study.Study;
import cohort.study.StudyCheck;
import cohort.subjects.Cohort;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** The subjects with a tick for each who takes part, and on request what lies far from the others. */
final class SubjectsPanel {
    private static final String RESAMPLE = "resample";
    private static final double SCALE = 0.8, SMALL = 0.55;
    private final WorkbenchModel model;
    private final JPanel panel = new JPanel(new BorderLayout(0, 4));
    private final JLabel count = new JLabel(" ");
    private final JButton look = new JButton("Look for outliers");
    /** The map of the chosen row. */
    private final Picture picture = new Picture("subject");

    private final JPanel different = new JPanel(new BorderLayout(8, 0));
    private final JLabel grids = new JLabel(" ");
    private final JComboBox<String> resample = new JComboBox<>(new String[] {"no", "nearest", "linear", "cubic"});
    private Optional<MapGrids> found = Optional.empty();
    private boolean looking, showing;

    private final SubjectTable subjects;
    private final JTable table;
    private Optional<Cohort> shown = Optional.empty();
    private String shownLeaveOut = "";

    SubjectsPanel(WorkbenchModel model, JButton covariates) {
        this.model = model;
        subjects = new SubjectTable(leaveOut -> model.change(Map.of("leave_out", leaveOut)));
        table = subjects.table();
        table.setName("subjects");
        table.setTransferHandler(
                new FileDrop(files -> model.change(Map.of("maps", files)), table.getTransferHandler()));
        table.setFillsViewportHeight(true); // so that files can be dropped below its rows, too
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) draw();
        });
        table.setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        count.setName("taking part");
        look.setName("look");
        look.setToolTipText("Reads all maps and shows which differ most from the others");
        look.addActionListener(event -> look());
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.add(count, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        buttons.add(covariates);
        buttons.add(look);
        head.add(buttons, BorderLayout.EAST);
        grids.setName("grids");
        resample.setName("bring");
        resample.setToolTipText(
                "How maps on a different grid are resampled to that of the first: nearest for labels, linear or"
                        + " cubic for values; no refuses them");
        resample.addActionListener(event -> {
            if (!showing) model.change(Map.of(RESAMPLE, (String) resample.getSelectedItem()));
        });
        different.add(grids, BorderLayout.CENTER);
        JPanel choice = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        choice.add(resample);
        different.add(choice, BorderLayout.EAST);
        different.setVisible(false);
        head.add(different, BorderLayout.SOUTH);
        panel.add(head, BorderLayout.NORTH);
        JScrollPane scrolled = new JScrollPane(table);
        scrolled.setBorder(BorderFactory.createEtchedBorder());
        panel.add(scrolled, BorderLayout.CENTER);
        panel.add(picture, BorderLayout.SOUTH);
        model.listen(this::show);
        show();
    }

    private void show() {
        StudyCheck check = model.check();
        Optional<Cohort> all = check.everybody();
        count.setText(check.cohort()
                .map(taken -> Words.count(taken.size()) + " maps "
                        + (taken.columns().isEmpty() ? "" : "of " + Words.count(subjects(taken)) + " subjects ")
                        + "take part"
                        + (taken.size() < all.map(Cohort::size).orElse(0)
                                ? ", " + leftOut(subjects(all.orElseThrow()) - subjects(taken))
                                : "")
                        + ". Untick a row to leave it out.")
                .orElseGet(() -> model.study().get("maps").isBlank()
                        ? "Choose or drop a table, a folder or files of maps, one for each subject."
                        : " "));
        look.setEnabled(!looking && check.cohort().isPresent());
        String leaveOut = model.study().get("leave_out");
        if (!all.equals(shown)) all.ifPresent(cohort -> show(cohort, leaveOut));
        else if (!leaveOut.equals(shownLeaveOut)) subjects.leave(leaveOut);
        shown = all;
        shownLeaveOut = leaveOut;
        tellDifference(check.cohort());
    }

    private void show(Cohort cohort, String leaveOut) {
        subjects.show(cohort.ofSubjects(), leaveOut);
        found = Optional.empty();
        Background.run("Cohort grids", () -> MapGrids.of(cohort), (read, failure) -> {
            if (!shown.equals(Optional.of(cohort))) return;
            found = read;
            read.ifPresent(of -> subjects.show(of::words));
            tellDifference(model.check().cohort());
        });
    }

    /** Says what is different about grids of those who take part, and lets choose what becomes of it. */
    private void tellDifference(Optional<Cohort> taken) {
        Optional<String> difference =
                found.flatMap(all -> taken.flatMap(some -> all.of(some.ids()).difference()));
        different.setVisible(difference.isPresent());
        grids.setText(Html.lines(
                Workbench.TEXT,
                difference
                        .map(sentence -> sentence + " Resample them to that grid:")
                        .orElse(" ")));
        showing = true;
        String way = model.study().get(RESAMPLE);
        if (IntStream.range(0, resample.getItemCount())
                .mapToObj(resample::getItemAt)
                .noneMatch(way::equals)) resample.addItem(way);
        resample.setSelectedItem(way);
        showing = false;
    }

    private static int subjects(Cohort cohort) {
        return cohort.size() / Math.max(1, cohort.columns().size());
    }

    private static String leftOut(int subjects) {
        return subjects + (subjects == 1 ? " is left out" : " are left out");
    }

    private void look() {
        looking = true;
        show();
        Study study = model.study();
        Cohort taken = model.check().cohort().orElseThrow();
        Background.run("Cohort outliers", () -> distances(study, taken), (found, failure) -> {
            looking = false;
            show();
            if (!failure.isEmpty()) count.setText(Html.lines(Workbench.TEXT, failure));
            if (!study.equals(model.study())) return;
            found.ifPresent(distances -> {
                subjects.show(distances);
                subjects.sort(table);
            });
        });
    }

    /** Of several maps of each subject each is held against those of its own column, and the farthest counts. */
    private Map<String, SubjectDistance> distances(Study study, Cohort taken) {
        int n = subjects(taken);
        List<String> ids = taken.ofSubjects().ids();
        Map<String, SubjectDistance> farthest = new HashMap<>();
        try (GroupAnalysis voxels = model.voxels(study)) {
            Img<DoubleType> data = voxels.data();
            for (int first = 0; first < taken.size(); first += n) {
                long[] from = {0, first}, to = {data.dimension(0) - 1, first + n - 1L};
                List<SubjectDistance> of = SubjectDistances.of(Views.zeroMin(Views.interval(data, from, to)));
                for (int s = 0; s < n; s++)
                    farthest.merge(ids.get(s), of.get(s), BinaryOperator.maxBy(SubjectTable.FARTHEST));
            }
        }
        return farthest;
    }

    private void draw() {
        int row = table.getSelectedRow();
        if (row < 0 || shown.isEmpty()) return;
        Cohort all = shown.get();
        int subject = table.convertRowIndexToModel(row), n = subjects(all);
        picture.draw(
                () -> Picture.below(IntStream.iterate(subject, s -> s < all.size(), s -> s + n)
                        .mapToObj(s -> Figures.slices(
                                GroupMaps.one(all.subjects().get(s).map()), SliceOptions.DEFAULT))
                        .toList()),
                all.columns().isEmpty() ? SCALE : SMALL);
    }

    JComponent component() {
        return panel;
    }
}
