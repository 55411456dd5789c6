package cohort.analysis;

import cohort.Progress;
import cohort.analysis.model.ContrastEffects;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.Remarks;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.StepTimes;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.memory.MemoryShortage;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.permute.executor.BlockExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The permutation test of a group analysis while it is under way: it can be looked at, ended early, and made to go on. Its results
 * are those of a test that was asked for as many permutations as it made, to the byte.
 */
public final class GroupTest {
    private static final String PERMUTE = "permute";

    private final GroupAnalysis analysis;
    private final PermutationSettings settings;
    private final List<HowTested> how;
    private final PermutationTest test;
    /** What is known of the choice between permutations and sign flips. */
    private final List<String> chosen;
    /** Of each contrast's effect, which no permutation changes, by the names of their files. */
    private final List<Map<String, double[]>> sizes;

    private final StepTimes times;

    private GroupTest(
            GroupAnalysis analysis,
            PermutationSettings settings,
            PermutationTest test,
            List<String> chosen,
            List<Map<String, double[]>> sizes,
            StepTimes times) {
        this.analysis = analysis;
        this.settings = settings;
        this.how = analysis.tests(settings).how();
        this.test = test;
        this.chosen = chosen;
        this.sizes = sizes;
        this.times = times;
    }

    static GroupTest begin(GroupAnalysis analysis, PermutationSettings settings) {
        Remarks choice = new Remarks(Progress.NONE);
        StepTimes times = new StepTimes(analysis.seconds());
        PermutationTest test = GroupAnalysis.onThreads(
                settings.threads(), () -> times.time(PERMUTE, () -> analysis.permutationTest(settings, choice)));
        List<ContrastEffects> effects = analysis.tests(settings).effects();
        ContrastEffects.remarks(effects).forEach(choice::say);
        List<Map<String, double[]>> sizes =
                GroupAnalysis.onThreads(settings.threads(), () -> analysis.sizes(effects, times));
        return new GroupTest(analysis, settings, test, choice.said(), sizes, times);
    }

    /**
     * Makes the permutations that were asked for, as far as they are not made.
     *
     * @param monitor looks on as they are made, and may end the test
     * @param progress hears how far the test is, and may cancel it
     * @return what the permutations say
     */
    public GroupResults run(PermutationTest.Monitor monitor, Progress progress) {
        boolean isWatched = monitor != PermutationTest.Monitor.NONE;
        return run(
                () -> isWatched ? BlockExecutor.threads().inShortBlocks() : BlockExecutor.threads(), monitor, progress);
    }

    /**
     * Makes the permutations as the other method does, with a choice of where.
     *
     * @param executor gives what evaluates blocks of permutations, where the settings' threads are at work
     */
    public GroupResults run(Supplier<BlockExecutor> executor, PermutationTest.Monitor monitor, Progress progress) {
        beforehand().forEach(progress::say);
        GroupAnalysis.onThreads(
                settings.threads(),
                () -> times.time(PERMUTE, () -> {
                    test.run(executor.get(), monitor, progress);
                    return test;
                }));
        return MemoryShortage.told(() -> {
            PermutationResult result = test.result();
            test.afterwards(result).forEach(progress::say);
            return results(result);
        });
    }

    private List<String> beforehand() {
        return Stream.concat(chosen.stream(), test.beforehand().stream()).toList();
    }

    /** The test itself. */
    public PermutationTest test() {
        return test;
    }

    /**
     * This test with more permutations, of which none that were made is made again, unless there are no more distinct ones: then
     * each of these is made once, from the first.
     *
     * @param permutations how many there are to be in all
     * @throws cohort.InputException if memory does not suffice for so many
     */
    public GroupTest upTo(int permutations) {
        PermutationSettings more = settings.with(Map.of("permutations", permutations));
        analysis.tests(more).requireMemory();
        if (!test.canContinue(permutations)) return begin(analysis, more);
        test.ask(permutations);
        return new GroupTest(analysis, more, test, chosen, sizes, times);
    }

    /** What the permutations made so far say. */
    public GroupResults results() {
        return results(test.result());
    }

    private GroupResults results(PermutationResult result) {
        List<String> remarks = new ArrayList<>(analysis.remarks());
        remarks.addAll(beforehand());
        remarks.addAll(test.afterwards(result));
        PermutationSettings made = test.isEndedEarly() ? settings.with(Map.of("permutations", test.made())) : settings;
        return analysis.results(
                made.values(),
                GroupAnalysis.TEST,
                Shuffled.by(result),
                Stream.concat(
                                IntStream.range(0, how.size()).mapToObj(c -> ContrastResults.ofTest(
                                                analysis.contrast(c),
                                                how.get(c),
                                                analysis.mask().mask(),
                                                result.contrasts().get(c),
                                                settings.signed())
                                        .with(analysis.mask().mask(), sizes.get(c))
                                        .with(analysis.mask().mask(), analysis.counts())),
                                analysis.together(settings, how, result).stream())
                        .toList(),
                remarks,
                times.seconds());
    }
}
