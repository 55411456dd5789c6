package cohort.imagej.workbench;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.GroupTest;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.command.viewer.ResultImages;
import cohort.files.GivenPath;
import cohort.study.Study;
import java.util.Optional;

/** A run of a study, which may be ended early or go on where it ended; in each case its study is the one that gives its bytes. */
final class StudyRun {
    private static final String PERMUTATIONS = "permutations";

    private final WorkbenchModel model;
    private final LiveMaps live;
    private final Progress progress;
    private volatile boolean enough;

    StudyRun(WorkbenchModel model, LiveMaps live, Progress progress) {
        this.model = model;
        this.live = live;
        this.progress = progress;
    }

    /** Ends it with the shuffles that are made; may be called by any thread. */
    void end() {
        enough = true;
    }

    /** Runs a study from its files to its results. */
    WorkbenchModel.Finished run(Study study) {
        Optional<ResultFolder> folder = folder(study);
        try {
            return run(
                    study, new RunData(GroupAnalysis.load(study.settings(), model.images(), folder, progress)), folder);
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }

    /** The data stay for a test that goes on, unless this one fails. */
    private WorkbenchModel.Finished run(Study study, RunData data, Optional<ResultFolder> folder) {
        try {
            return data.use(analysis -> finish(study, data, analysis, analysis.test(), folder));
        } catch (RuntimeException | Error e) {
            data.release();
            throw e;
        }
    }

    /** Goes on with a run of a study. */
    WorkbenchModel.Finished run(Study asked, WorkbenchModel.Live before, int permutations) {
        Study study = asked.with(PERMUTATIONS, Integer.toString(permutations));
        Optional<ResultFolder> folder = folder(study);
        try {
            return before.data()
                    .use(analysis ->
                            finish(study, before.data(), analysis, before.test().upTo(permutations), folder));
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }

    private static Optional<ResultFolder> folder(Study study) {
        return GivenPath.find("output", study.get("output")).map(path -> ResultFolder.open("output", path));
    }

    private WorkbenchModel.Finished finish(
            Study study, RunData data, GroupAnalysis analysis, GroupTest test, Optional<ResultFolder> folder) {
        live.show(analysis, test);
        GroupResults results = test.run(
                soFar -> {
                    live.look(analysis, soFar);
                    return !enough;
                },
                progress);
        live.end(analysis, test.test());
        folder.ifPresent(place -> place.write(results));
        Study made = test.test().isEndedEarly()
                ? study.with(PERMUTATIONS, Integer.toString(test.test().made()))
                : study;
        return new WorkbenchModel.Finished(
                made,
                results,
                ResultImages.of(results, analysis, model.images(), progress, WorkbenchModel.line(made))
                        .toList(),
                Optional.of(new WorkbenchModel.Live(data, test)));
    }
}
