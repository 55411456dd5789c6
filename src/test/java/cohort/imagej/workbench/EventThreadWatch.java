package cohort.imagej.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Looks every few milliseconds what the thread of events is at, so that work that belongs elsewhere is found on it. */
final class EventThreadWatch implements AutoCloseable {
    /** What takes its time: drawing, reading, writing and computing. */
    private static final List<String> SLOW = List.of(
            "cohort.figure.Figures",
            "cohort.image.format.",
            "cohort.analysis.GivenCohort",
            "cohort.analysis.GroupAnalysis",
            "cohort.analysis.explore.ExplorationFiles",
            "cohort.analysis.results.ResultReader",
            "cohort.command.viewer.ResultImages",
            "cohort.files.AtomicFile",
            "cohort.files.TextFile",
            "cohort.glm.",
            "cohort.imagej.io.RoiMask",
            "cohort.mask.GroupMaps",
            "cohort.mask.SubjectMatrix",
            "cohort.permute.CorrectedMap.leastP",
            "cohort.permute.PermutationInference",
            "cohort.permute.PermutationTest",
            "cohort.quality.SubjectDistances",
            "cohort.report.words.ClusterListing.of",
            "cohort.study.MapGrids.grid",
            "cohort.study.QuestionCard.of",
            "cohort.study.StudyCheck.of",
            "cohort.subjects.found.",
            "cohort.table.TableReader",
            "cohort.threshold.");

    /** Belongs to none of them. */
    private static final String WORDS = "cohort.threshold.statistic.MapWords";

    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Thread watch;
    private volatile boolean closed;

    EventThreadWatch() {
        watch = new Thread(this::look, "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void look() {
        while (!closed) {
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread.getName().startsWith("AWT-EventQueue")) look(stack);
            });
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look(StackTraceElement[] stack) {
        Arrays.stream(stack)
                .filter(frame -> !frame.getMethodName().equals("<clinit>")) // of a constant that is looked at
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .filter(name -> SLOW.stream().anyMatch(name::startsWith) && !name.startsWith(WORDS))
                .forEach(found::add);
    }

    /** The slow methods that were seen. */
    Set<String> found() {
        return new TreeSet<>(found);
    }

    @Override
    public void close() {
        closed = true;
    }
}
