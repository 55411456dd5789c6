package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.design.matrix.BlockLabels;
import cohort.mask.Mask;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relabellings that repeat the observed labelling, or mirror it, tie with it to the last bit. */
@Tag("slow")
class ExactTiesTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());

    /** Noise, and in the first voxel the group to which each subject belongs. */
    private static PermutationResult test(double[][] design, ShuffleOptions shuffle, int shuffles) {
        return test(design, shuffle, shuffles, Optional.empty());
    }

    private static PermutationResult test(
            double[][] design, ShuffleOptions shuffle, int shuffles, Optional<BlockLabels> varianceGroups) {
        int n = design.length;
        Random random = new Random(2);
        double[] data = new double[n * MASK.size()];
        for (int i = 0; i < data.length; i++) data[i] = random.nextGaussian();
        for (int i = 0; i < n; i++) data[i * MASK.size()] = 50 * design[i][1] + random.nextGaussian();
        double[] weights = new double[design[0].length];
        weights[1] = 1;
        return PermutationInference.test(
                ArrayImgs.doubles(data, MASK.size(), n),
                MASK,
                new DMatrixRMaj(design),
                List.of(Hypothesis.of(new DMatrixRMaj(new double[][] {weights}))),
                new PermutationOptions(shuffles, 5, Tail.BOTH, shuffle, varianceGroups, 6, EvidenceOptions.COUNTED),
                Progress.NONE);
    }

    private static double[][] groups(double... covariate) {
        double[][] design = new double[10][];
        for (int i = 0; i < 10; i++)
            design[i] = covariate.length == 0
                    ? new double[] {1, i % 2}
                    : new double[] {1, i % 2, covariate[i / 2 % covariate.length]};
        return design;
    }

    private static long ties(PermutationResult result) {
        CorrectedMap t = result.contrasts().get(0).statistics().get(0);
        double observed = Arrays.stream(t.map()).map(Math::abs).max().orElseThrow();
        return Arrays.stream(t.nulls().maxima()).filter(max -> max == observed).count();
    }

    @Test
    void swappingTwoGroupsMirrorsTheMap() {
        PermutationResult result = test(groups(), ShuffleOptions.automatic(), 1000);
        assertEquals(251, result.shuffles());
        assertEquals(1, ties(result));
        assertEquals(
                2.0 / 252,
                Math.pow(10, -result.contrasts().get(0).statistics().get(0).logP()[0]),
                1e-12);
    }

    @Test
    void soItDoesIfEachGroupHasItsOwnVariance() {
        int[][] labels = new int[10][];
        for (int i = 0; i < 10; i++) labels[i] = new int[] {1 + i % 2};
        ShuffleOptions exchanged =
                new ShuffleOptions(ShuffleScheme.PERMUTATIONS, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true);
        PermutationResult result = test(groups(), exchanged, 1000, Optional.of(new BlockLabels(labels)));
        assertEquals(251, result.shuffles());
        assertEquals(1, ties(result));
    }

    @ParameterizedTest
    @EnumSource(value = RegressionMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "TER_BRAAK")
    void aCovariateAlikeInBothGroupsDoesNotSpoilThat(RegressionMethod method) {
        ShuffleOptions options = new ShuffleOptions(
                ShuffleScheme.PERMUTATIONS, method, ShuffleOptions.automatic().blocks(), true);
        PermutationResult result = test(groups(0.1, 0.7, 0.7, 0.7, 0.1), options, 30000);
        boolean effectAlone = method == RegressionMethod.KENNEDY || method == RegressionMethod.DRAPER_STONEMAN;
        // 10! / (2! 3! 2! 3!), or what two groups of five alone have.
        assertEquals(effectAlone ? 251 : 25199, result.shuffles());
        assertEquals(1, ties(result));
    }
}
