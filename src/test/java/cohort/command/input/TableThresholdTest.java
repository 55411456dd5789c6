package cohort.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TableThresholdTest {

    /** scipy.stats: the upper 0.001 of t, F, norm; where both sides count, each has its own. */
    @Test
    void theDefaultFollowsTheStatistic() {
        assertEquals(3.7328344253109, level(Statistics.t(15)), 1e-9);
        assertEquals(11.339148236321849, level(Statistics.f(2, 15)), 1e-8);
        assertEquals(3.090232306167813, level(Statistics.z()), 1e-12);
        assertEquals(0.001, level(Statistics.parse("p")), 1e-15);
        assertEquals(3, level(Statistics.parse("logp")), 1e-12);
        assertEquals(-Math.log10(0.05), level(Statistics.named("logpMaxT").orElseThrow()), 1e-12);
        assertEquals(
                ", at p < 0.001 on either side by t(15)",
                TableThreshold.of("auto", Statistics.t(15), Tail.BOTH, OptionalDouble.empty())
                        .reason());
    }

    @Test
    void theLevelOfTheRunComesFirstAndThatOfTheUserBefore() {
        assertEquals(
                4.25,
                TableThreshold.of("auto", Statistics.t(15), Tail.POSITIVE, OptionalDouble.of(4.25))
                        .level());
        assertEquals(
                -2.5,
                TableThreshold.of(" -2.5", Statistics.UNKNOWN, Tail.POSITIVE, OptionalDouble.of(4.25))
                        .level());
    }

    private static double level(Statistic statistic) {
        return TableThreshold.of("auto", statistic, Tail.BOTH, OptionalDouble.empty())
                .level();
    }
}
