package cohort.imagej.workbench;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.GroupTest;
import cohort.analysis.OpenImages;
import cohort.analysis.results.GroupResults;
import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImages;
import cohort.files.GivenPath;
import cohort.study.Study;
import cohort.study.StudyCheck;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the window shows: the study, how far it is, and what came of it. Once a window shows it, it is changed on the thread of events
 * alone; files are looked at on a thread of its own, and listeners hear of it when that has ended.
 */
final class WorkbenchModel {
    private final OpenImages images;
    private final List<Runnable> listeners = new ArrayList<>();
    private final ExecutorService checks = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "Cohort study");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Object> wanted = new AtomicReference<>();

    private Study study = Study.EMPTY.with("tail", "both");
    private StudyCheck check = StudyCheck.NOTHING;
    private Optional<Finished> finished = Optional.empty();
    private boolean closed;

    /**
     * A run that came to its end, now or before.
     *
     * @param of the study that it was
     * @param images its maps as they are shown
     * @param live what can go on; nothing of a run that was read from its folder
     */
    record Finished(Study of, GroupResults results, List<ContrastImages> images, Optional<Live> live) {}

    /**
     * A run that can continue.
     *
     * @param data that were tested
     */
    record Live(RunData data, GroupTest test) {}

    WorkbenchModel(OpenImages images) {
        this.images = images;
    }

    /** Has a listener told of every change, on the thread of events. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    Study study() {
        return study;
    }

    /** How far the study was when its files were last looked at. */
    StudyCheck check() {
        return check;
    }

    /** The last run, as long as the study is what it was. */
    Optional<Finished> finished() {
        return finished.filter(run -> run.of().equals(study));
    }

    OpenImages images() {
        return images;
    }

    /** The voxels of a study and their values before any smoothing, whatever its question. */
    GroupAnalysis voxels(Study of) {
        Study plain = of.with(Map.of("fwhm", "0", "model", "1", "contrast", "", "design", "", "error", "auto"));
        return GroupAnalysis.load(plain.settings().data(), images, Progress.NONE);
    }

    /**
     * Takes up the run of a folder of results.
     *
     * @param images where its background may be open
     * @param progress is told if its background cannot be read any more
     * @throws InputException if there is no permutation test, or its files are not those that it wrote
     */
    static Finished read(Path folder, OpenImages images, Progress progress) {
        GroupResults results = GroupResults.read(folder);
        if (!results.run().isPermutation())
            throw new InputException(
                    "results: " + folder + " holds a model without a permutation test, expected the output"
                            + " folder of Permutation Inference; Group Report... shows the model.");
        Study study = Study.of(results.run()).with("output", folder.toString());
        return new Finished(
                study,
                results,
                ResultImages.of(results, folder, images, progress, line(study)).toList(),
                Optional.empty());
    }

    /** Where a file that goes with the study would be put: beside the output, or else beside the folder of the maps. */
    Path beside(String name) {
        Path beside = GivenPath.find("output", study.get("output"))
                .or(() -> check.everybody()
                        .flatMap(all -> all.mapFiles().stream().findFirst())
                        .map(Path::getParent))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), "maps"))
                .toAbsolutePath();
        return (beside.getParent() == null ? beside : beside.getParent()).resolve(name);
    }

    /** The macro line that makes the maps of a study again. */
    static String line(Study study) {
        return study.macro().strip();
    }

    void change(Map<String, String> keys) {
        show(study.with(keys));
    }

    /** Takes another study, and looks at its files. */
    void show(Study other) {
        if (other.equals(study)) return;
        study = other;
        look();
    }

    /** Looks at the study's files, which may be others than they were. */
    void look() {
        Study other = study;
        Object asked = new Object();
        wanted.set(asked);
        checks.execute(() -> {
            if (wanted.get() != asked) return; // typed on meanwhile
            StudyCheck found = StudyCheck.of(other, images);
            EventQueue.invokeLater(() -> {
                if (study != other) return;
                check = found;
                tell();
            });
        });
        tell();
    }

    /**
     * Takes what came of a run.
     *
     * @param asked the study that was run; if it still is the one that is shown, that of the run takes its place
     */
    void finish(Study asked, Finished run) {
        if (closed) {
            run.live().map(Live::data).ifPresent(RunData::release);
            return;
        }
        Optional<RunData> before = data();
        finished = Optional.of(run);
        if (study.equals(asked)) show(run.of());
        tell();
        before.filter(data -> !data().equals(Optional.of(data))).ifPresent(RunData::release);
    }

    /** Lets go of the data of the last run and of one that is under way, since nobody will look at them again. */
    void close() {
        closed = true;
        data().ifPresent(RunData::release);
        checks.shutdown();
    }

    private Optional<RunData> data() {
        return finished.flatMap(Finished::live).map(Live::data);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
