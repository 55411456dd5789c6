package cohort.imagej.workbench;

import cohort.InputException;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.command.ClusterTableCommand;
import cohort.command.GroupReportCommand;
import cohort.command.ShowMapCommand;
import cohort.command.SlicesCommand;
import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.Viewer;
import cohort.figure.slice.SliceOptions;
import cohort.files.GivenPath;
import cohort.files.MapName;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.dialog.RecordedLine;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.map.Position;
import cohort.imagej.message.Html;
import cohort.imagej.message.Message;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.PeakTable;
import cohort.imagej.workbench.widget.Picture;
import cohort.imagej.workbench.widget.SmallestCorrectedP;
import cohort.imagej.workbench.widget.Thumbnails;
import cohort.report.words.ClusterListing;
import cohort.study.Study;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** The maps of the last run, its tables and its report, and the lines that do it again. */
final class ResultsPage implements Page {
    private static final Dimension PICTURE = new Dimension(560, 250);
    private static final double SCALE = 1.0, HALF = 0.5, LIST = 0.3;
    private final WorkbenchModel model;
    private final Viewer viewer;
    private final CommandService commands;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JLabel brief = new JLabel(" "), clusters = new JLabel(" "), copied = new JLabel();
    private final Picture picture = new Picture("map");
    private final ClusterExplorer explorer = new ClusterExplorer(picture);
    private final PeakTable peaks = new PeakTable();
    private final JTable table = peaks.table();
    private final DefaultListModel<String> names = new DefaultListModel<>();
    private final JList<String> maps = new JList<>(names);
    private final Thumbnails thumbnails = new Thumbnails(maps);
    private final List<JButton> needsRun = new ArrayList<>(), needsFolder = new ArrayList<>();
    private List<ContrastImages> contrasts = List.of();
    private List<ResultImage> images = List.of();
    private Optional<WorkbenchModel.Finished> shown = Optional.empty();
    /** The contrast whose clusters are in the table. */
    private Optional<ContrastResults> listed = Optional.empty();

