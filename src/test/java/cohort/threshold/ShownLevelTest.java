package cohort.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownLevelTest {
    private static final double[] Z = {4, 3.5, 3, 2.5, 1, 0.5, 0.2, -0.3, -3.2, -1};

    private static ShownLevel.Found found(String text, Statistic statistic, Tail tail) {
        Grid grid = Grid.ofVoxelSize(10, 1, 1, 2, 2, 2);
        return ShownLevel.parse(text).in("map", Volume.of(grid, Z), Mask.everywhere(grid), statistic, tail);
    }

    /** scipy.stats: norm.isf(0.0005), t.isf(0.0005, 15), t.isf(0.001, 15), f.isf(0.001, 2, 15). */
    @Test
    void aRateOfErrorsBecomesAValueByTheStatistic() {
        assertEquals(
                3.2905267314918945, found("p0.001", Statistics.z(), Tail.BOTH).value(), 1e-12);
        assertEquals(
                4.072765195903791, found("p<0.001", Statistics.t(15), Tail.BOTH).value(), 1e-9);
        assertEquals(
                3.7328344253109003,
                found("p1e-3", Statistics.t(15), Tail.POSITIVE).value(),
                1e-9);
        assertEquals(
                11.339148236321849,
                found("p0.001", Statistics.f(2, 15), Tail.POSITIVE).value(),
                1e-8);
        assertEquals(3, found("p0.001", Statistics.parse("logp"), Tail.BOTH).value(), 1e-12);
    }

    /** Benjamini and Hochberg by hand: of 10 p the fifth, 0.0124 of 2.5, is below 5/10 x 0.05, the sixth, 0.32, is not. */
    @Test
    void aFalseDiscoveryRateKeepsWhatTheRuleKeeps() {
        double level = found("fdr0.05", Statistics.z(), Tail.BOTH).value();
        assertEquals(2.5, level, 1e-9);
        assertTrue(level < 2.5, "2.5 itself is seen");
        ShownLevel.Found none = found("fdr 1e-9", Statistics.z(), Tail.BOTH);
        assertEquals(4, none.value(), "nothing is beyond the farthest value");
        assertTrue(none.sentence().startsWith("map (z), fdr 1e-9: no threshold"), none.sentence());
    }

    @Test
    void aNumberIsTakenAsItIs() {
        assertEquals(3.1, found(" 3.1 ", Statistics.UNKNOWN, Tail.BOTH).value());
        assertEquals(0, found("", Statistics.UNKNOWN, Tail.BOTH).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "p5", "q0.05", "fdr", "fwe0.05", "high"})
    void whatIsNeitherIsRefused(String text) {
        assertEquals(
                "threshold: found " + text
                        + ", expected a number such as 3.1, an uncorrected p such as p0.001, or a false discovery rate such"
                        + " as fdr0.05.",
                refusal(text, Statistics.z()));
    }

    @Test
    void aMapThatGivesNoPIsRefused() {
        assertTrue(
                refusal("p0.001", Statistics.UNKNOWN).startsWith("threshold: found p0.001 for map, but neither its"));
        assertEquals(
                "threshold: found p0.001 for map, a map of p, whose large values would be shown; give the map of logp.",
                refusal("p0.001", Statistics.parse("p")));
        assertTrue(
                refusal("fdr0.05", Statistics.named("logpMaxT").orElseThrow()).contains("already corrected"));
    }

    private static String refusal(String text, Statistic statistic) {
        return assertThrows(InputException.class, () -> found(text, statistic, Tail.BOTH))
                .getMessage();
    }

    @Test
    void aMapOfBothSignsSaysSo() {
        Statistic logP = Statistics.parse("logp");
        assertEquals("signed \u2212log10 p", logP.symbol(Z));
        assertEquals("\u2212log10 p", logP.symbol(new double[] {0, 2}));
        assertEquals("t", Statistics.t(15).symbol(Z));
        assertEquals("", Statistics.UNKNOWN.symbol(Z));
    }
}
