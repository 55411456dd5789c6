package cohort.permute.several;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Contrast;
import cohort.design.strata.MapColumns;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.ShuffleOptions;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A map combined with itself: each shuffle's maximum follows from that of the map alone, so that whatever shuffles one map shuffles
 * all of them in the same way.
 */
class CombinedStatisticTest {
    private static final int SUBJECTS = 14, VOXELS = 200, MAPS = 3;
    private static final Mask LINE = Mask.everywhere(Grid.ofVoxelSize(VOXELS, 1, 1, 1, 1, 1));

    /** Intercept, a group and two covariates. */
    private static DMatrixRMaj design() {
        DMatrixRMaj design = new DMatrixRMaj(SUBJECTS, 4);
        for (int s = 0; s < SUBJECTS; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, s % 2);
            design.set(s, 2, Math.sin(s * s));
            design.set(s, 3, Math.cos(3 * s));
        }
        return design;
    }

    private static List<PermutedContrast> test(
            DMatrixRMaj contrast, Tail tail, TailP p, ShuffleOptions shuffle, Optional<BlockLabels> groups) {
        Random random = new Random(1);
        double[] one = random.doubles((long) SUBJECTS * VOXELS).toArray(), all = new double[MAPS * one.length];
        // In other units each time, which must not matter.
        for (int i = 0; i < all.length; i++) all[i] = one[i % one.length] * Math.pow(2, 20 * (i / one.length));
        double[][] rows = IntStream.range(0, contrast.numRows)
                .mapToObj(r -> Arrays.copyOfRange(contrast.data, r * contrast.numCols, (r + 1) * contrast.numCols))
                .toArray(double[][]::new);
        MapColumns maps = new MapColumns(List.of("a", "b", "c"), SUBJECTS, List.of(new Contrast("x", "x", rows)));
        DMatrixRMaj design = design(), repeated = new DMatrixRMaj(MAPS * SUBJECTS, design.numCols);
        for (int i = 0; i < repeated.data.length; i++) repeated.data[i] = design.data[i % design.data.length];
        List<Hypothesis> tests = new ArrayList<>();
        tests.add(new Hypothesis(
                contrast,
                List.of(),
                Optional.of(tail),
                Optional.of(maps.strata().get(0))));
        for (Combination how : Combination.values())
            tests.add(new Hypothesis(
                    contrast,
                    List.of(),
                    Optional.empty(),
                    Optional.of(maps.strata().get(0)),
                    Optional.of(new CombinedTest(MAPS, how, tail, p))));
        return PermutationInference.test(
                        ArrayImgs.doubles(all, VOXELS, (long) MAPS * SUBJECTS),
                        LINE,
                        repeated,
                        tests,
                        new PermutationOptions(
                                300, 3, tail, shuffle, groups, 6, new EvidenceOptions(Approximation.NONE, true, 0)),
                        Progress.NONE)
                .contrasts();
    }

    private static void assertFollows(List<PermutedContrast> found, Tail tail, TailP p) {
        CorrectedMap alone = found.get(0).statistics().get(0);
        assertTrue(alone.nulls().size() >= 300);
        for (Combination how : Combination.values()) {
            PermutedContrast combined = found.get(1 + how.ordinal());
            CorrectedMap test = combined.statistics().get(0);
            assertEquals(how.toString(), test.name());
            for (int v = 0; v < VOXELS; v++) {
                double expected =
                        ofItself(how, p, alone.info().isSigned() ? tail.evidence(alone.map()[v]) : alone.map()[v]);
                assertEquals(expected, test.map()[v], 1e-7 * Math.max(1, Math.abs(expected)), how + " at " + v);
                assertEquals(alone.logP()[v], test.logP()[v], 1e-12, "p by " + how + " at " + v);
                assertEquals(
                        found.get(0).uncorrected().orElseThrow()[v],
                        combined.uncorrected().orElseThrow()[v],
                        1e-12,
                        "uncorrected p by " + how + " at " + v);
            }
            for (int k = 0; k < alone.nulls().size(); k++) {
                double expected = ofItself(how, p, alone.nulls().maximum(k));
                assertEquals(expected, test.nulls().maximum(k), 1e-7 * Math.max(1, Math.abs(expected)), how + ": " + k);
            }
        }
    }

    private static double ofItself(Combination how, TailP p, double evidence) {
        double[] parts = new double[MAPS];
        Arrays.fill(parts, how.part(p, p.distribution(), evidence));
        return how.together(parts);
    }

    private static DMatrixRMaj row(double... weights) {
        return new DMatrixRMaj(new double[][] {weights});
    }

    @ParameterizedTest
    @EnumSource(RegressionMethod.class)
    void whateverBecomesOfTheNuisance(RegressionMethod method) {
        TailP p = new TailP(1, SUBJECTS - 4, 2);
        ShuffleOptions shuffle = new ShuffleOptions(ShuffleScheme.PERMUTATIONS, method, Optional.empty(), true);
        assertFollows(test(row(0, 0, 1, 0), Tail.BOTH, p, shuffle, Optional.empty()), Tail.BOTH, p);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSITIVE", "NEGATIVE"})
    void onEitherSideWithSignsAndBlocks(Tail tail) {
        TailP p = new TailP(1, SUBJECTS - 4, 1);
        int[][] blocks = IntStream.range(0, MAPS * SUBJECTS)
                .mapToObj(i -> new int[] {1 + i % SUBJECTS / 7})
                .toArray(int[][]::new);
        ShuffleOptions shuffle = new ShuffleOptions(
                ShuffleScheme.BOTH, RegressionMethod.FREEDMAN_LANE, Optional.of(new BlockLabels(blocks)), true);
        assertFollows(test(row(0, 0, 1, 0), tail, p, shuffle, Optional.empty()), tail, p);
    }

    @ParameterizedTest
    @EnumSource(
            value = RegressionMethod.class,
            names = {"FREEDMAN_LANE", "DRAPER_STONEMAN"})
    void ofSeveralRows(RegressionMethod method) {
        TailP p = new TailP(2, SUBJECTS - 4, 1);
        ShuffleOptions shuffle = new ShuffleOptions(ShuffleScheme.PERMUTATIONS, method, Optional.empty(), true);
        assertFollows(
                test(
                        new DMatrixRMaj(new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}}),
                        Tail.BOTH,
                        p,
                        shuffle,
                        Optional.empty()),
                Tail.BOTH,
                p);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whereGroupsHaveVariancesOfTheirOwn(int rows) {
        TailP p = new TailP(rows, Double.POSITIVE_INFINITY, 3 - rows);
        int[][] groups = IntStream.range(0, MAPS * SUBJECTS)
                .mapToObj(i -> new int[] {1 + i % SUBJECTS % 2})
                .toArray(int[][]::new);
        DMatrixRMaj contrast =
                rows == 1 ? row(0, 1, 0, 0) : new DMatrixRMaj(new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}});
        assertFollows(
                test(contrast, Tail.BOTH, p, ShuffleOptions.automatic(), Optional.of(new BlockLabels(groups))),
                Tail.BOTH,
                p);
    }
}
