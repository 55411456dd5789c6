package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.mask.Mask;
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
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class PermutationInferenceTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());
    private static final IntToDoubleFunction ONE = s -> 1;
    private static final IntToDoubleFunction AGE = s -> TinyCohort.age()[s];
    private static final IntToDoubleFunction CENTRED = s -> TinyCohort.age()[s] - 42;
    private static final IntToDoubleFunction B = s -> TinyCohort.group()[s].equals("b") ? 1 : 0;

    private static Img<DoubleType> data(int subjects) {
        double[][] maps = TinyCohort.maps();
        double[] data = new double[subjects * MASK.size()];
        for (int s = 0; s < subjects; s++)
            for (int m = 0; m < MASK.size(); m++) data[s * MASK.size() + m] = maps[s][MASK.gridIndex(m)];
        return ArrayImgs.doubles(data, MASK.size(), subjects);
    }

    private static DMatrixRMaj design(int subjects, IntToDoubleFunction... columns) {
        DMatrixRMaj design = new DMatrixRMaj(subjects, columns.length);
        for (int s = 0; s < subjects; s++)
            for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        return design;
    }

    private static DMatrixRMaj row(double... weights) {
        return new DMatrixRMaj(new double[][] {weights});
    }

    private static PermutedContrast run(
            DMatrixRMaj design, DMatrixRMaj contrast, Tail tail, int shuffles, int seed, MapStatistic... more) {
        int dof = design.numRows - design.numCols;
        List<MapStatistic> statistics = new ArrayList<>(ClusterForming.statistics(0.01, tail, contrast.numRows, dof));
        statistics.addAll(List.of(more));
        return PermutationInference.test(
                        data(design.numRows),
                        MASK,
                        design,
                        List.of(new Hypothesis(contrast, statistics)),
                        PermutationOptions.of(shuffles, seed, tail),
                        Progress.NONE)
                .contrasts()
                .get(0);
    }

    private static PermutedContrast run(String model, Tail tail, int shuffles, int seed, MapStatistic... more) {
        return switch (model) {
            case "one-sample" -> run(design(12, ONE), row(1), tail, shuffles, seed, more);
            case "intercept-given-age" -> run(design(12, ONE, CENTRED), row(1, 0), tail, shuffles, seed, more);
            case "age" -> run(design(12, ONE, AGE), row(0, 1), tail, shuffles, seed, more);
            case "group-age" -> run(design(12, ONE, B, AGE), row(0, 1, 0), tail, shuffles, seed, more);
            case "group-age-f" ->
                run(
                        design(12, ONE, B, AGE),
                        new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}}),
                        tail,
                        shuffles,
                        seed,
                        more);
            default -> throw new AssertionError(model);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "one-sample, positive, 0",
        "one-sample, positive, 42",
        "one-sample, both, 0",
        "one-sample, both, 42",
        "intercept-given-age, positive, 0",
        "intercept-given-age, positive, 42",
        "intercept-given-age, both, 0",
        "intercept-given-age, both, 42",
        "age, positive, 0",
        "age, positive, 42",
        "age, both, 0",
        "age, both, 42",
        "group-age, positive, 0",
        "group-age, positive, 42",
        "group-age, both, 0",
        "group-age, both, 42"
    })
    void agreesWithNilearnShuffleForShuffle(String model, String tail, int seed) {
        ReferenceTable expected = ReferenceTable.read("nulls-" + model + "-" + tail + "-seed" + seed + ".tsv");
        PermutedContrast result = run(model, Tail.of(tail), expected.rows(), seed);
        for (CorrectedMap map : result.statistics()) {
            double[] nulls = expected.numbers("max_" + map.name());
            double[] own = map.nulls().maxima();
            for (int k = 0; k < nulls.length; k++)
                assertEquals(nulls[k], own[k], 1e-9 * Math.max(1, nulls[k]), map.name() + " of shuffle " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({"one-sample, positive", "one-sample, both", "group-age, positive", "group-age, both"})
    void agreesWithNilearnsMaps(String model, String tail) {
        ReferenceTable expected = ReferenceTable.read("permuted-" + model + "-" + tail + ".tsv");
        PermutedContrast result = run(model, Tail.of(tail), 200, 0);
        for (CorrectedMap map : result.statistics()) {
            double[] values = expected.numbers(map.name());
            for (int v = 0; v < values.length; v++)
                assertEquals(values[v], map.map()[v], 1e-9 * Math.max(1, Math.abs(values[v])), map.name() + " at " + v);
        }
        double[] logP = expected.numbers("logp_max_t");
        for (int v = 0; v < logP.length; v++)
            assertEquals(logP[v], result.statistics().get(0).logP()[v], 1e-12, "logp_max_t at " + v);
    }

    @Test
    void testsSeveralRowsByF() {
        CorrectedMap f = run("group-age-f", Tail.POSITIVE, 99, 0).statistics().get(0);
        double[] expected = ReferenceTable.read("glm-group-age-f.tsv").numbers("F");
        assertEquals("F", f.name());
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], f.map()[v], 1e-9 * Math.max(1, expected[v]), "F at " + v);
        // F has one side, whatever is asked of t.
        assertArrayEquals(
                f.logP(),
                run("group-age-f", Tail.BOTH, 99, 0).statistics().get(0).logP());
    }

    @Test
    void countsTheUnshuffledLabellingOnceInClusterPToo() {
        PermutedContrast result = run("one-sample", Tail.POSITIVE, 200, 0);
        for (CorrectedMap map : result.statistics())
            for (int v = 0; v < map.map().length; v++) {
                double observed = map.map()[v];
                long reached = Arrays.stream(map.nulls().maxima())
                        .filter(max -> max >= observed)
                        .count();
                assertEquals((1.0 + reached) / 201, Math.pow(10, -map.logP()[v]), 1e-12);
            }
    }

    @Test
    void looksAtTheOtherSideForTheNegativeTail() {
        PermutedContrast positive = run("one-sample", Tail.POSITIVE, 50, 3);
        PermutedContrast negative = run(design(12, s -> -1), row(1), Tail.NEGATIVE, 50, 3);
        for (int s = 0; s < 3; s++) {
            CorrectedMap a = positive.statistics().get(s),
                    b = negative.statistics().get(s);
            assertArrayEquals(a.nulls().maxima(), b.nulls().maxima());
            assertArrayEquals(a.logP(), b.logP());
        }
        assertEquals(
                positive.statistics().get(0).map()[7],
                -negative.statistics().get(0).map()[7]);
    }

    @ParameterizedTest
    @CsvSource({
        "one-sample, positive",
        "one-sample, negative",
        "one-sample, both",
        "intercept-given-age, positive",
        "intercept-given-age, negative",
        "intercept-given-age, both",
        "age, positive",
        "age, negative",
        "age, both",
        "group-age, positive",
        "group-age, negative",
        "group-age, both",
        "group-age-f, positive"
    })
    void findsToTheLastBitWhatComputingEveryVoxelExactlyFinds(String model, String tail) {
        // Enhancement needs all voxels, so that with it no voxel is left out by a screen.
        List<CorrectedMap> screened = run(model, Tail.of(tail), 600, 7).statistics();
        List<CorrectedMap> whole =
                run(model, Tail.of(tail), 600, 7, EnhancedStatistic.DEFAULT).statistics();
        for (int s = 0; s < screened.size(); s++)
            assertArrayEquals(
                    whole.get(s).nulls().maxima(),
                    screened.get(s).nulls().maxima(),
                    whole.get(s).name());
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        PermutedContrast one = Parallelization.runSingleThreaded(() -> run("group-age", Tail.BOTH, 300, 1));
        PermutedContrast five = Parallelization.runWithNumThreads(5, () -> run("group-age", Tail.BOTH, 300, 1));
        for (int s = 0; s < 3; s++)
            assertArrayEquals(
                    one.statistics().get(s).nulls().maxima(),
                    five.statistics().get(s).nulls().maxima());
    }

    @Test
    void makesEveryDistinctShuffleOnceWhereThereAreFewer() {
        List<String> log = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                log.add(sentence);
            }
        };
        PermutationResult result = PermutationInference.test(
                data(5),
                MASK,
                design(5, ONE),
                List.of(Hypothesis.of(row(1))),
                PermutationOptions.of(1000, 0, Tail.POSITIVE),
                listener);
        assertTrue(result.exhaustive());
        assertEquals(31, result.shuffles());
        assertEquals(
                List.of(
                        "Tested by sign flips, because the contrast tests a mean; all 32 distinct ones are made once, including the observed data.",
                        "The p-values assume that, without an effect, errors are symmetric about zero; their variances may differ."),
                log);
    }

    @Test
    void warnsOfSkewedDataWhereSignsAreFlipped() {
        Random random = new Random(3);
        double[] values =
                random.doubles((long) MASK.size() * 20).map(x -> -Math.log(x)).toArray();
        List<String> log = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                log.add(sentence);
            }
        };
        for (ShuffleScheme scheme : List.of(ShuffleScheme.FLIPS, ShuffleScheme.PERMUTATIONS)) {
            double[][] rows = new double[20][];
            for (int s = 0; s < 20; s++) rows[s] = new double[] {1, s};
            PermutationInference.test(
                    ArrayImgs.doubles(values, MASK.size(), 20),
                    MASK,
                    new DMatrixRMaj(rows),
                    List.of(Hypothesis.of(row(0, 1))),
                    new PermutationOptions(
                            9,
                            0,
                            Tail.BOTH,
                            new ShuffleOptions(scheme, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true),
                            Optional.empty(),
                            6,
                            EvidenceOptions.COUNTED),
                    listener);
            assertEquals(
                    1,
                    log.stream()
                            .filter(sentence -> sentence.startsWith("The data are skewed"))
                            .count(),
                    scheme.toString());
        }
    }

    @Test
    void givesAVoxelOfZerosNoEvidence() {
        double[] values = new double[MASK.size() * 5];
        for (int v = 1; v < MASK.size(); v++) for (int s = 0; s < 5; s++) values[s * MASK.size() + v] = v % 7 + s;
        CorrectedMap t = PermutationInference.test(
                        ArrayImgs.doubles(values, MASK.size(), 5),
                        MASK,
                        design(5, ONE),
                        List.of(Hypothesis.of(row(1))),
                        PermutationOptions.of(31, 0, Tail.POSITIVE),
                        Progress.NONE)
                .contrasts()
                .get(0)
                .statistics()
                .get(0);
        assertEquals(0, t.map()[0]);
        assertEquals(0, t.logP()[0], 1e-12);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThrows(InputException.class, () -> PermutationOptions.of(0, 0, Tail.BOTH));
        assertThrows(InputException.class, () -> PermutationOptions.of(1, -1, Tail.BOTH));
        assertThrows(InputException.class, () -> ClusterForming.statistics(3, Tail.POSITIVE, 1, 11));
        assertThrows(InputException.class, () -> Tail.of("up"));
    }
}
