package cohort.imagej.workbench;

import cohort.command.PermutationInferenceCommand;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.message.Html;
import cohort.imagej.message.WordColour;
import cohort.imagej.workbench.widget.Background;
import cohort.study.Step;
import cohort.study.StudyCheck.State;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.scijava.command.CommandService;

/** What the window holds: steps on the left with how they stand, the step's page on the right, what needs attention below. */
final class Workbench extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int EDGE = 10, STEPS = 150;
    /** Pixels at which texts are broken: of the whole width of a page, and of parts of it. */
    static final int PAGE = 780, TEXT = 520;

    private static final Dimension SIZE = new Dimension(1000, 760);

    private final transient WorkbenchModel model;
    private final CardLayout cards = new CardLayout();
    private final JPanel pages = new JPanel(cards);
    private final JList<Step> steps = new JList<>(Step.values());
    private final transient Map<Step, Page> made = new EnumMap<>(Step.class);
    private final transient Viewer viewer;
    private final transient CommandService commands;
    private final transient CommandInputs inputs;
    private final JLabel attention = new JLabel(" ");
    private final JButton back, next;

    Workbench(WorkbenchModel model, Viewer viewer, CommandService commands) {
        super(new BorderLayout());
        this.model = model;
        this.viewer = viewer;
        this.commands = commands;
        inputs = inputs(commands);
        pages.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        steps.setName("steps");
        steps.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        steps.setCellRenderer(new StepRenderer());
        steps.setSelectedIndex(0);
        steps.addListSelectionListener(event -> show(steps.getSelectedValue()));
        JScrollPane left = new JScrollPane(steps);
        left.setPreferredSize(new Dimension(STEPS, 0));
        add(left, BorderLayout.WEST);
        add(pages, BorderLayout.CENTER);
        back = button("Back", () -> go(-1));
        next = button("Next", () -> go(1));
        add(foot(button("Open results…", this::open)), BorderLayout.SOUTH);
        model.listen(this::told);
        setPreferredSize(SIZE);
        told();
        EventQueue.invokeLater(() -> page(Step.MAPS));
        EventQueue.invokeLater(() -> maps().addSubjects());
        EventQueue.invokeLater(() -> maps().editor());
        for (Step step : Step.values()) EventQueue.invokeLater(() -> page(step));
    }

    /** What the pages' fields are of. */
    static CommandInputs inputs(CommandService commands) {
        return CommandInputs.of(commands.getCommand(PermutationInferenceCommand.class));
    }

    /** Each is made in an event of its own when the window stands, or else when it is first shown, so that none is long. */
    private Page page(Step step) {
        return made.computeIfAbsent(step, of -> {
            Page page =
                    switch (of) {
                        case MAPS -> new MapsPage(model, inputs);
                        case QUESTION -> new QuestionPage(model, inputs);
                        case VOXELS -> new VoxelsPage(model, inputs);
                        case TEST -> new KeysPage(model, inputs, of);
                        case RUN -> new RunPage(model, inputs);
                        case RESULTS -> new ResultsPage(model, viewer, commands);
                    };
            pages.add(page.component(), of.name());
            pages.revalidate();
            return page;
        });
    }

    private JPanel foot(JButton open) {
        attention.setName("attention");
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(open);
        buttons.add(back);
        buttons.add(next);
        JPanel foot = new JPanel(new BorderLayout());
        foot.setBorder(BorderFactory.createEmptyBorder(0, EDGE, 0, EDGE));
        foot.add(attention, BorderLayout.CENTER);
        foot.add(buttons, BorderLayout.EAST);
        return foot;
    }

    private static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void go(int by) {
        steps.setSelectedIndex(steps.getSelectedIndex() + by);
    }

    private void show(Step step) {
        if (step != null) {
            page(step);
            cards.show(pages, step.name());
        }
        told();
    }

    private void told() {
        steps.repaint();
        back.setEnabled(steps.getSelectedIndex() > 0);
        next.setEnabled(steps.getSelectedIndex() < Step.values().length - 1);
        String mistake = model.check().mistakes().values().stream().findFirst().orElse("");
        attention.setForeground(WordColour.ATTENTION.on(this));
        attention.setText(Html.lines(Workbench.TEXT, mistake));
    }

    /** Takes up the run of a folder of results. */
    private void open() {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle("Folder of results");
        if (chooser.showDialog(this, "Open") != JFileChooser.APPROVE_OPTION) return;
        Path folder = chooser.getSelectedFile().toPath();
        Background.run("Cohort results", () -> read(folder), (read, failure) -> {
            read.ifPresent(this::opened);
            if (!failure.isEmpty()) JOptionPane.showMessageDialog(this, failure, "Cohort", JOptionPane.WARNING_MESSAGE);
        });
    }

    private WorkbenchModel.Finished read(Path folder) {
        try (RunningTask task = viewer.progress("Open Results")) {
            return WorkbenchModel.read(folder, model.images(), task);
        }
    }

    /** Shows a run of before. */
    void opened(WorkbenchModel.Finished run) {
        model.show(run.of());
        model.finish(run.of(), run);
        steps.setSelectedValue(Step.RESULTS, true);
    }

    MapsPage maps() {
        return (MapsPage) page(Step.MAPS);
    }

    private State state(Step step) {
        boolean ran = model.finished().isPresent();
        return (step == Step.RUN || step == Step.RESULTS) && ran
                ? State.DONE
                : model.check().state(step);
    }

    /** A step with how it stands. */
    private final class StepRenderer extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            JLabel label = (JLabel) super.getListCellRendererComponent(list, value, index, isSelected, hasFocus);
            Step step = (Step) value;
            State state = state(step);
            label.setText(sign(state) + "  " + step.title());
            label.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
            if (!isSelected && state != State.NOT_YET)
                label.setForeground((state == State.DONE ? WordColour.DONE : WordColour.ATTENTION).on(label));
            return label;
        }

        private static String sign(State state) {
            return switch (state) {
                case DONE -> "✓";
                case NEEDS_ATTENTION -> "!";
                case NOT_YET -> "○";
            };
        }
    }
}
