package cohort.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.Oracle;
import cohort.permute.RandomMap;
import cohort.permute.SmallMap;
import cohort.permute.SmoothField;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TfceTest {

    @Property(tries = 200)
    void isTheIntegralOfItsDefinition(
            @ForAll long seed,
            @ForAll("connectivities") int connectivity,
            @ForAll @DoubleRange(min = 0, max = 2) double e,
            @ForAll @DoubleRange(min = 0, max = 3) double h) {
        RandomMap map = new RandomMap(seed);
        double[] expected = new Oracle(map.mask(), connectivity).tfce(map.values(), e, h);
        assertScores(expected, scores(map.mask(), connectivity, e, h, map.values()));
        assertScores(
                new Oracle(map.mask(), connectivity).tfce(map.values(), 0.5, 2),
                scores(map.mask(), connectivity, 0.5, 2, map.values()));
    }

    /** What the p-value rests on: the observed map's greatest score ties with itself as a shuffle. */
    @Property(tries = 300)
    void maximumIsThatOfTheMapBitForBit(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        RandomMap map = new RandomMap(seed);
        Tfce tfce = new Tfce(new Neighbours(map.mask(), connectivity), 0.5, 2);
        double[] scores = new double[map.mask().size()];
        tfce.map(map.values(), scores);
        double max = Arrays.stream(scores).max().orElseThrow();
        assertEquals(max, tfce.max(map.floats()));

        int[] voxels = new int[scores.length];
        double[] positive = new double[scores.length], sparse = new double[scores.length];
        int count = 0;
        for (int v = 0; v < scores.length; v++)
            if (map.values()[v] > 0) {
                voxels[count] = v;
                positive[count++] = map.values()[v];
            }
        assertEquals(max, tfce.max(voxels, positive, count));
        tfce.map(voxels, positive, count, sparse);
        assertArrayEquals(scores, sparse);
    }

    @Property(tries = 100)
    void mapsSeenBeforeLeaveNoTrace(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        RandomMap map = new RandomMap(seed);
        Neighbours neighbours = new Neighbours(map.mask(), connectivity);
        Tfce used = new Tfce(neighbours, 0.5, 2);
        double[] shuffled = map.values().clone();
        for (int k = 0; k < 3; k++) {
            Random random = new Random(seed + k);
            for (int v = 0; v < shuffled.length; v++) shuffled[v] = random.nextGaussian();
            used.map(shuffled, new double[shuffled.length]);
        }
        double[] out = new double[shuffled.length];
        Arrays.fill(out, Double.NaN);
        used.map(map.values(), out);
        assertArrayEquals(scores(map.mask(), connectivity, 0.5, 2, map.values()), out);
    }

    @Property(tries = 100)
    void higherValuesNeverLowerAScore(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        RandomMap map = new RandomMap(seed);
        Random random = new Random(~seed);
        double[] higher = map.values().clone();
        for (int v = 0; v < higher.length; v++)
            if (random.nextBoolean()) higher[v] = (float) (higher[v] + random.nextDouble());
        double[] before = scores(map.mask(), connectivity, 0.5, 2, map.values());
        double[] after = scores(map.mask(), connectivity, 0.5, 2, higher);
        for (int v = 0; v < before.length; v++) assertTrue(after[v] >= before[v] * (1 - 1e-12) - 1e-12);
    }

    @Property(tries = 50)
    void shiftingTheMapShiftsTheScores(
            @ForAll long seed,
            @ForAll("connectivities") int connectivity,
            @ForAll @IntRange(max = 3) int di,
            @ForAll @IntRange(max = 3) int dj,
            @ForAll @IntRange(max = 3) int dk) {
        Grid grid = Grid.ofVoxelSize(8, 8, 8, 1, 1, 1);
        Random random = new Random(seed);
        double[] here = new double[grid.voxels()], there = new double[grid.voxels()];
        for (int k = 0; k < 5; k++)
            for (int j = 0; j < 5; j++)
                for (int i = 0; i < 5; i++) {
                    double value = (float) random.nextGaussian();
                    here[grid.index(i, j, k)] = value;
                    there[grid.index(i + di, j + dj, k + dk)] = value;
                }
        Mask mask = all(grid);
        double[] scoresHere = scores(mask, connectivity, 0.5, 2, here);
        double[] scoresThere = scores(mask, connectivity, 0.5, 2, there);
        for (int k = 0; k < 5; k++)
            for (int j = 0; j < 5; j++)
                for (int i = 0; i < 5; i++)
                    assertEquals(
                            scoresHere[grid.index(i, j, k)], scoresThere[grid.index(i + di, j + dj, k + dk)], 1e-12);
    }

    @Property
    void lonelyVoxel(
            @ForAll @DoubleRange(min = 0.01, max = 40) double height,
            @ForAll @DoubleRange(min = 0, max = 2) double e,
            @ForAll @DoubleRange(min = 0, max = 4) double h) {
        double[] values = new double[27];
        values[13] = (float) height;
        double[] scores = scores(all(Grid.ofVoxelSize(3, 3, 3, 1, 1, 1)), 26, e, h, values);
        double expected = Math.pow((float) height, h + 1) / (h + 1);
        assertEquals(expected, scores[13], 1e-13 * expected);
        assertEquals(expected, Arrays.stream(scores).sum(), 1e-13 * expected);
    }

    @Property
    void plateau(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll @DoubleRange(min = 0.01, max = 40) double height) {
        double[] values = new double[64];
        Arrays.fill(values, 0, n, (float) height);
        double[] scores = scores(all(Grid.ofVoxelSize(4, 4, 4, 1, 1, 1)), 6, 0.5, 2, values);
        double expected = Math.sqrt(n) * Math.pow((float) height, 3) / 3;
        for (int v = 0; v < 64; v++) assertEquals(v < n ? expected : 0, scores[v], 1e-13 * expected);
    }

    /** The stepped sum has an error of first order: half the step, half the error. */
    @Test
    void isTheLimitOfTheSteppedForm() {
        double[] map = SmallMap.inMask();
        double[] exact = scores(SmallMap.mask(), 6, 0.5, 2, map);
        double[] errors = new double[4];
        for (int k = 0; k < errors.length; k++) errors[k] = steppedError(map, exact, 0.08 / (1 << k));
        for (int k = 1; k < errors.length; k++)
            assertEquals(2, errors[k - 1] / errors[k], 0.15, Arrays.toString(errors));
        assertTrue(errors[3] < 0.01 * Arrays.stream(exact).sum());
    }

    /** Mean over several steps around the given one, because where the steps fall on the peaks is chance. */
    private static double steppedError(double[] map, double[] exact, double step) {
        int repeats = 8;
        Oracle oracle = new Oracle(SmallMap.mask(), 6);
        double error = 0;
        for (int r = 0; r < repeats; r++) {
            double[] stepped = oracle.steppedTfce(map, 0.5, 2, step * (1 + 0.0271828 * r));
            for (int v = 0; v < map.length; v++) error += Math.abs(stepped[v] - exact[v]) / repeats;
        }
        return error;
    }

    /** 334.71655 is what the package tfce 0.1.0 gives for this map (float32). */
    @Test
    void maximumOfABrainSizedMap() {
        SmoothField field = SmoothField.localizer(0);
        assertEquals(334.71655, new Tfce(new Neighbours(field.mask(), 6), 0.5, 2).max(field.t()), 2e-5);
    }

    @Test
    void noPositiveValueNoScore() {
        Tfce tfce = new Tfce(new Neighbours(all(Grid.ofVoxelSize(2, 2, 1, 1, 1, 1)), 6), 0.5, 2);
        assertEquals(0, tfce.max(new float[] {-1, 0, -0f, Float.NaN}));
        assertEquals(0, tfce.max(new float[] {Float.NEGATIVE_INFINITY, -Float.MIN_VALUE, -Float.NaN, -5}));
    }

    @Test
    void infinityIsTheGreatestFiniteValue() {
        Tfce tfce = new Tfce(new Neighbours(all(Grid.ofVoxelSize(3, 1, 1, 1, 1, 1)), 6), 0.5, 2);
        double[] scores = new double[3];
        tfce.map(new double[] {1, -1, Double.POSITIVE_INFINITY}, scores);
        assertArrayEquals(new double[] {1 / 3.0, 0, Math.pow(Float.MAX_VALUE, 3) / 3}, scores);
    }

    @Provide
    static Arbitrary<Integer> connectivities() {
        return Arbitraries.of(6, 18, 26);
    }

    private static Mask all(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        Arrays.fill(inside, true);
        return Mask.of(grid, inside);
    }

    private static double[] scores(Mask mask, int connectivity, double e, double h, double[] values) {
        double[] scores = new double[values.length];
        new Tfce(new Neighbours(mask, connectivity), e, h).map(values, scores);
        return scores;
    }

    private static void assertScores(double[] expected, double[] actual) {
        double scale = 1e-12 * Arrays.stream(expected).max().orElse(0);
        for (int v = 0; v < expected.length; v++) assertEquals(expected[v], actual[v], scale);
    }
}
