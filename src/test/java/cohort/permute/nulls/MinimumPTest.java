package cohort.permute.nulls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The least of several p against an enumeration of all labellings. */
class MinimumPTest {
    /** Tests x labellings, small numbers so that many are tied. */
    private static double[][] maxima(int tests, int labellings, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, tests)
                .mapToObj(i -> IntStream.range(0, labellings)
                        .mapToDouble(k -> random.nextInt(12))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double shareReaching(double[] all, double value) {
        return Arrays.stream(all).filter(x -> x >= value).count() / (double) all.length;
    }

    private static double leastP(double[][] maxima, int labelling) {
        return Arrays.stream(maxima)
                .mapToDouble(test -> shareReaching(test, test[labelling]))
                .min()
                .orElseThrow();
    }

    /** One of the labellings is taken for the unshuffled one. */
    private static MinimumP withTruth(double[][] maxima, int truth) {
        return new MinimumP(
                Arrays.stream(maxima)
                        .map(test -> new NullDistribution(IntStream.range(0, test.length)
                                .filter(k -> k != truth)
                                .mapToDouble(k -> test[k])
                                .toArray()))
                        .toList(),
                column(maxima, truth));
    }

    private static double[] column(double[][] maxima, int labelling) {
        return Arrays.stream(maxima).mapToDouble(test -> test[labelling]).toArray();
    }

    @Test
    void isTheRankOfTheLeastPAmongAllLabellings() {
        for (long seed = 0; seed < 40; seed++) {
            double[][] maxima = maxima(3, 32, seed);
            double[] least =
                    IntStream.range(0, 32).mapToDouble(k -> leastP(maxima, k)).toArray();
            for (int truth = 0; truth < 32; truth++) {
                double mine = least[truth];
                double expected =
                        Arrays.stream(least).filter(p -> p <= mine + 1e-12).count() / 32.0;
                assertEquals(expected, withTruth(maxima, truth).p(column(maxima, truth)), 1e-15);
            }
        }
    }

    /** Of 32 equally likely labellings no more than j have a p up to j / 32. */
    @Test
    void noMoreLabellingsThanTheLevelAllowsAreFound() {
        for (long seed = 0; seed < 40; seed++) {
            double[][] maxima = maxima(5, 32, seed);
            double[] p = IntStream.range(0, 32)
                    .mapToDouble(truth -> withTruth(maxima, truth).p(column(maxima, truth)))
                    .toArray();
            for (int j = 1; j <= 32; j++) {
                double level = j / 32.0;
                assertTrue(Arrays.stream(p).filter(x -> x <= level).count() <= j);
            }
        }
    }

    @Test
    void ofOneTestIsThePOfItsMaxima() {
        double[] nulls = maxima(1, 99, 7)[0];
        NullDistribution one = new NullDistribution(nulls);
        MinimumP minimum = new MinimumP(List.of(one), new double[] {11});
        for (double value = 0; value <= 11; value++) assertEquals(one.p(value), minimum.p(new double[] {value}), 1e-15);
    }
}
