package cohort.imagej.workbench;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.files.GivenPath;
import cohort.imagej.dialog.CommandInputs;
import cohort.study.Step;
import cohort.study.Study;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;

/** Runs the study and tells how far it has come. */
final class RunPage implements Page {
    private static final double SCALE = 1.2, HALF = 0.5;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JButton run = new JButton("Run"), cancel = new JButton("Cancel");
    private final JProgressBar bar = new JProgressBar();
    private final JTextArea log = new JTextArea();
    /** The statistic of the first contrast, as soon as it is there. */
    private final JLabel picture = new JLabel();

    private volatile boolean canceled;
    private boolean running;

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
        cancel.addActionListener(event -> canceled = true);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
        buttons.add(run);
        buttons.add(cancel);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(new KeysPage(model, inputs, Step.RUN).component(), BorderLayout.NORTH);
        top.add(buttons, BorderLayout.CENTER);
        top.add(bar, BorderLayout.SOUTH);
        page.add(top, BorderLayout.NORTH);
        picture.setName("statistic");
        picture.setVerticalAlignment(JLabel.TOP);
        JSplitPane below = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(picture), new JScrollPane(log));
        below.setResizeWeight(HALF);
        page.add(below, BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    private void show() {
        run.setEnabled(!running && model.check().preview().isPresent());
        cancel.setEnabled(running);
    }

    private void start() {
        running = true;
        canceled = false;
        log.setText("");
        picture.setIcon(null);
        show();
        Study study = model.study();
        Background.run("Cohort run", () -> finish(study), this::ended);
    }

    private WorkbenchModel.Finished finish(Study study) {
        Optional<ResultFolder> folder =
                GivenPath.find("output", study.get("output")).map(path -> ResultFolder.open("output", path));
        try {
            GroupAnalysis analysis = GroupAnalysis.load(study.settings(), model.images(), folder, progress());
            ContrastResults first = analysis.fit().contrasts().get(0);
            ImageIcon slices = new ImageIcon(Figures.slices(first.maps().get(first.statistic()), SliceOptions.DEFAULT)
                    .toImage(SCALE));
            EventQueue.invokeLater(() -> picture.setIcon(slices));
            GroupResults results = analysis.permute();
            folder.ifPresent(place -> place.write(results));
            return new WorkbenchModel.Finished(study, analysis, results);
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }

    private void ended(Optional<WorkbenchModel.Finished> made, String failure) {
        running = false;
        bar.setString("");
        bar.setValue(0);
        log.append((made.isPresent() ? "Done." : failure) + "\n");
        made.ifPresent(model::finish);
        show();
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {
                EventQueue.invokeLater(() -> {
                    if (!running) return;
                    bar.setMaximum(1000);
                    bar.setValue((int) (1000 * done / Math.max(1, total)));
                    bar.setString(step + " " + done + " of " + total);
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
