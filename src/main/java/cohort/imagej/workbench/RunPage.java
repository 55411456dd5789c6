package cohort.imagej.workbench;

import cohort.Progress;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.dialog.RecordedLine;
import cohort.imagej.workbench.widget.Background;
import cohort.permute.PermutationTest;
import cohort.study.Step;
import cohort.study.Study;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;

/** Runs the study and says how far it has come. */
final class RunPage implements Page {
    private static final int LEAST = 1000, MOST = 1_000_000;
    private static final double PICTURES = 0.85;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JButton run = new JButton("Run"),
            cancel = new JButton("Cancel"),
            enough = new JButton("Enough"),
            goOn = new JButton("More, up to");
    private final JComboBox<Integer> more = new JComboBox<>();
    private final JProgressBar bar = new JProgressBar();
    private final JTextArea log = new JTextArea();
    private final LiveMaps live = new LiveMaps();
    private volatile boolean canceled;
    private Optional<StudyRun> running = Optional.empty();
    /** Of what runs: whether it makes each distinct shuffle once, so that some of them would be no sample. */
    private boolean exhaustive;

    private Optional<WorkbenchModel.Finished> shown = Optional.empty();

    RunPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        run.setName("run");
        cancel.setName("cancel");
        bar.setStringPainted(true);
        bar.setString("");
        log.setEditable(false);
        log.setLineWrap(true);
        log.setWrapStyleWord(true);
        log.setName("log");
        run.addActionListener(event -> start());
        enough.setName("enough");
        enough.setToolTipText("Ends the test with the permutations or sign flips made so far");
        goOn.setName("more");
        goOn.setToolTipText("Continues the test where it ended, with the same sequence of random numbers");
        more.setName("total");
        more.setPrototypeDisplayValue(MOST);
        more.setRenderer(new Count());
        cancel.addActionListener(event -> canceled = true);
        enough.addActionListener(event -> running.ifPresent(StudyRun::end));
        goOn.addActionListener(event -> goOn());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
        buttons.add(run);
        buttons.add(enough);
        buttons.add(cancel);
        buttons.add(goOn);
        buttons.add(more);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(new KeysPage(model, inputs, Step.RUN).component(), BorderLayout.NORTH);
        top.add(buttons, BorderLayout.CENTER);
        top.add(bar, BorderLayout.SOUTH);
        page.add(top, BorderLayout.NORTH);
        JSplitPane below = new JSplitPane(JSplitPane.VERTICAL_SPLIT, live.panel(), new JScrollPane(log));
        below.setResizeWeight(PICTURES);
        page.add(below, BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    /** With commas between thousands. */
    private static final class Count extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            String text = value instanceof Integer count ? Words.count(count) : "";
            return super.getListCellRendererComponent(list, text, index, isSelected, hasFocus);
        }
    }

    private void show() {
        Optional<WorkbenchModel.Finished> last = model.finished();
        run.setEnabled(running.isEmpty() && model.check().preview().isPresent());
        cancel.setEnabled(running.isPresent());
        enough.setEnabled(running.isPresent() && !exhaustive);
        Optional<PermutationTest> test = last.flatMap(WorkbenchModel.Finished::live)
                .map(before -> before.test().test());
        boolean goesOn =
                running.isEmpty() && test.filter(made -> !made.isExhaustive()).isPresent();
        goOn.setEnabled(goesOn);
        more.setEnabled(goesOn);
        if (last.equals(shown)) return;
        shown = last;
        test.ifPresent(this::offer);
    }

    /** Numbers beyond what was made; of a test that was ended early first of all the number that was asked for. */
    private void offer(PermutationTest test) {
        SortedSet<Integer> totals = new TreeSet<>(List.of(test.asked()));
        for (int total = LEAST; total <= MOST; total *= 10) totals.add(total);
        more.removeAllItems();
        totals.tailSet(test.made() + 1).forEach(more::addItem);
        more.setSelectedItem(test.asked());
    }

    private void begin(Study study, boolean makesAll, Function<StudyRun, WorkbenchModel.Finished> work) {
        StudyRun begun = new StudyRun(model, live, progress());
        running = Optional.of(begun);
        canceled = false;
        exhaustive = makesAll;
        log.setText("");
        show();
        Background.run("Cohort run", () -> work.apply(begun), (made, failure) -> ended(study, made, failure));
    }

    private void start() {
        live.clear();
        Study study = model.study();
        begin(study, model.check().preview().orElseThrow().isExhaustive(), run -> run.run(study));
    }

    private void goOn() {
        int total = (Integer) more.getSelectedItem();
        model.finished().ifPresent(last -> last.live()
                .ifPresent(before -> begin(
                        last.of(),
                        !before.test().test().canContinue(total),
                        run -> run.run(last.of(), before, total))));
    }

    private void ended(Study study, Optional<WorkbenchModel.Finished> made, String failure) {
        running = Optional.empty();
        bar.setString("");
        bar.setValue(0);
        log.append(made.map(RunPage::done).orElse(failure) + "\n");
        if (made.isEmpty()) live.clear();
        made.ifPresent(run -> {
            RecordedLine.write("Permutation Inference...", run.of().changed());
            model.finish(study, run);
        });
        show();
    }

    private static String done(WorkbenchModel.Finished run) {
        String output = run.of().get("output");
        return output.isBlank() ? "Done; nothing was written." : "Done; the results are in " + output + ".";
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {
                EventQueue.invokeLater(() -> {
                    if (running.isEmpty()) return;
                    bar.setMaximum(1000);
                    bar.setValue((int) (1000 * done / Math.max(1, total)));
                    bar.setString(step + " " + Words.count(done) + " of " + Words.count(total));
                });
            }

            @Override
            public void say(String sentence) {
                EventQueue.invokeLater(() -> log.append(sentence + "\n"));
            }

            @Override
            public boolean isCanceled() {
                return canceled;
            }
        };
    }

    @Override
    public JComponent component() {
        return page;
    }
}
