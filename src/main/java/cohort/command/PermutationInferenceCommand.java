package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.PermutationMaps;
import cohort.analysis.ResultFolder;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.StepTimes;
import cohort.mask.MissingPolicy;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.NullMemory;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationResult;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
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
            label = "Signed maps",
            description = "With tail=both: -log10 of the corrected p bears the sign of the statistic.",
            required = false,
            persist = false)
    private boolean signed;

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
    void analyse(MissingPolicy rule, Optional<ResultFolder> folder, Remarks progress) {
        ShuffleInputs shuffling = checkedShuffling();
        EvidenceOptions evidence = new EvidenceOptions(Approximation.of(approximation), uncorrected, stop_after);
        if (cluster_p != 0) ClusterForming.requireInRange(cluster_p);
        if (signed && !sides().contains(Tail.BOTH))
            throw new InputException("signed: found true with tail=" + sides().get(0)
                    + ", expected tail=both, since a test of one side has one sign; leave signed out or change tail.");
        if (threads < 0 || threads > MOST_THREADS)
            throw new InputException("threads: found " + threads + ", expected a number from 1 to " + MOST_THREADS
                    + ", or 0 for one a processor.");
        Runnable work = () -> test(rule, shuffling, evidence, folder, progress);
        if (threads == 0) work.run();
        else Parallelization.runWithNumThreads(threads, work);
    }

    private void test(
            MissingPolicy rule,
            ShuffleInputs shuffling,
            EvidenceOptions evidence,
            Optional<ResultFolder> folder,
            Remarks progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(rule, asked -> check(asked, shuffling, evidence, folder), times, progress);
        Question asked = group.question();
        PermutationResult result = times.time(
                "permute",
                () -> PermutationInference.test(
                        group.data(),
                        group.mask().mask(),
                        asked.design().matrix(),
                        asked(asked).tests(),
                        options(shuffling, asked, evidence, progress),
                        progress));
        folder.ifPresent(results -> write(results, group, result, progress, times));
        if (shows())
            show(
                    group,
                    c -> PermutationMaps.of(result.contrasts().get(c), signed),
                    asked(asked).headers()::get);
    }

    /** Refuses what would fail at the end. */
    private void check(
            Question asked, ShuffleInputs shuffling, EvidenceOptions evidence, Optional<ResultFolder> folder) {
        List<Hypothesis> tests = asked(asked).tests();
        NullMemory.require(
                asked.design().matrix(),
                tests,
                options(shuffling, asked, evidence, Progress.NONE),
                Runtime.getRuntime().maxMemory());
        folder.ifPresent(results -> results.requireNames(asked.names(), PermutationMaps.names(tests, uncorrected)));
    }

    private AskedTests asked(Question question) {
        return new AskedTests(
                question,
                IntStream.range(0, question.contrasts().size())
                        .mapToObj(c -> question.how(c, side(c, question), cluster_p, isGrouped()))
                        .toList(),
                tfce);
    }

    private void write(
            ResultFolder folder, GroupData group, PermutationResult result, Remarks remarks, StepTimes times) {
        AskedTests asked = asked(group.question());
        times.time("write", () -> {
            folder.writePermutation(group.question().names(), group.mask().mask(), result, asked.headers(), signed);
            folder.writeDesign(group.design());
            return folder;
        });
        folder.writeRecord(record(group, asked.tested(result.contrasts()), Shuffled.by(result), remarks, times));
    }
}
