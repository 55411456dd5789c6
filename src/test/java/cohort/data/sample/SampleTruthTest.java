package cohort.data.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the maps contain, against what they are said to contain. */
class SampleTruthTest {
    private static final Grid GRID = SampleBrain.GRID;
    private static final int SUBJECTS = 16;
    private static final boolean[] BRAIN = SampleBrain.inside();
    private static final double[] TRUTH = SampleCohort.truth().values();

    private static double[] mean;

    @BeforeAll
    static void average() {
        mean = new double[GRID.voxels()];
        for (int s = 0; s < SUBJECTS; s++) {
            double[] map = SampleCohort.map(s, 0).values();
            for (int v = 0; v < mean.length; v++) mean[v] += map[v] / SUBJECTS;
        }
    }

    @Property(tries = 5)
    void sameSeedSameMap(@ForAll long seed) {
        assertArrayEquals(
                SampleCohort.map(3, seed).values(), SampleCohort.map(3, seed).values());
    }

    @Property(tries = 5)
    void neighbouringSeedsAndSubjectsDiffer(@ForAll long seed) {
        double[] map = SampleCohort.map(3, seed).values();
        assertFalse(Arrays.equals(map, SampleCohort.map(3, seed + 1).values()));
        assertFalse(Arrays.equals(map, SampleCohort.map(3, seed ^ 1L << 40).values()));
        assertFalse(Arrays.equals(map, SampleCohort.map(4, seed).values()));
    }

    @Property(tries = 5)
    void mapIsZeroOutsideTheBrainAndNowhereElse(@ForAll long seed) {
        double[] map = SampleCohort.map(0, seed).values();
        for (int v = 0; v < map.length; v++) assertEquals(BRAIN[v], map[v] != 0, "voxel " + v);
    }

    @Test
    void leftHandActivatesTheRightMotorCortexAndTheLeftCerebellum() {
        assertTrue(mean[at(40, -24, 54)] > 1, "right motor cortex " + mean[at(40, -24, 54)]);
        assertTrue(mean[at(-40, -24, 54)] < -1, "left motor cortex " + mean[at(-40, -24, 54)]);
        assertTrue(mean[at(-20, -54, -24)] > 0.7, "left cerebellum " + mean[at(-20, -54, -24)]);
        assertTrue(mean[at(20, -54, -24)] < -0.7, "right cerebellum " + mean[at(20, -54, -24)]);
    }

    @Test
    void truthHasTheSignOfTheEffect() {
        assertEquals(1, TRUTH[at(40, -24, 54)]);
        assertEquals(-1, TRUTH[at(-40, -24, 54)]);
        assertEquals(1, TRUTH[at(-20, -54, -24)]);
        assertEquals(-1, TRUTH[at(20, -54, -24)]);
        assertEquals(0, TRUTH[at(3, 30, 30)]);
    }

    /** The mean of 16 maps of unit noise has variance 1/16; the offsets shift it by 0.05 / 4 or so. */
    @Test
    void nothingIsWhereTheTruthIsNothing() {
        double sum = 0, squares = 0;
        int voxels = 0;
        for (int v = 0; v < mean.length; v++)
            if (BRAIN[v] && TRUTH[v] == 0) {
                sum += mean[v];
                squares += mean[v] * mean[v];
                voxels++;
            }
        assertEquals(0, sum / voxels, 0.05);
        assertEquals(1.0 / SUBJECTS, squares / voxels, 0.01);
    }

    @Test
    void everyEffectLiesInTheTruth() {
        for (int s = 0; s < SUBJECTS; s++)
            for (SampleFocus focus : SampleSubject.draw(s, 0, 1).foci())
                for (int v = 0; v < TRUTH.length; v++) {
                    double effect =
                            focus.at(GRID.toMm(v % GRID.nx(), v / GRID.nx() % GRID.ny(), v / (GRID.nx() * GRID.ny())));
                    if (BRAIN[v] && effect != 0) assertEquals(Math.signum(effect), TRUTH[v], "subject " + s);
                }
    }

    @Test
    void oneSubjectOfSixteenHardlyHasTheEffect() {
        double[] gains = new double[SUBJECTS];
        for (int s = 0; s < SUBJECTS; s++)
            gains[s] = SampleSubject.draw(s, 0, 1).gain();
        Arrays.sort(gains);
        assertTrue(gains[0] < 0.2 && gains[1] >= 0.5 && gains[15] > gains[1], Arrays.toString(gains));
    }

    private static int at(double x, double y, double z) {
        double[] voxel = GRID.toVoxel(x, y, z);
        return GRID.index((int) Math.round(voxel[0]), (int) Math.round(voxel[1]), (int) Math.round(voxel[2]));
    }
}
