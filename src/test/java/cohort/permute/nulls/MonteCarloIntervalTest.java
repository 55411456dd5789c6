package cohort.permute.nulls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonteCarloIntervalTest {
    /** SciPy: {@code beta.ppf(.025, b, m - b + 1), beta.ppf(.975, b + 1, m - b)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0, 0.003682083896865671",
        "5, 199, 0.008207450931323903, 0.057657805822972856",
        "30, 1000, 0.020330485683109627, 0.042551402470029046",
        "1000, 1000, 0.9963179161031344, 1"
    })
    void isThatOfAProportion(int reaching, int shuffles, double low, double high) {
        NullDistribution nulls = new NullDistribution(IntStream.range(0, shuffles)
                .mapToDouble(k -> k < reaching ? 2 : 0)
                .toArray());
        MonteCarloInterval interval = MonteCarloInterval.of(nulls, 1);
        assertEquals(low, interval.low(), 1e-12);
        assertEquals(high, interval.high(), 1e-12);
    }
}
