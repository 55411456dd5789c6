package cohort.imagej.workbench;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.explore.ExplorationFiles;
import cohort.analysis.explore.ExploredClusters;
import cohort.analysis.results.GroupResults;
import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.Picture;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutationTest;
import cohort.text.Numbers;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/**
 * Moves the cluster-forming threshold of a run to look around. All thresholds of the slider are tested at once when it is asked for,
 * so that a move has nothing to compute.
 */
final class ClusterExplorer {
    private static final double SCALE = 1, ALPHA = 0.05;
    private final Picture picture;
    private final JPanel panel = new JPanel(new BorderLayout(8, 4));
    private final JButton begin = new JButton("Explore clusters"), export = new JButton("Export…");
    private final JSlider slider = new JSlider(0, 0, 0);
    private final JLabel words = new JLabel(" ");
    private Optional<WorkbenchModel.Finished> run = Optional.empty();
    private List<Explored> explored = List.of();
    private int contrast;

    /**
     * One contrast.
     *
     * @param leastP the least p that is corrected over all thresholds
     */
    private record Explored(String contrast, ExploredClusters clusters, double leastP) {}

    /** @param picture where the clusters are shown */
    ClusterExplorer(Picture picture) {
        this.picture = picture;
        begin.setName("explore");
        begin.setToolTipText("Shows the clusters of many cluster-forming thresholds, by up to "
                + Words.count(ExploredClusters.SHUFFLES) + " permutations");
        begin.addActionListener(event -> begin());
        export.setName("export");
        export.setToolTipText("Writes a map of p that is corrected for all thresholds of the slider, and a record");
        export.addActionListener(event -> export());
        slider.setName("cluster threshold");
        slider.setToolTipText("Cluster-forming p, smaller to the right");
        slider.addChangeListener(event -> draw());
        words.setName("explored");
        panel.add(begin, BorderLayout.WEST);
        panel.add(slider, BorderLayout.CENTER);
        panel.add(export, BorderLayout.EAST);
        panel.add(words, BorderLayout.SOUTH);
        show(Optional.empty());
    }

    JPanel panel() {
        return panel;
    }

    /** Takes another run. One that was read from its folder has no data to explore. */
    void show(Optional<WorkbenchModel.Finished> other) {
        run = other;
        explored = List.of();
        words.setText(" ");
        slider.setEnabled(false);
        export.setEnabled(false);
        begin.setEnabled(live().isPresent());
    }

    /** Takes another contrast of the run. */
    void choose(int other) {
        if (other == contrast) return;
        contrast = other;
        draw();
    }

    private Optional<WorkbenchModel.Live> live() {
        return run.flatMap(WorkbenchModel.Finished::live);
    }

    private void begin() {
        Optional<WorkbenchModel.Finished> asked = run;
        begin.setEnabled(false);
        words.setText("Exploring…");
        live().ifPresent(live -> Background.run("Cohort exploration", () -> explored(live), (found, failure) -> {
            if (!run.equals(asked)) return;
            begin.setEnabled(found.isEmpty());
            words.setText(Html.lines(Workbench.TEXT, failure.isEmpty() ? " " : failure));
            found.ifPresent(this::begun);
        }));
    }

    private static List<Explored> explored(WorkbenchModel.Live live) {
        return live.data().use(analysis -> explore(analysis, live.test().test()));
    }

    private static List<Explored> explore(GroupAnalysis analysis, PermutationTest test) {
        int permutations = Math.min(ExploredClusters.SHUFFLES, test.made());
        List<ExploredClusters> found = analysis.explore(permutations, Progress.NONE);
        return IntStream.range(0, found.size())
                .mapToObj(c -> new Explored(
                        analysis.names().get(c),
                        found.get(c),
                        CorrectedMap.leastP(found.get(c).logPOverLevels())))
                .toList();
    }

    private void begun(List<Explored> found) {
        explored = found;
        slider.setMaximum(found.get(0).clusters().levels().size() - 1);
        draw();
    }

    private void export() {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle("Folder for the explored clusters");
        if (chooser.showDialog(panel, "Export") == JFileChooser.APPROVE_OPTION)
            export(chooser.getSelectedFile().toPath());
    }

    /** Writes what is corrected for all thresholds of the chosen contrast. */
    void export(Path folder) {
        Explored shown = explored.get(contrast);
        WorkbenchModel.Finished of = run.orElseThrow();
        Mask mask = of.results().mask();
        String name = of.results().contrasts().get(contrast).contrast().name();
        Background.run(
                "Cohort export",
                () -> ExplorationFiles.write(
                        folder,
                        name,
                        shown.clusters(),
                        mask,
                        of.results().run().space(),
                        of.results().run().shuffled().scheme(),
                        of.of().macro()),
                (file, failure) -> words.setText(Html.lines(
                        Workbench.TEXT, file.map(map -> "Written: " + map).orElse(failure))));
    }

    private void draw() {
        boolean isOne = contrast < explored.size(); // a test of several maps together has no contrast of its own
        slider.setEnabled(isOne);
        export.setEnabled(isOne);
        if (!isOne) {
            if (!explored.isEmpty()) words.setText(" ");
            return;
        }
        Explored shown = explored.get(contrast);
        CorrectedMap sizes = shown.clusters().at(slider.getValue());
        words.setText(Html.lines(Workbench.TEXT, said(shown, sizes)));
        GroupResults results = run.orElseThrow().results();
        Mask mask = results.mask();
        Volume statistic = results.contrasts().get(contrast).map();
        picture.draw(
                () -> Figures.slices(
                        mask.toVolume(sizes.logP()), options(mask, sizes, peak(sizes, mask.values(statistic)))),
                SCALE);
    }

    /** The voxel of the largest cluster in which the statistic is greatest: in all of them the size is the same. */
    static int peak(CorrectedMap sizes, double[] statistic) {
        double[] size = sizes.map();
        int peak = sizes.peak();
        for (int v = 0; v < size.length; v++)
            if (size[v] == size[peak] && Math.abs(statistic[v]) > Math.abs(statistic[peak])) peak = v;
        return peak;
    }

    /** @param peak in mask order */
    private static SliceOptions options(Mask mask, CorrectedMap sizes, int peak) {
        return SliceOptions.DEFAULT
                .withBackground(mask.toVolume())
                .through(mask.grid().toMm(mask.gridIndex(peak)))
                .withVmax(Math.log10(1.0 + sizes.nulls().size()))
                .withBarLabel("−log10 p of clusters, exploration");
    }

    private List<String> said(Explored shown, CorrectedMap sizes) {
        ExploredClusters.Level level = shown.clusters().levels().get(slider.getValue());
        long within = Arrays.stream(sizes.logP())
                .filter(logP -> logP >= -Math.log10(ALPHA) - 1e-12)
                .count();
        String found = sizes.observed() > 0
                ? "largest cluster " + Words.count(Math.round(sizes.observed())) + " voxels, p "
                        + Words.p(sizes.leastP()) + "; " + Words.count(within) + " voxels in clusters with p up to 0.05"
                : "no voxel beyond it";
        return List.of(
                shown.contrast() + ", cluster-forming p " + Numbers.plain(level.p()) + " (beyond "
                        + Words.fixed(level.value(), 2) + "): " + found + ".",
                "This is exploration: p is not corrected for trying several thresholds. Corrected for all "
                        + shown.clusters().levels().size() + " thresholds of the slider, the smallest p is "
                        + Words.p(shown.leastP()) + ".");
    }
}
