package cohort.permute;

import cohort.InputException;
import cohort.Progress;
import cohort.cluster.Neighbours;
import cohort.glm.GeneralLinearModel;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.model.RegressionMethod;
import cohort.permute.model.ShuffledModel;
import cohort.permute.nulls.Approximation;
import cohort.permute.shuffle.PlannedShuffles;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.MaxStatistic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * Permutation inference with family-wise error control over the image.
 *
 * <pre>{@code
 * var mean = Hypothesis.of(new DMatrixRMaj(new double[][] {{1}}));
 * var options = PermutationOptions.of(10000, 0, Tail.BOTH);
 * PermutationResult result = PermutationInference.test(data, mask, design, List.of(mean), options, Progress.NONE);
 * CorrectedMap t = result.contrasts().get(0).statistics().get(0);
 * }</pre>
 */
public final class PermutationInference {
    private PermutationInference() {}

    /**
     * Tests contrasts by t, or by F those of several rows; by v or G if groups of subjects have variances of their own.
     * Unless the options say otherwise, signs are flipped if the effect is a mean and rows are permuted if not, a contrast that
     * comes with a stratum being tested on sums of each subject's maps, which are shuffled a subject at a time, and the nuisance is treated as by Freedman and Lane ({@link RegressionMethod}). All contrasts see the same
     * shuffles; several of one kind are also corrected together, by the greatest of their maxima. The result does not
     * depend on the number of threads.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @param progress hears how many shuffles are done
     * @return map, corrected p and null distribution of each statistic of each contrast
     * @throws InputException if there is nothing to shuffle, or options do not go together
     */
    public static PermutationResult test(
            RandomAccessibleInterval<? extends RealType<?>> data,
            Mask mask,
            DMatrixRMaj design,
            List<Hypothesis> contrasts,
            PermutationOptions options,
            Progress progress) {
        return test(data, mask, design, contrasts, options, BlockExecutor.threads(), progress);
    }

    /**
     * Tests contrasts as the other method does, with a choice of where shuffles are evaluated.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @param executor evaluates blocks of shuffles
     * @param progress hears how many shuffles are done
     * @return map, corrected p and null distribution of each statistic of each contrast
     * @throws InputException if there is nothing to shuffle, or options do not go together
     */
    public static PermutationResult test(
            RandomAccessibleInterval<? extends RealType<?>> data,
            Mask mask,
            DMatrixRMaj design,
            List<Hypothesis> contrasts,
            PermutationOptions options,
            BlockExecutor executor,
            Progress progress) {
        if (contrasts.isEmpty()) throw new InputException("contrast: found none, expected at least one.");
        ShufflePlan plan = ShufflePlanner.plan(design, contrasts, options.shuffle(), options.varianceGroups());
        Shuffling shuffling = plan.shuffling();
        boolean exhaustive = shuffling.count() - 1 <= options.permutations();
        int shuffles = exhaustive ? (int) shuffling.count() - 1 : options.permutations();
        progress.say(ShufflePlanner.sentence(plan, shuffles, exhaustive));
        progress.say(shuffling.scheme().assumption());

        Neighbours neighbours = new Neighbours(mask, options.connectivity());
        List<ShuffledMaps> maps = new ArrayList<>();
        Set<String> skewed = new LinkedHashSet<>();
        for (int c = 0; c < contrasts.size(); c++) {
            RandomAccessibleInterval<? extends RealType<?>> tested =
                    contrasts.get(c).data(data);
            if (shuffling.scheme().flips())
                skewed.add(GeneralLinearModel.skewness(tested, contrasts.get(c).design(design))
                        .sentence());
            maps.add(new ShuffledMaps(
                    VoxelMatrix.of(tested),
                    plan.models().get(c),
                    plan.rows().get(c),
                    shuffling.scheme() == ShuffleScheme.FLIPS,
                    neighbours,
                    statistics(plan.models().get(c), contrasts.get(c)),
                    contrasts.get(c).tail(options.tail()),
                    options.evidence().uncorrected()));
        }
        skewed.stream().filter(sentence -> !sentence.isEmpty()).forEach(progress::say);
        PValues evidence = new PValues(maps, options, exhaustive);
        ShuffleRun.Outcome outcome = new ShuffleRun(maps, executor)
                .make(
                        exhaustive ? shuffling.all() : shuffling.random(options.seed()),
                        shuffles,
                        evidence.stopping(),
                        progress);
        int made = outcome.nulls()[0][0].length;
        if (made < shuffles)
            progress.say("Stopped after " + made + " shuffles: "
                    + options.evidence().stopAfter() + " of them reach the observed maximum of every statistic.");
        List<PermutedContrast> results = evidence.results(outcome);
        results.stream()
                .flatMap(result -> result.statistics().stream())
                .filter(map -> options.evidence().approximation() != Approximation.NONE)
                .forEach(map -> progress.say("p of " + map.name() + ": " + map.inference() + "."));
        return new PermutationResult(shuffling.name(), plan.reason(), exhaustive, made, results);
    }

    /**
     * What a test would shuffle, without any data.
     *
     * @param design maps x regressors
     * @throws InputException as {@link #test} does for the same model and options
     */
    public static PlannedShuffles plan(DMatrixRMaj design, List<Hypothesis> contrasts, PermutationOptions options) {
        ShufflePlan plan = ShufflePlanner.plan(design, contrasts, options.shuffle(), options.varianceGroups());
        return new PlannedShuffles(
                plan.shuffling().name(), plan.reason(), plan.shuffling().count());
    }

    private static List<MapStatistic> statistics(ShuffledModel model, Hypothesis test) {
        List<MapStatistic> statistics = new ArrayList<>(List.of(new MaxStatistic(model.statistic())));
        statistics.addAll(test.statistics());
        return statistics;
    }
}
