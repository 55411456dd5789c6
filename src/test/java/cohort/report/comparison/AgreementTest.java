package cohort.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import cohort.permute.nulls.Tail;
import cohort.report.TinyResults;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two maps against each other, by the numbers of {@code src/test/reference/comparison.py}. */
class AgreementTest {
    private static final double CLOSE = 1e-9;

    @TempDir
    Path folder;

    @Test
    void twoModelsOfTheSameMapsAgreeAsNumPySays() {
        ReferenceTable expected = ReferenceTable.read("comparison.tsv");
        double[] a = t("1", 1), b = t("group", 2);
        Agreement agreement = Agreement.of(a, b);
        assertEquals(expected.integers("voxels")[0], agreement.voxels());
        assertEquals(expected.numbers("r")[0], agreement.correlation(), CLOSE);
        assertEquals(expected.numbers("mean")[0], agreement.meanDifference(), CLOSE);
        assertEquals(expected.numbers("rms")[0], agreement.rmsDifference(), CLOSE);
        assertEquals(expected.numbers("largest")[0], agreement.largestDifference(), CLOSE);

        Overlap overlap = Overlap.of(logP(a, 11), logP(b, 10), a, b);
        assertEquals(expected.integers("first")[0], overlap.first());
        assertEquals(expected.integers("second")[0], overlap.second());
        assertEquals(expected.integers("both")[0], overlap.both());
        assertEquals(expected.numbers("dice")[0], overlap.dice(), CLOSE);
    }

    private double[] t(String model, int run) {
        return TinyResults.in(folder.resolve("run-" + run), model, "intercept", Tail.BOTH, false, Map.of())
                .result()
                .contrasts()
                .get(0)
                .statistics()
                .get(0)
                .map();
    }

    private static double[] logP(double[] t, int dof) {
        return Arrays.stream(t)
                .map(value -> -Math.log10(Statistics.t(dof).p(Math.abs(value), Tail.BOTH)))
                .toArray();
    }

    @Test
    void aMapAgreesWithItselfAndAnOppositeOneDoesNot() {
        double[] map = {1, -4, 2, Double.NaN, 3}, opposite = {-1, 4, -2, 5, -3}, logP = {0, 2, 0, 2, 2};
        assertEquals(new Agreement(4, 1, 0, 0, 0), Agreement.of(map, map));
        assertEquals(-1, Agreement.of(map, opposite).correlation(), CLOSE);
        assertEquals(4, Agreement.of(map, opposite).voxels());
        double[] finite = {1, -4, 2, 5, 3};
        assertEquals(1, Overlap.of(logP, logP, finite, finite).dice());
        assertEquals(new Overlap(3, 3, 1), Overlap.of(logP, logP, finite, opposite));
    }

    @Test
    void nothingSignificantAndNothingVariableHaveNoNumber() {
        double[] none = new double[3];
        assertTrue(Double.isNaN(Overlap.of(none, none, none, none).dice()));
        assertTrue(Double.isNaN(Agreement.of(none, new double[] {1, 2, 3}).correlation()));
        assertTrue(Double.isNaN(Agreement.of(new double[0], new double[0]).largestDifference()));
    }
}
