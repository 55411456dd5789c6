package cohort.permute.nulls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.permute.EvidenceOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** The formulas of Hosking & Wallis in NumPy, at the lowest threshold that fits. */
    @Test
    void aParetoTailIsThatOfItsFormulas() {
        NullModel exponential = fit(Approximation.TAIL, quantiles(GumbelDistribution.of(0, 1)));
        assertEquals(0.00018210971386319573, exponential.p(9), 1e-14, "the truth is 0.000123");
        NullModel heavy = fit(Approximation.TAIL, quantiles(u -> Math.pow(1 - u, -0.2)));
        assertEquals(0.00012086144096520555, heavy.p(6), 1e-14, "the truth is 0.000129");
        assertEquals(1.5418555161896655e-05, heavy.p(9), 1e-15, "the truth is 0.000017");
    }

    /** Normal maxima look, by a few hundred shuffles, as if their tail had an end; they have none. */
    @Test
    void aTailWithAnEndIsTakenForTheExponential() {
        NullModel tail = fit(Approximation.TAIL, quantiles(u -> (1 - Math.pow(1 - u, 0.3)) / 0.3));
        assertEquals(0.0006016666118433859, tail.p(3.3), 1e-14);
        assertEquals(5.6087667595671094e-05, tail.p(4), 1e-15);
    }

    /** The moments of NumPy and scipy.stats.skew(bias=False), the tail of scipy.stats.gamma, or the Pareto tail's greater p. */
    @Test
    void aGammaCurveIsThatOfItsMoments() {
        NullDistribution all = quantiles(GammaDistribution.of(3.5, 0.7));
        NullModel curve = GammaCurve.fit(all).orElseThrow();
        assertEquals(0.005486623141839725, curve.p(7), 1e-12);
        assertEquals(0.00016667854082880139, curve.p(10), 1e-12);
        assertEquals(0.0004697517173326176, fit(Approximation.GAMMA, all).p(10), 1e-12, "that of the tail");
    }

    /** A counted p is valid whatever the curve is worth, so that down to where counting ends no curve may give less. */
    @ParameterizedTest
    @EnumSource(
            value = Approximation.class,
            names = {"TAIL", "GAMMA"})
    void noCurveGivesLessThanTheCountWhileThereIsOne(Approximation approximation) {
        Random random = new Random(11);
        double[] maxima = random.doubles(500).map(u -> Math.pow(u, -0.3)).toArray();
        NullDistribution nulls = new NullDistribution(maxima);
        double greatest = Arrays.stream(maxima).max().orElseThrow();
        NullModel model = approximation.fit(nulls, greatest / 2);
        assertNotSame(nulls, model);
        for (double value : maxima) assertTrue(model.p(value) >= nulls.p(value), value + ": " + model.p(value));
        assertTrue(model.p(1.5 * greatest) < 1.0 / 501, "beyond the shuffles the curve counts");
        assertEquals(0.01 / 501, model.p(1e9), 1e-18, "but not without end");
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

    /** Maxima of kinds that occur: one voxel and many, thin tails and heavy ones, without end and with one. */
    private static final Map<String, ToDoubleFunction<Random>> KINDS = Map.of(
            "a normal voxel", Random::nextGaussian,
            "|normal|", random -> Math.abs(random.nextGaussian()),
            "20 normal voxels", random -> maximum(20, random::nextGaussian),
            "five voxels of t with 5 degrees of freedom", random -> maximum(5, () -> t(random, 5)),
            "Gumbel", NullModelTest::gumbel,
            "exponential", random -> -Math.log(1 - random.nextDouble()),
            "lognormal", random -> Math.exp(random.nextGaussian()),
            "squares", random -> Math.pow(random.nextGaussian(), 2),
            "uniform", Random::nextDouble);

    /**
     * If the observed maximum is one of the labellings' like any other, p is at most a in a share a of studies, far below
     * 1 / (1 + shuffles) too. The curve does not know which of the maxima is the observed one, and only the greatest can have a p
     * so small: it is the observed one in one of 1 + shuffles studies, so that only these need be made.
     */
    @ParameterizedTest
    @CsvSource({"TAIL, 99", "TAIL, 199", "TAIL, 500", "TAIL, 999", "GAMMA, 199", "GAMMA, 999"})
    void smallPsComeNoMoreOftenThanTheySay(Approximation approximation, int shuffles) {
        KINDS.forEach((kind, maximum) -> {
            double[] found = smallPs(
                    200_000 / shuffles, shuffles, maximum, (nulls, observed) -> approximation.fit(nulls, observed));
            for (int l = 0; l < PARTS.length; l++)
                assertTrue(found[l] <= 3, kind + ", p <= " + PARTS[l] + " / (1 + shuffles): " + found[l] + " sigma");
        });
    }

    /** The curves alone, or fitted without the unshuffled labelling, do not keep to it. */
    @Test
    void smallPsComeTooOftenWithoutTheirGuards() {
        ToDoubleFunction<Random> t = random -> maximum(5, () -> t(random, 5));
        double[] gamma = smallPs(1500, 999, t, (nulls, observed) -> GammaCurve.fit(nulls.with(observed))
                .orElse(nulls));
        assertTrue(gamma[2] > 5, "gamma curve alone: " + gamma[2] + " sigma");
        double[] without = smallPs(3000, 199, t, (nulls, observed) -> ParetoTail.fit(nulls.sorted())
                .orElse(nulls));
        assertTrue(without[3] > 5, "tail without the unshuffled labelling: " + without[3] + " sigma");
    }

    /** Levels as parts of 1 / (1 + shuffles). */
    private static final double[] PARTS = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};

    /** By how many standard deviations of a Poisson count p-values up to each level come more often than they may. */
    private static double[] smallPs(
            int studies,
            int shuffles,
            ToDoubleFunction<Random> maximum,
            BiFunction<NullDistribution, Double, NullModel> fit) {
        Random random = new Random(4);
        int[] found = new int[PARTS.length];
        for (int study = 0; study < studies; study++) {
            double[] maxima = new double[shuffles + 1];
            Arrays.setAll(maxima, k -> maximum.applyAsDouble(random));
            Arrays.sort(maxima);
            double greatest = maxima[shuffles];
            double p = fit.apply(new NullDistribution(Arrays.copyOf(maxima, shuffles)), greatest)
                    .p(greatest);
            for (int l = 0; l < PARTS.length; l++) if (p <= PARTS[l] / (shuffles + 1) * (1 + 1e-9)) found[l]++;
        }
        return IntStream.range(0, PARTS.length)
                .mapToDouble(l -> (found[l] - PARTS[l] * studies) / Math.sqrt(PARTS[l] * studies))
                .toArray();
    }

    private static double maximum(int voxels, DoubleSupplier value) {
        return IntStream.range(0, voxels)
                .mapToDouble(v -> value.getAsDouble())
                .max()
                .orElseThrow();
    }

    private static double t(Random random, int degreesOfFreedom) {
        double squares = 0;
        for (int k = 0; k < degreesOfFreedom; k++) squares += Math.pow(random.nextGaussian(), 2);
        return random.nextGaussian() / Math.sqrt(squares / degreesOfFreedom);
    }

    private static double gumbel(Random random) {
        return -Math.log(-Math.log(random.nextDouble()));
    }
}
