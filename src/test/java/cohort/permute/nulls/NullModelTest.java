package cohort.permute.nulls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.permute.EvidenceOptions;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class NullModelTest {
    private static final int SIZE = 2000;

    /** As evenly as so many numbers can be spread. */
    private static NullDistribution quantiles(DoubleUnaryOperator inverse) {
        return new NullDistribution(IntStream.range(0, SIZE)
                .mapToDouble(i -> inverse.applyAsDouble((i + 0.5) / SIZE))
                .toArray());
    }

    private static NullDistribution quantiles(ContinuousDistribution distribution) {
        return quantiles(distribution::inverseCumulativeProbability);
    }

    /** A curve fitted to these maxima, the last of which is that of the unshuffled labelling. */
    private static NullModel fit(Approximation approximation, NullDistribution all) {
        double[] maxima = all.maxima();
        double observed = maxima[maxima.length - 1];
        return approximation.fit(new NullDistribution(Arrays.copyOf(maxima, maxima.length - 1)), observed);
    }

    @Test
    void aParetoTailIsThatOfItsFormulas() {
        NullDistribution nulls = quantiles(GumbelDistribution.of(0, 1));
        NullModel tail = fit(Approximation.TAIL, nulls);
        // The formulas of Hosking & Wallis in NumPy; the tail begins at the lowest threshold. The truth is 0.000123.
        assertEquals(8.528629001115178e-05, tail.p(9), 1e-12);
        assertEquals(nulls.p(1), tail.p(1), 1.0 / nulls.size(), "p above 0.1 are counted");
        assertEquals(0x1p-52, tail.p(1e9));
    }

    /** A curve with an end would else give p = 0 to whatever lies beyond, by a few hundred shuffles. */
    @Test
    void aTailWithAnEndIsNotFollowedBeyondTheMaxima() {
        NullModel tail = fit(Approximation.TAIL, quantiles(u -> (1 - Math.pow(1 - u, 0.3)) / 0.3));
        // NumPy: the fit is followed up to the greatest maximum, and falls with the mean excess from there on.
        assertEquals(0.003942723171374696, tail.p(2.7), 1e-10);
        assertEquals(3.85286406830452e-05, tail.p(4), 1e-10);
    }

    @Test
    void aGammaCurveIsThatOfItsMoments() {
        NullModel curve = fit(Approximation.GAMMA, quantiles(GammaDistribution.of(3.5, 0.7)));
        // The moments of NumPy and scipy.stats.skew(bias=False), the tail of scipy.stats.gamma.
        assertEquals(0.00548662314183972, curve.p(7), 1e-10);
        assertEquals(GammaDistribution.of(3.5, 0.7).survivalProbability(7), curve.p(7), 1e-4);
    }

    @Test
    void whatDoesNotFitIsCounted() {
        NullDistribution sizes = quantiles(u -> Math.rint(4 * u * u));
        NullDistribution twoHumps = quantiles(u -> u < 0.93 ? u : 5 + u);
        assertSame(sizes, Approximation.TAIL.fit(sizes, 0));
        assertSame(sizes, Approximation.GAMMA.fit(sizes, 0));
        assertSame(twoHumps, Approximation.GAMMA.fit(twoHumps, 0));
        assertSame(sizes, Approximation.NONE.fit(sizes, 0));
    }

    @Test
    void noCurveRisesWithTheValue() {
        for (ContinuousDistribution distribution : new ContinuousDistribution[] {
            GumbelDistribution.of(4, 0.6), GammaDistribution.of(2, 3), GammaDistribution.of(40, 0.1)
        })
            for (Approximation approximation : Approximation.values()) {
                NullModel model = fit(approximation, quantiles(distribution));
                double last = 1;
                for (double value = 0; value < 60; value += 0.01) {
                    double p = model.p(value);
                    assertTrue(
                            p > 0 && p <= last + 1e-12, approximation + " at " + value + ": " + p + " after " + last);
                    last = p;
                }
            }
    }

    /** The table is that of maximum likelihood; of fits by moments at most twice as many are refused. */
    @Test
    void theTestOfFitKeepsItsLevel() {
        Random random = new Random(8);
        for (double shape : new double[] {-0.2, 0, 0.2}) {
            int refused = 0;
            for (int run = 0; run < 2000; run++) {
                double[] y = random.doubles(250)
                        .map(u -> shape == 0 ? -Math.log(u) : (1 - Math.pow(u, shape)) / shape)
                        .toArray();
                double
                        mean =
                                IntStream.range(0, 250)
                                        .mapToDouble(i -> y[i])
                                        .average()
                                        .orElseThrow(),
                        squares = 0;
                for (double value : y) squares += (value - mean) * (value - mean);
                double ratio = mean * mean / (squares / 249), scale = mean * (ratio + 1) / 2, k = (ratio - 1) / 2;
                double[] survivals = IntStream.range(0, 250)
                        .mapToDouble(i -> Math.pow(Math.max(0, 1 - k * y[i] / scale), 1 / k))
                        .toArray();
                if (AndersonDarling.p(survivals, k) <= 0.05) refused++;
            }
            assertTrue(refused > 60 && refused < 200, refused + " of 2000 refused at 5 % for shape " + shape);
        }
    }

    /** Besag and Clifford's definition, value by value. */
    @Test
    void sequentialCountsStopForEachValueOnItsOwn() {
        Random random = new Random(1);
        double[] maxima = random.doubles(300).map(u -> Math.rint(20 * u)).toArray();
        SequentialCount count = new SequentialCount(new NullDistribution(maxima), 7);
        for (double value = -1; value < 23; value += 0.5) {
            int reached = 0, drawn = 0;
            while (drawn < maxima.length && reached < 7) if (maxima[drawn++] >= value) reached++;
            double expected = reached == 7 ? 7.0 / drawn : (1.0 + reached) / (1 + maxima.length);
            assertEquals(expected, count.p(value), 1e-15, "p of " + value);
        }
    }

    @Test
    void isNamedByItsOption() {
        for (Approximation approximation : Approximation.values())
            assertEquals(approximation, Approximation.of(approximation.toString()));
        assertThrows(InputException.class, () -> Approximation.of("normal"));
        assertThrows(InputException.class, () -> new EvidenceOptions(Approximation.NONE, false, -1));
        assertThrows(InputException.class, () -> new EvidenceOptions(Approximation.TAIL, false, 5));
        assertThrows(InputException.class, () -> new EvidenceOptions(Approximation.NONE, true, 5));
    }

    /**
     * If the observed maximum is one of the labellings' like any other, p is at most a in a share a of studies. Fitted without the
     * unshuffled labelling, a tail of 99 shuffles gives p ≤ 0.001 twice as often as it may.
     */
    @ParameterizedTest
    @EnumSource(
            value = Approximation.class,
            names = {"TAIL", "GAMMA"})
    void smallPsComeNoMoreOftenThanTheySay(Approximation approximation) {
        int studies = 20000;
        Random random = new Random(4);
        int[] found = new int[2];
        for (int study = 0; study < studies; study++) {
            double[] maxima = new double[199];
            for (int k = 0; k < maxima.length; k++) maxima[k] = gumbel(random);
            double observed = gumbel(random);
            double p = approximation.fit(new NullDistribution(maxima), observed).p(observed);
            if (p <= 0.01) found[0]++;
            if (p <= 0.001) found[1]++;
        }
        // Three standard deviations of a binomial above the share.
        assertTrue(found[0] <= 0.01 * studies + 3 * Math.sqrt(0.01 * studies), found[0] + " of p <= 0.01");
        assertTrue(found[1] <= 0.001 * studies + 3 * Math.sqrt(0.001 * studies), found[1] + " of p <= 0.001");
    }

    /** So does a tail of 99 shuffles far below 1 / 100, but not if it is fitted without the unshuffled labelling. */
    @Test
    void aTailKeepsItsSmallPsByTheUnshuffledLabelling() {
        int studies = 30000;
        Random random = new Random(6);
        int[] with = new int[2], without = new int[2];
        for (int study = 0; study < studies; study++) {
            double[] maxima = new double[99];
            for (int k = 0; k < maxima.length; k++) maxima[k] = gumbel(random);
            double observed = gumbel(random);
            NullDistribution nulls = new NullDistribution(maxima);
            count(Approximation.TAIL.fit(nulls, observed).p(observed), with);
            count(ParetoTail.fit(nulls, nulls).p(observed), without);
        }
        double[] levels = {0.001, 0.0001};
        for (int l = 0; l < levels.length; l++) {
            double most = levels[l] * studies + 3 * Math.sqrt(levels[l] * studies);
            assertTrue(with[l] <= most, with[l] + " of p <= " + levels[l]);
            assertTrue(without[l] > most, without[l] + " of p <= " + levels[l] + " without it");
        }
    }

    private static void count(double p, int[] found) {
        if (p <= 0.001) found[0]++;
        if (p <= 0.0001) found[1]++;
    }

    private static double gumbel(Random random) {
        return -Math.log(-Math.log(random.nextDouble()));
    }
}
