package cohort.imagej.workbench;

import cohort.InputException;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.command.ClusterTableCommand;
import cohort.command.GroupReportCommand;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.ResultImages;
import cohort.command.viewer.Viewer;
import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.imagej.message.Html;
import cohort.imagej.message.Message;
import cohort.permute.CorrectedMap;
import cohort.study.Study;
import cohort.text.Numbers;
import ij.plugin.BrowserLauncher;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.DefaultListModel;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.ListSelectionModel;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** The maps of the last run, its tables and its report, and the lines that do it again. */
final class ResultsPage implements Page {
    private static final double SCALE = 1.0;
    private final WorkbenchModel model;
    private final Viewer viewer;
    private final CommandService commands;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JLabel brief = new JLabel(" "), picture = new JLabel();
    private final DefaultListModel<String> names = new DefaultListModel<>();
    private final JList<String> maps = new JList<>(names);
    private final List<JButton> needsRun = new ArrayList<>(), needsFolder = new ArrayList<>();
    private List<ResultImage> images = List.of();
    private Optional<WorkbenchModel.Finished> shown = Optional.empty();

    ResultsPage(WorkbenchModel model, Viewer viewer, CommandService commands) {
        this.model = model;
        this.viewer = viewer;
        this.commands = commands;
        maps.setName("maps");
        maps.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        maps.addListSelectionListener(event -> draw());
        JSplitPane middle =
                new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(maps), new JScrollPane(picture));
        middle.setResizeWeight(0.3);
        JPanel open = new JPanel(new FlowLayout(FlowLayout.LEADING)),
                copy = new JPanel(new FlowLayout(FlowLayout.LEADING));
        button(open, needsRun, "Open map", this::openMap);
        button(open, needsFolder, "Cluster table", this::openTable);
        button(open, needsFolder, "Report", this::openReport);
        copy.add(new JLabel("Copy as"));
        copyButton(copy, "Macro", Study::macro);
        copyButton(copy, "Groovy", Study::groovy);
        copyButton(copy, "Python", Study::python);
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(open, BorderLayout.NORTH);
        foot.add(copy, BorderLayout.SOUTH);
        page.add(brief, BorderLayout.NORTH);
        page.add(middle, BorderLayout.CENTER);
        page.add(foot, BorderLayout.SOUTH);
        model.listen(this::show);
        show();
    }

    private static void button(JPanel row, List<JButton> needs, String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        row.add(button);
        needs.add(button);
    }

    private void copyButton(JPanel row, String text, Function<Study, String> lines) {
        button(row, new ArrayList<>(), text, () -> Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(lines.apply(model.study())), null));
    }

    private void show() {
        Optional<WorkbenchModel.Finished> run = model.finished();
        boolean written = run.filter(done -> !done.of().get("output").isBlank()).isPresent();
        needsRun.forEach(button -> button.setEnabled(run.isPresent()));
        needsFolder.forEach(button -> button.setEnabled(written));
        if (run.equals(shown)) return;
        shown = run;
        names.clear();
        images = run.map(done -> ResultImages.of(
                                done.results(),
                                done.analysis(),
                                done.of().macro().strip())
                        .toList())
                .orElse(List.of());
        images.forEach(image -> names.addElement(image.name()));
        brief.setText(run.map(done -> Html.lines(Workbench.TEXT, findings(done.results())))
                .orElse(" "));
        if (!names.isEmpty()) maps.setSelectedIndex(0);
    }

    /** The smallest corrected p of each contrast and statistic. */
    private static List<String> findings(GroupResults results) {
        return results.contrasts().stream().map(ResultsPage::finding).toList();
    }

    private static String finding(ContrastResults tested) {
        List<String> smallest = tested.tests().stream()
                .map(test -> test.info().heading() + " p = " + Numbers.text(p(test)))
                .toList();
        return tested.contrast().text() + ": smallest corrected " + String.join(", ", smallest);
    }

    private static double p(CorrectedMap test) {
        return Math.pow(10, -Arrays.stream(test.logP()).max().orElse(0));
    }

    private Optional<ResultImage> chosen() {
        int at = maps.getSelectedIndex();
        return at < 0 || at >= images.size() ? Optional.empty() : Optional.of(images.get(at));
    }

    private void draw() {
        picture.setIcon(chosen().map(image -> new ImageIcon(
                        Figures.slices(image.map(), SliceOptions.DEFAULT).toImage(SCALE)))
                .orElse(null));
    }

    private void openMap() {
        chosen().ifPresent(viewer::show);
    }

    private void openTable() {
        shown.ifPresent(done -> run(
                ClusterTableCommand.class,
                Map.of("image", file(done, done.results().contrasts().get(0))),
                table -> {}));
    }

    private static String file(WorkbenchModel.Finished done, ContrastResults tested) {
        return new File(
                        done.of().get("output"),
                        "contrast-" + tested.contrast().name() + "_stat-" + tested.statistic() + "_statmap.nii.gz")
                .getPath();
    }

    private void openReport() {
        shown.ifPresent(done -> run(
                GroupReportCommand.class,
                Map.of("results", done.of().get("output")),
                report -> browse((File) report.getOutput("file"))));
    }

    private static void browse(File page) {
        try {
            BrowserLauncher.openURL(page.toURI().toString());
        } catch (IOException e) {
            throw new InputException(page + " cannot be shown in a browser; open it by hand.", e);
        }
    }

    /** Runs a command beside the thread of events; tells why it was cancelled, if it was. */
    private void run(Class<? extends Command> command, Map<String, Object> inputs, Consumer<Module> then) {
        Background.run(
                "Cohort command",
                () -> {
                    Module module = commands.moduleService().waitFor(commands.run(command, true, inputs));
                    String reason = module instanceof Cancelable run && run.isCanceled() ? run.getCancelReason() : "";
                    if (!reason.isEmpty()) throw new InputException(reason);
                    then.accept(module);
                    return module;
                },
                (module, failure) -> {
                    if (!failure.isEmpty()) Message.show("Cohort", failure);
                });
    }

    @Override
    public JComponent component() {
        return page;
    }
}
