package cohort.ops;

import cohort.InputException;
import cohort.Progress;
import cohort.design.matrix.BlockLabels;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.NullMemory;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.ShuffleOptions;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/** Permutation inference as an op. */
public final class PermutationOps {
    private PermutationOps() {}

    /**
     * Tests a contrast by permutations or sign flips, with control of the family-wise error rate over the image: by the maximum
     * of t (one row) or F
     * (several), and by cluster size, cluster mass and TFCE on request. Signs are flipped if the effect is a mean and rows are
     * permuted if not; nuisance regressors are handled by the Freedman-Lane method.
     *
     * @implNote op names='cohort.permute.test'
     * @param maps 4D: x, y, z and one map for each subject
     * @param design the design matrix, 2D: axis 0 the regressors, axis 1 the subjects
     * @param contrast the weights of the regressors: axis 0 the regressors, axis 1 independent rows, or that axis alone for
     *     one row
     * @param permutations number of permutations or sign flips, at least 1; if fewer distinct ones exist, each is made once
     * @param mask true in the voxels to test, all by default; those that are not finite in some subject, 0 in all, or have
     *     nothing to test are left out (nullable)
     * @param seed of the random stream, from 0 to 2^31 - 1, 0 by default (nullable)
     * @param tail {@code positive} (the default), {@code negative} or {@code both}; F has one side in any case
     *     (nullable)
     * @param clusterP the uncorrected p at which clusters form, 0.001 by default; 0 for no clusters (nullable)
     * @param tfce whether to test by threshold-free cluster enhancement, too; false by default (nullable)
     * @param connectivity which voxels are neighbours: 6 (sharing a face; the default), 18 (or an edge)
     *     or 26 (or a corner) (nullable)
     * @param blocks for each subject the number of its exchangeability block, within which permutations and flips stay; none by
     *     default
     *     (nullable)
     * @return t or F first, then size and mass, then TFCE
     * @throws InputException if maps, design, contrast and mask do not fit each other, the design does not determine the
     *     contrast, there is nothing to shuffle, or no voxel or no degree of freedom is left
     */
    public static <T extends RealType<T>, D extends RealType<D>, C extends RealType<C>, B extends BooleanType<B>>
            List<PermutedImage> test(
                    RandomAccessibleInterval<T> maps,
                    RandomAccessibleInterval<D> design,
                    RandomAccessibleInterval<C> contrast,
                    Integer permutations,
                    RandomAccessibleInterval<B> mask,
                    Integer seed,
                    String tail,
                    Double clusterP,
                    Boolean tfce,
                    Integer connectivity,
                    int[] blocks) {
        DMatrixRMaj matrix = MatrixImage.matrix("design", design), weights = MatrixImage.matrix("contrast", contrast);
        PermutationOptions options = new PermutationOptions(
                permutations,
                seed == null ? 0 : seed,
                tail == null ? Tail.POSITIVE : Tail.of(tail),
                new ShuffleOptions(
                        ShuffleScheme.AUTO,
                        RegressionMethod.FREEDMAN_LANE,
                        Optional.ofNullable(blocks).map(PermutationOps::oneLevel),
                        true),
                Optional.empty(),
                connectivity == null ? 6 : connectivity,
                EvidenceOptions.COUNTED);
        MaskedMaps tested = MaskedMaps.of(maps, mask).testable(matrix);
        LeastSquares fit = GeneralLinearModel.fit(tested.data(), matrix);
        GeneralLinearModel.contrast(fit, weights); // refuses weights that do not fit the design
        List<MapStatistic> statistics = new ArrayList<>();
        double p = clusterP == null ? 0.001 : clusterP;
        Tail side = weights.numRows > 1 ? Tail.POSITIVE : options.tail();
        if (p != 0) statistics.addAll(ClusterForming.statistics(p, side, weights.numRows, fit.degreesOfFreedom()));
        if (tfce != null && tfce) statistics.add(EnhancedStatistic.DEFAULT);
        List<Hypothesis> tests = List.of(new Hypothesis(weights, statistics));
        NullMemory.require(matrix, tests, options, Runtime.getRuntime().maxMemory());
        return PermutationInference.test(tested.data(), tested.mask(), matrix, tests, options, Progress.NONE)
                .contrasts()
                .get(0)
                .statistics()
                .stream()
                .map(map -> new PermutedImage(
                        map.name(),
                        tested.mask().image(map.map()),
                        tested.mask().image(map.logP()),
                        map.nulls().maxima()))
                .toList();
    }

    private static BlockLabels oneLevel(int[] blocks) {
        return new BlockLabels(
                Arrays.stream(blocks).mapToObj(block -> new int[] {block}).toArray(int[][]::new));
    }
}
