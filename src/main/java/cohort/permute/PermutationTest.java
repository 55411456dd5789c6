package cohort.permute;

import cohort.InputException;
import cohort.Progress;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.permute.PermutationResult.CorrectedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/** Permutation inference with family-wise error control over the image. */
public final class PermutationTest {
    private PermutationTest() {}

    /**
     * Tests a contrast by t, or by F if it has several rows. Unless the options say otherwise, signs are flipped if the
     * effect is one constant (a mean) and rows are permuted if not, and the nuisance is treated as by Freedman and Lane
     * ({@link RegressionMethod}). The result does not depend on the number of threads.
     *
     * @implNote op names='cohort.permute.test'
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @param mask the voxels
     * @param design the design matrix, subjects x regressors
     * @param contrast the weights of the regressors, rows x regressors
     * @param options how to permute
     * @param progress hears how many shuffles are done
     * @return map, corrected p and null distribution of each statistic
     */
    public static PermutationResult test(
            RandomAccessibleInterval<? extends RealType<?>> data,
            Mask mask,
            DMatrixRMaj design,
            DMatrixRMaj contrast,
            PermutationOptions options,
            Progress progress) {
        if (contrast.numRows > 1 && options.tail() != Tail.POSITIVE)
            throw new InputException("tail: found " + options.tail()
                    + " for a contrast of several rows, expected positive; an F test has no other side.");
        ShufflePlan plan = Shufflings.plan(design, List.of(contrast), options.shuffle());
        ShuffledModel model = plan.models().get(0);
        Shuffling shuffling = plan.shuffling();
        boolean exhaustive = shuffling.count() - 1 <= options.permutations();
        int shuffles = exhaustive ? (int) shuffling.count() - 1 : options.permutations();
        progress.say(Shufflings.sentence(shuffling, shuffles, exhaustive));

        List<MapStatistic> statistics = new ArrayList<>(List.of(new MaxStatistic(model.statistic())));
        statistics.addAll(options.statistics());
        ShuffledMaps maps = new ShuffledMaps(
                SubjectMatrix.values(data),
                model,
                shuffling.scheme() == ShuffleScheme.FLIPS,
                new Neighbours(mask, options.connectivity()),
                statistics,
                options.tail());
        double[][] nulls =
                nulls(maps, exhaustive ? shuffling.all() : shuffling.random(options.seed()), shuffles, progress);
        double[][] observed = maps.observed();
        return new PermutationResult(
                shuffling.name(),
                exhaustive,
                shuffles,
                IntStream.range(0, statistics.size())
                        .mapToObj(s -> correct(statistics.get(s), observed[s], nulls[s], options.tail()))
                        .toList());
    }

    private static double[][] nulls(ShuffledMaps maps, Iterator<Shuffle> stream, int shuffles, Progress progress) {
        double[][] nulls = new double[maps.statistics()][shuffles];
        TaskExecutor executor = Parallelization.getTaskExecutor();
        int size = maps.blockSize(), round = size * executor.suggestNumberOfTasks();
        for (int done = 0; done < shuffles; done += round) {
            progress.checkCanceled();
            progress.update("Shuffles", done, shuffles);
            List<int[]> blocks = new ArrayList<>();
            List<List<Shuffle>> drawn = new ArrayList<>();
            for (int first = done; first < Math.min(shuffles, done + round); first += size) {
                int count = Math.min(size, shuffles - first);
                blocks.add(new int[] {first, drawn.size()});
                drawn.add(IntStream.range(0, count).mapToObj(k -> stream.next()).toList());
            }
            executor.forEach(blocks, block -> maps.maxima(drawn.get(block[1]), nulls, block[0]));
        }
        progress.update("Shuffles", shuffles, shuffles);
        return nulls;
    }

    private static CorrectedMap correct(MapStatistic statistic, double[] map, double[] maxima, Tail tail) {
        NullDistribution nulls = new NullDistribution(maxima);
        double[] logP = Arrays.stream(map)
                .map(value -> -Math.log10(nulls.p(statistic.signed() ? tail.evidence(value) : value)) + 0.0)
                .toArray();
        return new CorrectedMap(statistic.name(), map, logP, nulls);
    }
}
