package cohort.imagej.workbench;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.GroupTest;
import cohort.analysis.OpenImages;
import cohort.data.sample.SampleCohort;
import cohort.imagej.Widgets;
import cohort.imagej.workbench.widget.Picture;
import cohort.permute.PermutationTest;
import cohort.study.Study;
import com.sun.management.OperatingSystemMXBean;
import java.awt.EventQueue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.swing.JFrame;

/**
 * Measures what a run takes longer when its maps are drawn as it goes on: {@code java -cp ... cohort.imagej.workbench.LiveRun PAIRS
 * [KEY=VALUE ...]} on a screen, of the sample cohort unless {@code maps} is given. The same test is made with and without pictures in turn,
 * PAIRS times after one pair to warm up. What counts is processor time: that of the whole JVM, which varies from run to run by more than pictures
 * take, and that of the threads that draw and show them; wall clock is printed beside it.
 */
public final class LiveRun {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final GroupAnalysis analysis;
    private final LiveMaps live = new LiveMaps();
    /** When corrected p was painted anew, by {@link System#nanoTime}. */
    private final ConcurrentLinkedQueue<Long> repaints = new ConcurrentLinkedQueue<>();

    /** Nanoseconds of the processors that each thread that draws or shows took, by its number. */
    private final Map<Long, Long> drawing = new ConcurrentHashMap<>();

    /** Seconds of the processors and on the wall. */
    private record Spent(double processors, double wall) {}

    private LiveRun(GroupAnalysis analysis) {
        this.analysis = analysis;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("tail", "both", "fwhm", "8"));
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length))
            keys.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        if (!keys.containsKey("maps")) {
            Path folder = Files.createTempDirectory("live");
            SampleCohort.write(folder, 16, 1, 1, Progress.NONE);
            keys.put("maps", folder.resolve("participants.tsv").toString());
        }
        LiveRun run =
                new LiveRun(GroupAnalysis.load(Study.EMPTY.with(keys).settings(), OpenImages.NONE, Progress.NONE));
        EventQueue.invokeAndWait(run::open);
        run.measure(Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void open() {
        JFrame window = new JFrame("Live run");
        window.add(live.panel());
        window.setSize(850, 660);
        window.setVisible(true);
        Widgets.named(live.panel(), "corrected p", Picture.class).addPropertyChangeListener("icon", event -> {
            repaints.add(System.nanoTime());
            lookAtThreads();
        });
    }

    /** Those that draw end when they have had nothing to do for a second. */
    private void lookAtThreads() {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            if (thread != null && thread.getThreadName().matches("Cohort picture|AWT-EventQueue.*"))
                drawing.merge(thread.getThreadId(), THREADS.getThreadCpuTime(thread.getThreadId()), Math::max);
    }

    private double drawingSeconds() {
        lookAtThreads();
        return drawing.values().stream().mapToLong(Long::longValue).sum() / 1e9;
    }

    private void measure(int pairs) {
        List<Double> ratios = new ArrayList<>();
        double with = 0, without = 0;
        for (int pair = 0; pair <= pairs; pair++) {
            boolean isLiveFirst = pair % 2 == 1;
            Spent one = run(isLiveFirst), other = run(!isLiveFirst);
            Spent pictures = isLiveFirst ? one : other, plain = isLiveFirst ? other : one;
            double ratio = pictures.processors / plain.processors;
            System.out.printf(
                    Locale.ROOT,
                    "%-8s processors %7.2f s with pictures, %7.2f s without: %+5.1f %%; wall %7.2f s and %7.2f s%n",
                    pair == 0 ? "warm-up" : "pair " + pair,
                    pictures.processors,
                    plain.processors,
                    100 * (ratio - 1),
                    pictures.wall,
                    plain.wall);
            if (pair == 0) continue;
            with += pictures.processors;
            without += plain.processors;
            ratios.add(ratio);
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "processors, all pairs %+.1f %%, median %+.1f %%%n",
                100 * (with / without - 1),
                100 * (ratios.get(ratios.size() / 2) - 1));
    }

    private Spent run(boolean isLive) {
        GroupTest test = analysis.test();
        System.gc();
        repaints.clear();
        double drawn = drawingSeconds();
        long processors = SYSTEM.getProcessCpuTime(), wall = System.nanoTime();
        if (isLive) live.show(analysis, test);
        test.run(isLive ? this::look : PermutationTest.Monitor.NONE, Progress.NONE);
        long end = System.nanoTime();
        Spent spent = new Spent((SYSTEM.getProcessCpuTime() - processors) / 1e9, (end - wall) / 1e9);
        if (isLive) {
            System.out.printf(
                    Locale.ROOT,
                    "         drawing and showing took %.2f s of the processors, %.1f %% of the run%n",
                    drawingSeconds() - drawn,
                    100 * (drawingSeconds() - drawn) / spent.processors);
            tellRepaints(wall, end);
        }
        return spent;
    }

    private boolean look(PermutationTest test) {
        live.look(analysis, test);
        return true;
    }

    private void tellRepaints(long start, long end) {
        List<Long> times = new ArrayList<>(repaints);
        double longest = 0;
        for (int t = 1; t < times.size(); t++) longest = Math.max(longest, (times.get(t) - times.get(t - 1)) / 1e9);
        System.out.printf(
                Locale.ROOT,
                "         %d repaints of corrected p, %.2f a second, the first after %.2f s, the longest pause %.2f s%n",
                times.size(),
                times.size() / ((end - start) / 1e9),
                times.isEmpty() ? Double.NaN : (times.get(0) - start) / 1e9,
                longest);
    }
}
