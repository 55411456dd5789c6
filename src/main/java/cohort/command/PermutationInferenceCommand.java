package cohort.command;

import cohort.InputException;
import cohort.design.Contrast;
import cohort.mask.Missing;
import cohort.permute.Approximation;
import cohort.permute.ClusterForming;
import cohort.permute.ClusterMass;
import cohort.permute.ClusterSize;
import cohort.permute.ContrastTest;
import cohort.permute.EnhancedStatistic;
import cohort.permute.EvidenceOptions;
import cohort.permute.MapStatistic;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.permute.Tail;
import cohort.report.HowTested;
import cohort.report.MapHeaders;
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
    void analyse(Missing rule, Optional<ResultFolder> folder, Remarks progress) {
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
            Missing rule,
            ShuffleInputs shuffling,
            EvidenceOptions evidence,
            Optional<ResultFolder> folder,
            Remarks progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(rule, times, progress);
        PermutationResult result = times.time(
                "permute",
                () -> PermutationTest.test(
                        group.data(),
                        group.mask().mask(),
                        group.design().matrix(),
                        IntStream.range(0, group.contrasts().size())
                                .mapToObj(c -> asked(c, group))
                                .toList(),
                        options(shuffling, group, evidence, progress),
                        progress));
        folder.ifPresent(results -> write(results, group, result, progress, times));
        if (shows())
            show(group, c -> PermutationMaps.of(result.contrasts().get(c), signed), c -> headers(group)
                    .get(c));
    }

    private ContrastTest asked(int contrast, GroupData group) {
        HowTested how = how(contrast, group);
        List<MapStatistic> statistics = new ArrayList<>();
        if (how.forming() > 0)
            statistics.addAll(List.of(new ClusterSize(how.forming()), new ClusterMass(how.forming())));
        if (tfce) statistics.add(EnhancedStatistic.DEFAULT);
        return new ContrastTest(
                new DMatrixRMaj(group.contrasts().get(contrast).rows()),
                statistics,
                Optional.of(Tail.of(how.tail())),
                group.stratum(contrast));
    }

    private HowTested how(int contrast, GroupData group) {
        return group.how(contrast, side(contrast, group), cluster_p, isGrouped());
    }

    private List<MapHeaders> headers(GroupData group) {
        return IntStream.range(0, group.contrasts().size())
                .mapToObj(c -> MapHeaders.ofTest(group.contrasts().get(c).rows().length, how(c, group)))
                .toList();
    }

    private void write(
            ResultFolder folder, GroupData group, PermutationResult result, Remarks remarks, StepTimes times) {
        times.time("write", () -> {
            folder.writePermutation(
                    group.contrasts().stream().map(Contrast::name).toList(),
                    group.mask().mask(),
                    result,
                    headers(group),
                    signed);
            folder.writeDesign(group.design());
            return folder;
        });
        List<TestedContrast> tested = IntStream.range(0, group.contrasts().size())
                .mapToObj(c -> TestedContrast.of(
                        group.contrasts().get(c), result.contrasts().get(c), how(c, group)))
                .toList();
        folder.writeRecord(record(group, tested, Shuffled.by(result), remarks, times));
    }
}
