package cohort.permute.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.mask.Mask;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every labelling of small studies against src/test/reference/true_discoveries.py. */
class TrueDiscoveriesReferenceTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());
    private static final double[] ALPHAS = {0.01, 0.05, 0.2};

    private static PermutedContrast test(DMatrixRMaj design, DMatrixRMaj contrast, Tail tail, SimesStatistic simes) {
        double[][] maps = TinyCohort.maps();
        double[] data = new double[design.numRows * MASK.size()];
        for (int i = 0; i < data.length; i++) data[i] = maps[i / MASK.size()][MASK.gridIndex(i % MASK.size())];
        return PermutationInference.test(
                        ArrayImgs.doubles(data, MASK.size(), design.numRows),
                        MASK,
                        design,
                        List.of(new Hypothesis(contrast, List.of(simes))),
                        PermutationOptions.of(2000, 0, tail),
                        Progress.NONE)
                .contrasts()
                .get(0);
    }

    private static Map<String, Double> expected(String name) {
        ReferenceTable table = ReferenceTable.read("true-discoveries.tsv");
        String[] cases = table.text("case"), what = table.text("what");
        double[] values = table.numbers("value");
        Map<String, Double> expected = new HashMap<>();
        for (int r = 0; r < cases.length; r++) if (cases[r].equals(name)) expected.put(what[r], values[r]);
        return expected;
    }

    private static int region(int voxel) {
        int index = MASK.gridIndex(voxel), nx = 14, ny = 16;
        return 1 + index % nx / 5 + 3 * (index / nx % ny / 6) + 9 * (index / (nx * ny) / 7);
    }

    private static void check(String name, PermutedContrast result, TailP tail) {
        Map<String, Double> expected = expected(name);
        Calibration calibration = result.calibration().orElseThrow();
        assertEquals(List.of(result.statistics().get(0).name()), List.of(tail.rows() == 1 ? "t" : "F"));
        assertEquals(1, result.statistics().size());
        assertEquals(expected.get("observed"), calibration.observed(), 1e-9);
        double[] levels =
                Arrays.copyOf(calibration.nulls().maxima(), calibration.nulls().size() + 1);
        levels[levels.length - 1] = calibration.observed();
        Arrays.sort(levels);
        for (int n = 0; n < levels.length; n++) assertEquals(expected.get("level" + n), levels[n], 1e-9, "level " + n);
        double[] map = result.statistics().get(0).map();
        double[] p = Arrays.stream(map)
                .map(value -> result.statistics().get(0).tail().evidence(value))
                .map(value -> tail.sides() * tail.distribution().survivalProbability(value))
                .toArray();
        int bounds = 0;
        for (double alpha : ALPHAS) {
            SimesTemplate template = calibration.at(alpha);
            assertEquals(expected.get("lambda" + alpha), template.level(), 1e-9 * template.level());
            assertEquals(expected.get("all" + alpha), template.trueDiscoveries(p), "all at " + alpha);
            for (int region = 1; region <= 18; region++) {
                int number = region;
                double[] within = IntStream.range(0, p.length)
                        .filter(v -> region(v) == number)
                        .mapToDouble(v -> p[v])
                        .toArray();
                assertEquals(
                        expected.get("region" + region + "-" + alpha),
                        template.trueDiscoveries(within),
                        "region " + region + " at " + alpha);
                bounds++;
            }
        }
        assertEquals(expected.size(), bounds + levels.length + 1 + 2 * ALPHAS.length);
    }

    @ParameterizedTest
    @CsvSource({"positive, 0", "positive, 20", "negative, 0", "negative, 20", "both, 0", "both, 20"})
    void allFlipsOfOneSample(String tail, int shift) {
        DMatrixRMaj design = new DMatrixRMaj(8, 1);
        design.fill(1);
        Tail side = Tail.of(tail);
        TailP p = new TailP(1, 7, side.signs().length);
        check(
                "one-sample-" + tail + "-" + shift,
                test(design, new DMatrixRMaj(new double[][] {{1}}), side, new SimesStatistic(p, shift)),
                p);
    }

    @ParameterizedTest
    @CsvSource("0")
    void allPermutationsOfTwoRegressors(int shift) {
        DMatrixRMaj design = new DMatrixRMaj(6, 3);
        for (int s = 0; s < 6; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, TinyCohort.group()[s].equals("b") ? 1 : 0);
            design.set(s, 2, TinyCohort.age()[s]);
        }
        TailP p = new TailP(2, 3, 1);
        check(
                "f-positive-" + shift,
                test(
                        design,
                        new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}}),
                        Tail.POSITIVE,
                        new SimesStatistic(p, shift)),
                p);
    }
}
