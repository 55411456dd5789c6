package cohort.permute;

import cohort.InputException;
import cohort.Progress;
import cohort.cluster.Neighbours;
import cohort.glm.GeneralLinearModel;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.local.MapModel;
import cohort.permute.local.VoxelModels;
import cohort.permute.map.MapRecipe;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.Approximation;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.MaxStatistic;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * A permutation test that is under way. It makes shuffles until it is told to stop, says at any time what those made so far show,
 * and continues in the same stream, so that 1,000 shuffles and 9,000 more are the 10,000 of a test that was asked for them at once.
 */
public final class PermutationTest {
    /** Looks on while shuffles are made, and may end the test. */
    @FunctionalInterface
    public interface Monitor {

        /** Lets every test come to its end. */
        Monitor NONE = test -> true;

        /**
         * Called whenever more shuffles are made, by one thread at a time, which waits for it.
         *
         * @param test which can say what the shuffles made so far say
         * @return whether to go on
         */
        boolean goesOn(PermutationTest test);
    }

    private final ShufflePlan plan;
    private final EvidenceOptions options;
    private final boolean exhaustive;
    private final Set<String> skewed = new LinkedHashSet<>();
    private final PValues evidence;
    private final ShuffleRun run;
    private int asked;

    /**
     * Fits the model; no shuffle is made yet.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @throws InputException if there is nothing to shuffle, or options cannot be combined
     */
    public PermutationTest(
            RandomAccessibleInterval<? extends RealType<?>> data,
            Mask mask,
            DMatrixRMaj design,
            List<Hypothesis> contrasts,
            PermutationOptions options) {
        if (contrasts.isEmpty()) throw new InputException("contrast: found none, expected at least one.");
        this.options = options.evidence();
        plan = ShufflePlanner.plan(design, contrasts, options.shuffle(), options.varianceGroups());
        Shuffling shuffling = plan.shuffling();
        exhaustive = isExhaustive(options.permutations());
        asked = exhaustive ? (int) shuffling.count() - 1 : options.permutations();
        Neighbours neighbours = new Neighbours(mask, options.connectivity());
        List<ShuffledMaps> maps = new ArrayList<>();
        for (int c = 0; c < contrasts.size(); c++) {
            RandomAccessibleInterval<? extends RealType<?>> tested =
                    contrasts.get(c).data(data);
            if (shuffling.scheme().flips()
                    && contrasts.get(c).combined().isEmpty()
                    && options.voxels().isOfOneDesign())
                skewed.add(GeneralLinearModel.skewness(tested, contrasts.get(c).design(design))
                        .sentence());
            VoxelMatrix values = VoxelMatrix.of(tested);
            ShuffledModel model = plan.models().get(c);
            Optional<MapModel> own = options.voxels()
                    .of(new VoxelModels.Test(
                            values,
                            mask,
                            contrasts.get(c).contrast(),
                            plan.partitions().get(c),
                            model,
                            options.shuffle().method()));
            maps.add(new ShuffledMaps(
                    values,
                    new MapRecipe(
                            model,
                            plan.rows().get(c),
                            shuffling.scheme() == ShuffleScheme.FLIPS,
                            contrasts.get(c).tail(options.tail()),
                            statistics(
                                    own.map(MapModel::info)
                                            .orElseGet(() -> model.statistic().info()),
                                    contrasts.get(c)),
                            neighbours,
                            contrasts.get(c).sums()),
                    own,
                    this.options.uncorrected()));
        }
        evidence = new PValues(maps, options, exhaustive);
        run = new ShuffleRun(
                maps,
                shuffling.scheme(),
                exhaustive ? shuffling.all() : shuffling.random(options.seed()),
                evidence.stopping());
    }

    private static List<MapStatistic> statistics(StatisticInfo ofVoxel, Hypothesis test) {
        List<MapStatistic> statistics = new ArrayList<>(List.of(new MaxStatistic(ofVoxel)));
        statistics.addAll(test.statistics());
        return statistics;
    }

    /** Whether this many shuffles are all the distinct ones, of which each is then made once. */
    private boolean isExhaustive(int permutations) {
        return plan.shuffling().count() - 1 <= permutations;
    }

    /**
     * Makes the shuffles that were asked for, as far as they are not made.
     *
     * @param executor evaluates blocks of shuffles
     * @param monitor may end the test; not if each distinct shuffle is made once, since these come in an order
     * @param progress is told how many shuffles are done, and may cancel the test
     */
    public void run(BlockExecutor executor, Monitor monitor, Progress progress) {
        run.make(asked, executor, () -> monitor.goesOn(this) || exhaustive, progress);
    }

    /** Whether the test can continue to so many shuffles in the stream that it began. */
    public boolean canContinue(int permutations) {
        return !exhaustive
                && !run.isStopped()
                && run.isInStep()
                && !isExhaustive(permutations)
                && permutations > run.made();
    }

    /**
     * Asks for more shuffles.
     *
     * @param permutations how many there are to be in all
     * @throws IllegalArgumentException if the test cannot go on to so many
     */
    public void ask(int permutations) {
        if (!canContinue(permutations)) throw new IllegalArgumentException("no way to " + permutations + " shuffles");
        asked = permutations;
    }

    /** Number of shuffles made, the unshuffled labelling not counted. */
    public int made() {
        return run.made();
    }

    /** Number of shuffles to be made: those asked for, or all the distinct ones. */
    public int asked() {
        return asked;
    }

    /** Whether every distinct shuffle is made once; such a test cannot be ended early. */
    public boolean isExhaustive() {
        return exhaustive;
    }

    /** Whether the test was ended before the shuffles that were asked for, by its monitor and by no rule. */
    public boolean isEndedEarly() {
        return run.made() < asked && !run.isStopped();
    }

    /** What a user should know before any shuffle is made. */
    public List<String> beforehand() {
        List<String> sentences = new ArrayList<>(List.of(
                ShufflePlanner.sentence(plan, asked, exhaustive),
                plan.shuffling().scheme().assumption()));
        skewed.stream().filter(sentence -> !sentence.isEmpty()).forEach(sentences::add);
        return sentences;
    }

    private String draws() {
        return plan.shuffling().scheme().words();
    }

    /**
     * What a user should know of the shuffles that were made.
     *
     * @param result what they say
     */
    public List<String> afterwards(PermutationResult result) {
        List<String> sentences = new ArrayList<>();
        if (run.isStopped() && made() < asked)
            sentences.add("Stopped after " + Words.count(made()) + " " + draws() + ": " + options.stopAfter()
                    + " of them reach the observed maximum of every statistic.");
        if (isEndedEarly())
            sentences.add("Ended by the user after " + Words.count(made()) + " of " + Words.count(asked) + " " + draws()
                    + ", which is valid if the decision to stop did not depend on the p-values seen.");
        if (options.approximation() != Approximation.NONE)
            result.contrasts().stream()
                    .flatMap(contrast -> contrast.statistics().stream())
                    .forEach(map -> sentences.add("p of " + map.name() + ": " + map.inference() + "."));
        return sentences;
    }

    /** What the shuffles made so far say. */
    public PermutationResult result() {
        return soFar().get();
    }

    /**
     * What the shuffles made so far say, found out when and where it is asked for, while the test continues. Call this method from a
     * monitor, or while no shuffles are made.
     */
    public Supplier<PermutationResult> soFar() {
        int made = made();
        ShuffleRun.Outcome outcome = run.outcome();
        return () -> new PermutationResult(
                plan.shuffling().name(), plan.reason(), exhaustive, made, evidence.results(outcome));
    }
}
