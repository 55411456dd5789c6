package cohort.permute;

import cohort.InputException;
import cohort.Progress;
import cohort.mask.Mask;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.PlannedShuffles;
import java.util.List;
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
     * Tests each contrast by t, or by F if it has several rows; by v or G if groups of subjects have their own
     * variances. Unless the options say otherwise, signs are flipped if the effect is a mean and rows are permuted
     * otherwise, and nuisance regressors are treated as by Freedman and Lane ({@link RegressionMethod}). A contrast
     * with a stratum is tested on sums of each subject's maps, and whole subjects are shuffled. All contrasts see the
     * same shuffles; several t contrasts, or several F contrasts, are also corrected together, by the largest of their
     * maxima. The result does not depend on the number of threads.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @param progress is told how many shuffles are done
     * @return map, corrected p and null distribution of each statistic of each contrast
     * @throws InputException if there is nothing to shuffle, or options cannot be combined
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
     * Tests contrasts like the other method, with a choice of where shuffles are evaluated.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @param executor evaluates blocks of shuffles
     * @param progress is told how many shuffles are done
     * @return map, corrected p and null distribution of each statistic of each contrast
     * @throws InputException if there is nothing to shuffle, or options cannot be combined
     */
    public static PermutationResult test(
            RandomAccessibleInterval<? extends RealType<?>> data,
            Mask mask,
            DMatrixRMaj design,
            List<Hypothesis> contrasts,
            PermutationOptions options,
            BlockExecutor executor,
            Progress progress) {
        PermutationTest test = new PermutationTest(data, mask, design, contrasts, options);
        test.beforehand().forEach(progress::say);
        test.run(executor, PermutationTest.Monitor.NONE, progress);
        PermutationResult result = test.result();
        test.afterwards(result).forEach(progress::say);
        return result;
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
}