    ResultsPage(WorkbenchModel model, Viewer viewer, CommandService commands) {
        this.model = model;
        this.viewer = viewer;
        this.commands = commands;
        maps.setName("maps");
        maps.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        maps.addListSelectionListener(event -> draw());
        maps.setCellRenderer(thumbnails);
        maps.setFixedCellHeight(Thumbnails.HEIGHT);
        maps.setFixedCellWidth(Thumbnails.WORDS + 8);
        clusters.setName("cluster words");
        table.setName("clusters");
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) goToPeak();
        });
        JPanel below = new JPanel(new BorderLayout(0, 4));
        below.add(clusters, BorderLayout.NORTH);
        below.add(new JScrollPane(table), BorderLayout.CENTER);
        below.add(explorer.panel(), BorderLayout.SOUTH);
        JScrollPane above = new JScrollPane(picture);
        above.setPreferredSize(PICTURE); // also before there is one
        JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT, above, below);
        right.setResizeWeight(HALF);
        JSplitPane middle = new JSplitPane(
                JSplitPane.HORIZONTAL_SPLIT,
                new JScrollPane(maps, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER),
                right);
        middle.setResizeWeight(LIST);
        JPanel open = new JPanel(new FlowLayout(FlowLayout.LEADING)),
                copy = new JPanel(new FlowLayout(FlowLayout.LEADING));
        button(open, needsRun, "Open map", this::openMap);
        button(open, needsFolder, "Cluster table", this::openTable);
        button(open, needsFolder, "Figure", this::openFigure);
        button(open, needsFolder, "Report", this::openReport);
        button(open, needsFolder, "Files", this::openFiles);
        copy.add(new JLabel("Copy as"));
        copyButton(copy, "Macro", Study::macro);
        copyButton(copy, "Groovy", Study::groovy);
        copyButton(copy, "Python", Study::python);
        copied.setName("copied");
        copy.add(copied);
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
        button(row, new ArrayList<>(), text, () -> {
            Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .setContents(new StringSelection(lines.apply(model.study())), null);
            copied.setText(text + " copied to the clipboard.");
        });
    }

    private void show() {
        Optional<WorkbenchModel.Finished> run = model.finished();
        boolean written = run.filter(done -> !done.of().get("output").isBlank()).isPresent();
        needsRun.forEach(button -> button.setEnabled(run.isPresent()));
        needsFolder.forEach(button -> button.setEnabled(written));
        if (run.equals(shown)) return;
        shown = run;
        copied.setText("");
        explorer.show(run);
        names.clear();
        listed = Optional.empty();
        contrasts = run.map(WorkbenchModel.Finished::images).orElse(List.of());
        images = contrasts.stream().flatMap(of -> of.maps().stream()).toList();
        thumbnails.show(images);
        images.forEach(image -> names.addElement(image.words()));
        brief.setText(" ");
        run.ifPresent(this::brief);
        if (!names.isEmpty()) maps.setSelectedIndex(0);
    }

    /** Looks through all voxels of a run for its smallest p, and tells it if the run still is the one that is shown. */
    private void brief(WorkbenchModel.Finished done) {
        Background.run("Cohort findings", () -> findings(done.results()), (found, failure) -> {
            if (shown.filter(now -> now == done).isPresent())
                brief.setText(found.map(sentences -> Html.lines(Workbench.PAGE, sentences))
                        .orElse(failure));
        });
    }

    private static List<String> findings(GroupResults results) {
        boolean exhaustive = results.run().shuffled().exhaustive();
        return results.contrasts().stream()
                .filter(tested -> !tested.tests().isEmpty())
                .map(tested -> SmallestCorrectedP.of(tested.contrast().text(), tested.tests(), exhaustive))
                .toList();
    }

    private Optional<ResultImage> chosen() {
        int at = maps.getSelectedIndex();
        return at < 0 || at >= images.size() ? Optional.empty() : Optional.of(images.get(at));
    }

    private void draw() {
        chosen().ifPresentOrElse(image -> draw(image, SliceOptions.DEFAULT), picture::clear);
        Optional<ContrastResults> tested = chosenContrast();
        if (tested.equals(listed)) return;
        listed = tested;
        tested.ifPresent(contrast ->
                explorer.choose(shown.orElseThrow().results().contrasts().indexOf(contrast)));
        peaks.clear();
        clusters.setText(" ");
        tested.ifPresent(this::list);
    }

    private void draw(ResultImage image, SliceOptions options) {
        picture.draw(() -> Thumbnails.slices(image, options), SCALE);
    }

    private Optional<ContrastResults> chosenContrast() {
        return chosen().flatMap(image -> shown.flatMap(done -> done.results().contrasts().stream()
                .filter(tested -> tested.maps().containsValue(image.map()))
                .findFirst()));
    }

    /** Finds the clusters of a contrast, and lists them if it still is the chosen one. */
    private void list(ContrastResults tested) {
        GroupResults results = shown.orElseThrow().results();
        Background.run("Cohort clusters", () -> ClusterListing.of(results, tested), (found, failure) -> {
            if (!listed.equals(Optional.of(tested))) return;
            clusters.setText(Html.lines(
                    Workbench.TEXT, found.map(listing -> words(tested, listing)).orElse(failure)));
            found.ifPresent(listing -> peaks.show(listing, results.mask().grid()));
        });
    }

    private static String words(ContrastResults tested, ClusterListing listing) {
        int count = listing.clusters().clusters().size();
        return tested.contrast().text() + ": " + Words.count(count, "cluster") + " of voxels with " + tested.statistic()
                + " beyond " + Words.fixed(listing.level(), 2) + ", " + listing.reason()
                + ". A click on a row shows its peak.";
    }

    /** Shows the peak of the chosen row here and in the map's window, if it is open. */
    private void goToPeak() {
        int row = table.getSelectedRow();
        if (row < 0 || chosen().isEmpty()) return;
        double[] mm = peaks.position(row);
        ResultImage image = chosen().get();
        draw(image, SliceOptions.DEFAULT.through(mm));
        ImageJImages.find(image.name()).ifPresent(open -> Position.show(open, mm[0], mm[1], mm[2]));
    }

    private void openMap() {
        chosen().flatMap(image -> contrasts.stream()
                        .filter(of -> of.maps().contains(image))
                        .findFirst()
                        .map(of -> of.from(image)))
                .ifPresent(this::open);
    }

    private void open(ContrastImages contrast) {
        recorded(ShowMapCommand.class, chosenFile().map(file -> Map.of("image", file)), () -> {
            viewer.show(contrast);
            return contrast;
        });
    }

    private void openTable() {
        shown.ifPresent(done -> run(
                ClusterTableCommand.class,
                Map.of(
                        "image",
                        statistic(done, listed.orElse(done.results().contrasts().get(0))))));
    }

    private static String statistic(WorkbenchModel.Finished done, ContrastResults tested) {
        return file(done, new MapName(tested.contrast().name(), tested.statistic()));
    }

    private static String file(WorkbenchModel.Finished done, MapName map) {
        return new File(done.of().get("output"), map.file()).getPath();
    }

    private void openFigure() {
        chosenFile().ifPresent(file -> run(SlicesCommand.class, Map.of("image", file)));
    }

    /** The file of the chosen map, if the run was written. */
    private Optional<String> chosenFile() {
        return shown.filter(done -> !done.of().get("output").isBlank()).flatMap(done -> chosen().flatMap(
                        image -> chosenContrast().flatMap(tested -> tested.maps().entrySet().stream()
                                .filter(map -> map.getValue() == image.map())
                                .map(map -> new MapName(tested.contrast().name(), map.getKey()))
                                .findFirst()))
                .map(map -> file(done, map)));
    }

    private void openReport() {
        shown.ifPresent(done ->
                run(GroupReportCommand.class, Map.of("results", done.of().get("output"))));
    }

    private void openFiles() {
        shown.ifPresent(done -> Background.run(
                "Cohort files",
                () -> {
                    Path folder = GivenPath.of("output", done.of().get("output"));
                    viewer.show(folder);
                    return folder;
                },
                (folder, failure) -> {
                    if (!failure.isEmpty()) Message.show("Cohort", failure);
                }));
    }

    /** Runs a command beside the thread of events and records it; says why it was cancelled, if it was. */
    private void run(Class<? extends Command> command, Map<String, String> inputs) {
        recorded(command, Optional.of(inputs), () -> {
            Module module =
                    commands.moduleService().waitFor(commands.run(command, true, new HashMap<String, Object>(inputs)));
            String reason = module instanceof Cancelable run && run.isCanceled() ? run.getCancelReason() : "";
            if (!reason.isEmpty()) throw new InputException(reason);
            return module;
        });
    }

    /**
     * Does what a command does beside the thread of events, and records the command; says what failed.
     *
     * @param inputs of the line that does the same; nothing is recorded if there is none
     */
    private void recorded(Class<? extends Command> command, Optional<Map<String, String>> inputs, Supplier<?> work) {
        String menuItem = CommandInputs.of(commands.getCommand(command)).menuItem();
        RecordedLine.begin(menuItem);
        Background.run("Cohort command", work, (done, failure) -> {
            inputs.filter(line -> failure.isEmpty())
                    .ifPresentOrElse(line -> RecordedLine.write(menuItem, line), RecordedLine::drop);
            if (!failure.isEmpty()) Message.show("Cohort", failure);
        });
    }

    @Override
    public JComponent component() {
        return page;
    }
}
