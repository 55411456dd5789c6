package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.mask.Missing;
import cohort.permute.ClusterForming;
import cohort.permute.EnhancedStatistic;
import cohort.permute.MapStatistic;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationResult.CorrectedMap;
import cohort.permute.PermutationTest;
import cohort.permute.RegressionMethod;
import cohort.permute.ShuffleScheme;
import cohort.permute.Tail;
import cohort.report.InputFile;
import cohort.report.ResultFolder;
import cohort.report.RunRecord;
import cohort.report.Software;
import cohort.report.StepTimes;
import cohort.report.TestedContrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.parallel.Parallelization;
import org.ejml.data.DMatrixRMaj;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests a contrast by shuffling the subjects, with family-wise error control over the image. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Permutation Inference...")
public final class PermutationInferenceCommand extends GroupModelCommand {
    /** A pool of Java takes no more. */
    private static final int MOST_THREADS = 32767;

    @Parameter(label = "Permutations", description = "Number of shuffles.", required = false, persist = false)
    private int permutations = 10000;

    @Parameter(
            label = "Seed",
            description = "Of the random stream, 0 to 2147483647.",
            required = false,
            persist = false)
    private int seed;

    @Parameter(
            label = "Tail",
            choices = {"positive", "negative", "both"},
            required = false,
            persist = false)
    private String tail = "positive";

    @Parameter(
            label = "Shuffle",
            choices = {"auto", "flips", "permutations", "both"},
            required = false,
            persist = false)
    private String shuffle = "auto";

    @Parameter(
            label = "Method",
            choices = {"freedman-lane", "kennedy", "manly", "ter-braak", "draper-stoneman"},
            required = false,
            persist = false)
    private String method = "freedman-lane";

    @Parameter(
            label = "Exchangeability blocks",
            description = "A column of the table, a file, auto for repeated measures, or empty for none.",
            required = false,
            persist = false)
    private String blocks = "";

    @Parameter(label = "Shuffle within the blocks", required = false, persist = false)
    private boolean within = true;

    @Parameter(
            label = "Cluster-forming p",
            description = "Uncorrected p above which voxels form no cluster, e.g. 0.001; 0 for no cluster statistics.",
            required = false,
            persist = false)
    private double cluster_p = 0.001;

    @Parameter(label = "TFCE", description = "Threshold-free cluster enhancement.", required = false, persist = false)
    private boolean tfce;

    @Parameter(label = "Connectivity", description = "6, 18 or 26 neighbours.", required = false, persist = false)
    private int connectivity = 6;

    @Parameter(label = "Threads", description = "0 for one a processor.", required = false, persist = false)
    private int threads;

    @Override
    void analyse(Missing rule, Optional<ResultFolder> folder, Progress progress) {
        Tail side = Tail.of(tail);
        PermutationOptions.requireInRange(permutations, seed);
        if (cluster_p != 0) ClusterForming.requireInRange(cluster_p);
        if (threads < 0 || threads > MOST_THREADS)
            throw new InputException("threads: found " + threads + ", expected a number from 1 to " + MOST_THREADS
                    + ", or 0 for one a processor.");
        ShuffleInputs shuffling =
                new ShuffleInputs(ShuffleScheme.of(shuffle), RegressionMethod.of(method), blocks, within);
        Runnable work = () -> test(rule, side, shuffling, folder, progress);
        if (threads == 0) work.run();
        else Parallelization.runWithNumThreads(threads, work);
    }

    private void test(
            Missing rule, Tail side, ShuffleInputs shuffling, Optional<ResultFolder> folder, Progress progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(rule, times, progress);
        PermutationOptions options = new PermutationOptions(
                permutations, seed, side, shuffling.options(group), connectivity, statistics(side, group));
        PermutationResult result = times.time(
                "permute",
                () -> PermutationTest.test(
                        group.data(),
                        group.mask().mask(),
                        group.design().matrix(),
                        new DMatrixRMaj(group.contrast().rows()),
                        options,
                        progress));
        folder.ifPresent(results -> write(results, group, result, times));
        if (shows())
            for (CorrectedMap map : result.statistics()) {
                show(group, map.name(), map.map());
                show(group, map.logPName(), map.logP());
            }
    }

    private List<MapStatistic> statistics(Tail side, GroupData group) {
        List<MapStatistic> statistics = new ArrayList<>();
        int rows = group.contrast().rows().length;
        if (cluster_p != 0)
            statistics.addAll(ClusterForming.statistics(cluster_p, side, rows, group.degreesOfFreedom()));
        if (tfce) statistics.add(EnhancedStatistic.DEFAULT);
        return statistics;
    }

    private void write(ResultFolder folder, GroupData group, PermutationResult result, StepTimes times) {
        times.time("write", () -> {
            folder.writePermutation(group.contrast().name(), group.mask().mask(), result);
            folder.writeDesign(group.design());
            return folder;
        });
        folder.writeRecord(record(group, result, times));
    }

    private RunRecord record(GroupData group, PermutationResult result, StepTimes times) {
        return new RunRecord(
                Inputs.commandLine(this),
                Inputs.of(this),
                Software.versions(),
                RunRecord.now(),
                InputFile.of(FilesRead.by(this, group.cohort())),
                group.subjects(),
                group.design().columns(),
                group.contrast().text(),
                List.of(TestedContrast.of(
                        group.contrast(),
                        result.statistics().stream().map(CorrectedMap::name).toList())),
                group.degreesOfFreedom(),
                group.mask().mask().size(),
                group.mask().mask().volumeMm3(),
                group.mask().missing(),
                result.shuffling(),
                result.exhaustive(),
                result.shuffles(),
                times.seconds());
    }
}
