package cohort.permute.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.cluster.Excursion;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.TailP;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SimesTemplateTest {
    private static final int TESTS = 8;

    /** Whether a set of hypotheses is rejected: some threshold lies above as many p as it may not. */
    private static boolean isRejected(SimesTemplate template, double[] p) {
        return IntStream.rangeClosed(1, p.length)
                .anyMatch(u -> Arrays.stream(p)
                                .filter(one -> one < template.threshold(u))
                                .count()
                        >= u);
    }

    private static double[] subset(double[] p, int set) {
        return IntStream.range(0, p.length)
                .filter(i -> (set >> i & 1) == 1)
                .mapToDouble(i -> p[i])
                .toArray();
    }

    /** The bound of every set is that of closed testing, which asks all sets: it leaves none that could be true. */
    @Property(tries = 60)
    void theBoundIsThatOfAllSetsClosed(@ForAll Random random, @ForAll @IntRange(max = 3) int shift) {
        SimesTemplate template = new SimesTemplate(TESTS, shift, 0.3 + 0.7 * random.nextDouble());
        double[] p = random.doubles(TESTS).map(x -> x * x * x).toArray();
        int sets = 1 << TESTS;
        boolean[] kept = new boolean[sets];
        for (int set = 0; set < sets; set++) kept[set] = !isRejected(template, subset(p, set));
        for (int set = 1; set < sets; set++) {
            int most = 0;
            for (int true0 = 0; true0 < sets; true0++)
                if (kept[true0]) most = Math.max(most, Integer.bitCount(true0 & set));
            assertEquals(Integer.bitCount(set) - most, template.trueDiscoveries(subset(p, set)), "set " + set);
        }
    }

    /** By bins and bounds the same least as by sorting all of them. */
    @Property(tries = 200)
    void theLevelIsTheLeastOfAllRanks(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 400) int voxels,
            @ForAll @IntRange(max = 2) int kind) {
        int shift = random.nextInt(voxels);
        TailP tail =
                switch (kind) {
                    case 0 -> new TailP(1, 5, 1);
                    case 1 -> new TailP(1, Double.POSITIVE_INFINITY, 2);
                    default -> new TailP(2, 9, 1);
                };
        Excursion up = new Excursion(tail.least()), down = new Excursion(tail.least());
        double[] p = new double[voxels];
        double scale = Math.exp(3 * random.nextDouble() - 1);
        for (int v = 0; v < voxels; v++) {
            // Coarse, so that there are ties.
            double value = Math.rint(8 * scale * (random.nextGaussian() + 0.3)) / 8;
            if (kind == 2) value = Math.abs(value);
            up.add(v, value);
            if (kind == 1) down.add(v, -value);
            p[v] = Math.min(
                    1, tail.sides() * tail.distribution().survivalProbability(kind == 1 ? Math.abs(value) : value));
        }
        Arrays.sort(p);
        double least = 1;
        for (int rank = shift + 1; rank <= voxels; rank++)
            least = Math.min(least, p[rank - 1] * (voxels - shift) / (rank - shift));
        SimesLevel level = new SimesLevel(tail, voxels, shift);
        assertEquals(least, level.of(up, down), 1e-12 * least);
        assertEquals(least, level.of(up, down), 1e-12 * least, "once more");
    }

    /** Of 20 labellings one may lie below at 5 %, none at 4 %. */
    @Example
    void noMoreThanTheShareOfLabellingsLiesBelow() {
        double[] nulls = IntStream.range(1, 20).mapToDouble(n -> n / 10.0).toArray();
        Calibration calibration = new Calibration(100, 0, 2.5, new NullDistribution(nulls));
        assertEquals(Math.pow(10, -1.9), calibration.at(0.05).level(), 1e-6);
        assertEquals(Math.pow(10, -2.5), calibration.at(0.04).level(), 1e-7);
        assertTrue(calibration.at(0.05).level() < Math.pow(10, -1.9));
    }

    @Example
    void aShiftLeavesVoxelsToTest() {
        TailP t = new TailP(1, 9, 1);
        assertThrows(InputException.class, () -> new SimesStatistic(t, -1));
        InputException tooMany = assertThrows(InputException.class, () -> new SimesLevel(t, 27, 27));
        assertEquals(
                "simes_shift: found 27, expected fewer than the 27 voxels that are tested, such as 0.",
                tooMany.getMessage());
    }
}
