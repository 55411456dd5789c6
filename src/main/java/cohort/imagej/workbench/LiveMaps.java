package cohort.imagej.workbench;

import cohort.analysis.GroupAnalysis;
import cohort.analysis.GroupTest;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Picture;
import cohort.imagej.workbench.widget.SmallestCorrectedP;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * The statistic of the first contrast and its corrected p through the peak, as a test continues. They are drawn beside the thread that
 * tests, at most as often as keeps the drawing to a few hundredths of the time.
 */
final class LiveMaps {
    private static final double SCALE = 0.85;
    /**
     * Nanoseconds from one picture to the next, at least; and how many times as long as the last one took of a processor, so that
     * pictures take 3 % of them all. What it waited for a processor, since the test has them, does not count.
     */
    private static final long PAUSE = 400_000_000L,
            SHARE = Math.max(1, 33 / Runtime.getRuntime().availableProcessors());

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final JPanel panel = new JPanel(new BorderLayout(0, 4));
    private final Picture statistic = new Picture("statistic"), corrected = new Picture("corrected p");
    private final JLabel words = new JLabel(" ");
    /** Whether a test is shown, to which what is drawn belongs; read and written by the thread of events and that which tests. */
    private volatile boolean shows;
    /** When to draw again, by {@link System#nanoTime}. */
    private volatile long next;

    LiveMaps() {
        JPanel pictures = new JPanel(new BorderLayout(0, 4));
        pictures.add(statistic, BorderLayout.NORTH);
        pictures.add(corrected, BorderLayout.CENTER);
        words.setName("so far");
        panel.add(words, BorderLayout.NORTH);
        panel.add(new JScrollPane(pictures), BorderLayout.CENTER);
    }

    JPanel panel() {
        return panel;
    }

    /** Shows nothing, also of what is being drawn. */
    void clear() {
        shows = false;
        statistic.clear();
        corrected.clear();
        words.setText(" ");
    }

    /** Shows a test before its first shuffle. */
    void show(GroupAnalysis analysis, GroupTest test) {
        next = System.nanoTime();
        shows = true;
        CorrectedMap map = test.test().result().contrasts().get(0).statistics().get(0);
        SliceOptions options =
                options(map, analysis.mask().mask()).withBarLabel(map.info().symbol());
        Volume volume = analysis.mask().mask().toVolume(map.map());
        statistic.draw(() -> Figures.slices(volume, options), SCALE);
    }

    /** Called whenever more shuffles are made. */
    void look(GroupAnalysis analysis, PermutationTest test) {
        if (System.nanoTime() >= next) draw(analysis, test);
    }

    /** Shows what all shuffles gave. */
    void end(GroupAnalysis analysis, PermutationTest test) {
        draw(analysis, test);
    }

    /** The next one waits until this one is there. */
    private void draw(GroupAnalysis analysis, PermutationTest test) {
        Supplier<PermutationResult> soFar = test.soFar();
        int asked = test.asked();
        next = Long.MAX_VALUE;
        corrected.draw(() -> {
            long start = PROCESSOR.getCurrentThreadCpuTime(), began = System.nanoTime();
            try {
                PermutationResult result = soFar.get();
                List<String> said = said(analysis, result, asked);
                EventQueue.invokeLater(() -> {
                    if (shows) words.setText(Html.lines(Workbench.PAGE, said));
                });
                return corrected.image(figure(result, analysis.mask().mask(), asked), SCALE);
            } finally {
                long spent = PROCESSOR.getCurrentThreadCpuTime() - start;
                next = began + Math.max(PAUSE, SHARE * spent);
            }
        });
    }

    private static Figure figure(PermutationResult result, Mask mask, int asked) {
        CorrectedMap map = result.contrasts().get(0).statistics().get(0);
        SliceOptions options =
                options(map, mask).withVmax(Math.log10(1.0 + asked)).withBarLabel("−log10 corrected p");
        return Figures.slices(mask.toVolume(map.logP()), options);
    }

    private static List<String> said(GroupAnalysis analysis, PermutationResult result, int asked) {
        String made = Words.count(result.shuffles()) + " of " + Words.count(asked) + " " + result.shuffling();
        return IntStream.range(0, analysis.names().size()) // tests of several maps together come behind them
                .mapToObj(c -> SmallestCorrectedP.of(
                        analysis.names().get(c), result.contrasts().get(c).statistics(), result.exhaustive()))
                .map(sentence -> sentence + "; " + made)
                .toList();
    }

    /** Through the peak. */
    private static SliceOptions options(CorrectedMap map, Mask mask) {
        return SliceOptions.DEFAULT
                .withBackground(mask.toVolume())
                .through(mask.grid().toMm(mask.gridIndex(map.peak())));
    }
}
