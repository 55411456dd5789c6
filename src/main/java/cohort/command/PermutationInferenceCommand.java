package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.design.Contrast;
import cohort.mask.Missing;
import cohort.permute.Approximation;
import cohort.permute.ClusterForming;
import cohort.permute.ContrastTest;
import cohort.permute.EnhancedStatistic;
import cohort.permute.EvidenceOptions;
import cohort.permute.MapStatistic;
import cohort.permute.NullMemory;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.report.PermutationMaps;
import cohort.report.ResultFolder;
import cohort.report.Shuffled;
import cohort.report.StepTimes;
import cohort.report.TestedContrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.ejml.data.DMatrixRMaj;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests contrasts by shuffling the subjects, with family-wise error control over the image. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Permutation Inference...")
public final class PermutationInferenceCommand extends ShuffledModelCommand {
    /** A pool of Java takes no more. */
    private static final int MOST_THREADS = 32767;

    @Parameter(
            label = "Cluster-forming p",
            description = "Uncorrected p above which voxels form no cluster, e.g. 0.001; 0 for no cluster statistics.",
            required = false,
            persist = false)
    private double cluster_p = 0.001;

    @Parameter(label = "TFCE", description = "Threshold-free cluster enhancement.", required = false, persist = false)
    private boolean tfce;

    @Parameter(
            label = "Uncorrected p",
            description = "Also a p for each voxel alone, and one adjusted for the false discovery rate.",
            required = false,
            persist = false)
    private boolean uncorrected;

    @Parameter(
            label = "Approximation",
            description = "Of the nulls: tail by a generalised Pareto, all by a gamma distribution, where they fit.",
            choices = {"none", "tail", "gamma"},
            required = false,
            persist = false)
    private String approximation = "none";

    @Parameter(
            label = "Stop after",
            description = "End once so many shuffles reach the observed maxima, e.g. 20; 0 to make all.",
            required = false,
            persist = false)
    private int stop_after;

    @Parameter(label = "Threads", description = "0 for one a processor.", required = false, persist = false)
    private int threads;

    @Override
    void analyse(Missing rule, Optional<ResultFolder> folder, Progress progress) {
        ShuffleInputs shuffling = checkedShuffling();
        EvidenceOptions evidence = new EvidenceOptions(Approximation.of(approximation), uncorrected, stop_after);
        if (cluster_p != 0) ClusterForming.requireInRange(cluster_p);
        if (threads < 0 || threads > MOST_THREADS)
            throw new InputException("threads: found " + threads + ", expected a number from 1 to " + MOST_THREADS
                    + ", or 0 for one a processor.");
        Runnable work = () -> test(rule, shuffling, evidence, folder, progress);
        if (threads == 0) work.run();
        else Parallelization.runWithNumThreads(threads, work);
    }

    private void test(
            Missing rule,
            ShuffleInputs shuffling,
            EvidenceOptions evidence,
            Optional<ResultFolder> folder,
            Progress progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(rule, asked -> check(asked, shuffling, evidence, folder), times, progress);
        Question asked = group.question();
        PermutationResult result = times.time(
                "permute",
                () -> PermutationTest.test(
                        group.data(),
                        group.mask().mask(),
                        asked.design().matrix(),
                        tests(asked),
                        options(shuffling, asked, evidence),
                        progress));
        folder.ifPresent(results -> write(results, group, result, times));
        if (shows()) show(group, c -> PermutationMaps.of(result.contrasts().get(c)));
    }

    /** Refuses what would fail at the end. */
    private void check(
            Question asked, ShuffleInputs shuffling, EvidenceOptions evidence, Optional<ResultFolder> folder) {
        List<ContrastTest> tests = tests(asked);
        NullMemory.require(
                asked.design().matrix(),
                tests,
                options(shuffling, asked, evidence),
                Runtime.getRuntime().maxMemory());
        folder.ifPresent(results -> results.requireNames(asked.names(), PermutationMaps.names(tests, uncorrected)));
    }

    private List<ContrastTest> tests(Question asked) {
        return asked.contrasts().stream().map(contrast -> test(contrast, asked)).toList();
    }

    private ContrastTest test(Contrast contrast, Question asked) {
        List<MapStatistic> statistics = new ArrayList<>();
        if (cluster_p != 0)
            statistics.addAll(
                    ClusterForming.statistics(cluster_p, side(), contrast.rows().length, asked.degreesOfFreedom()));
        if (tfce) statistics.add(EnhancedStatistic.DEFAULT);
        return new ContrastTest(new DMatrixRMaj(contrast.rows()), statistics);
    }

    private void write(ResultFolder folder, GroupData group, PermutationResult result, StepTimes times) {
        times.time("write", () -> {
            folder.writePermutation(group.question().names(), group.mask().mask(), result);
            folder.writeDesign(group.design());
            return folder;
        });
        List<TestedContrast> tested = IntStream.range(0, group.contrasts().size())
                .mapToObj(c -> TestedContrast.of(
                        group.contrasts().get(c), result.contrasts().get(c)))
                .toList();
        folder.writeRecord(record(group, tested, Shuffled.by(result), times));
    }
}
