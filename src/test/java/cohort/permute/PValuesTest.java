package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.mask.Mask;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What becomes of the shuffles of several contrasts, voxels and stages. */
class PValuesTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());
    private static final DMatrixRMaj AGE = new DMatrixRMaj(new double[][] {{0, 1, 0}}),
            SCORE = new DMatrixRMaj(new double[][] {{0, 0, 1}}),
            MEAN = new DMatrixRMaj(new double[][] {{1, 0, 0}}),
            BOTH = new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}});

    private static double[] noise(int subjects, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, subjects * MASK.size())
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
    }

    private static Img<DoubleType> image(double[] data) {
        return ArrayImgs.doubles(data, MASK.size(), data.length / MASK.size());
    }

    private static DMatrixRMaj covariates() {
        DMatrixRMaj design = new DMatrixRMaj(12, 3);
        for (int s = 0; s < 12; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, TinyCohort.age()[s]);
            design.set(s, 2, Math.sin(3 * s));
        }
        return design;
    }

    private static PermutationOptions options(int shuffles, Tail tail, EvidenceOptions evidence) {
        return new PermutationOptions(shuffles, 2, tail, ShuffleOptions.automatic(), Optional.empty(), 6, evidence);
    }

    private static PermutationResult test(Tail tail, DMatrixRMaj... contrasts) {
        return PermutationInference.test(
                image(noise(12, 6)),
                MASK,
                covariates(),
                Arrays.stream(contrasts)
                        .map(contrast ->
                                new Hypothesis(contrast, ClusterForming.statistics(0.01, tail, contrast.numRows, 9)))
                        .toList(),
                PermutationOptions.of(150, 2, tail),
                Progress.NONE);
    }

    @Test
    void severalContrastsShareTheirShuffles() {
        PermutationResult together = test(Tail.BOTH, AGE, SCORE);
        for (int c = 0; c < 2; c++) {
            List<CorrectedMap> alone =
                    test(Tail.BOTH, c == 0 ? AGE : SCORE).contrasts().get(0).statistics();
            for (int s = 0; s < 3; s++) {
                CorrectedMap map = together.contrasts().get(c).statistics().get(s);
                assertArrayEquals(alone.get(s).nulls().maxima(), map.nulls().maxima());
                assertArrayEquals(alone.get(s).logP(), map.logP());
            }
        }
    }

    @Test
    void severalContrastsAreCorrectedTogetherByTheirGreatestMaximum() {
        PermutationResult result = test(Tail.BOTH, AGE, SCORE);
        for (int s = 0; s < 3; s++) {
            CorrectedMap a = result.contrasts().get(0).statistics().get(s),
                    b = result.contrasts().get(1).statistics().get(s);
            for (CorrectedMap map : List.of(a, b))
                for (int v = 0; v < MASK.size(); v += 37) {
                    double observed = Math.abs(map.map()[v]);
                    long reached = IntStream.range(0, 150)
                            .filter(k -> a.nulls().maxima()[k] >= observed
                                    || b.nulls().maxima()[k] >= observed)
                            .count();
                    assertEquals(
                            -Math.log10((1.0 + reached) / 151), map.jointLogP().orElseThrow()[v], 1e-12);
                }
        }
    }

    @Test
    void contrastsOfDifferentKindsAreNotComparedWithEachOther() {
        assertTrue(test(Tail.POSITIVE, AGE)
                .contrasts()
                .get(0)
                .statistics()
                .get(0)
                .jointLogP()
                .isEmpty());
        assertTrue(test(Tail.POSITIVE, AGE, BOTH)
                .contrasts()
                .get(1)
                .statistics()
                .get(0)
                .jointLogP()
                .isEmpty());
    }

    @Test
    void aMeanAndACovariateAreShuffledAndFlipped() {
        PermutationResult result = test(Tail.POSITIVE, MEAN, AGE);
        assertEquals("permutations with sign flips", result.shuffling());
        assertEquals(
                "because some contrasts test a mean and others compare subjects"
                        + "; nuisance regressors are handled by the Freedman-Lane method",
                result.reason());
    }

    /** t of each of the 32 flips by its textbook formula. */
    @Test
    void uncorrectedPIsTheShareOfFlipsThatReachTheVoxel() {
        double[] data = noise(5, 1);
        for (Tail tail : Tail.values()) {
            double[] p = PermutationInference.test(
                            image(data),
                            MASK,
                            new DMatrixRMaj(new double[][] {{1}, {1}, {1}, {1}, {1}}),
                            List.of(Hypothesis.of(new DMatrixRMaj(new double[][] {{1}}))),
                            options(100, tail, new EvidenceOptions(Approximation.NONE, true, 0)),
                            Progress.NONE)
                    .contrasts()
                    .get(0)
                    .uncorrected()
                    .orElseThrow();
            for (int v = 0; v < MASK.size(); v += 11) {
                double observed = tail.evidence(t(data, v, 0));
                int reached = 0;
                for (int flips = 0; flips < 32; flips++)
                    if (tail.evidence(t(data, v, flips)) >= observed - 1e-12) reached++;
                assertEquals(reached / 32.0, p[v], 1e-15, tail + " at " + v);
            }
        }
    }

    private static double t(double[] data, int voxel, int flips) {
        double[] y = IntStream.range(0, 5)
                .mapToDouble(s -> data[s * MASK.size() + voxel] * ((flips >> s & 1) == 1 ? -1 : 1))
                .toArray();
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance = Arrays.stream(y).map(x -> (x - mean) * (x - mean)).sum() / 4;
        return mean / Math.sqrt(variance / 5);
    }

    @Test
    void countingVoxelsLeavesTheNullsAsTheyAre() {
        double[][] maxima = new double[2][];
        for (int counting = 0; counting < 2; counting++)
            maxima[counting] = PermutationInference.test(
                            image(noise(12, 6)),
                            MASK,
                            covariates(),
                            List.of(Hypothesis.of(AGE)),
                            options(80, Tail.BOTH, new EvidenceOptions(Approximation.NONE, counting == 1, 0)),
                            Progress.NONE)
                    .contrasts()
                    .get(0)
                    .statistics()
                    .get(0)
                    .nulls()
                    .maxima();
        assertArrayEquals(maxima[0], maxima[1]);
    }

    private static PermutationResult stopped(int enough) {
        return PermutationInference.test(
                image(noise(12, 5)),
                MASK,
                covariates(),
                List.of(Hypothesis.of(AGE), Hypothesis.of(SCORE)),
                options(5000, Tail.POSITIVE, new EvidenceOptions(Approximation.NONE, false, enough)),
                Progress.NONE);
    }

    @Test
    void stopsAtTheShuffleThatMakesEnoughWhateverTheNumberOfThreads() {
        PermutationResult all = stopped(0), one = Parallelization.runSingleThreaded(() -> stopped(20));
        PermutationResult three = Parallelization.runWithNumThreads(3, () -> stopped(20));
        assertEquals(5000, all.shuffles());
        int expected = 0;
        for (PermutedContrast contrast : all.contrasts()) {
            CorrectedMap t = contrast.statistics().get(0);
            double observed = Arrays.stream(t.map()).max().orElseThrow();
            int reached = 0, drawn = 0;
            while (reached < 20) if (t.nulls().maxima()[drawn++] >= observed) reached++;
            expected = Math.max(expected, drawn);
        }
        for (PermutationResult result : List.of(one, three)) {
            assertEquals(expected, result.shuffles());
            for (int c = 0; c < 2; c++)
                assertArrayEquals(
                        Arrays.copyOf(
                                all.contrasts()
                                        .get(c)
                                        .statistics()
                                        .get(0)
                                        .nulls()
                                        .maxima(),
                                expected),
                        result.contrasts().get(c).statistics().get(0).nulls().maxima());
        }
    }
}
