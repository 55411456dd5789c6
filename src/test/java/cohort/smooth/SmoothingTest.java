package cohort.smooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    private static final ReferenceTable REFERENCE = ReferenceTable.read("smoothed.tsv");
    private static final double[] MAP = TinyCohort.maps()[0];

    @Test
    void agreesWithNilearnInDoublePrecision() {
        double[] smoothed =
                Smoothing.gaussian(Volume.of(TinyCohort.grid(), MAP), 8.0).values();
        double[] expected = REFERENCE.numbers("fwhm8_float64");
        // NumPy sums the weights in another order: the last bit of each may differ.
        for (int v = 0; v < MAP.length; v++) assertEquals(expected[v], smoothed[v], 1e-14, "voxel " + v);
    }

    @Test
    void roundsFloatsAfterEachAxisAsScipyDoes() {
        float[] map = new float[MAP.length];
        for (int v = 0; v < map.length; v++) map[v] = (float) MAP[v];
        Volume smoothed = Smoothing.gaussian(Volume.of(TinyCohort.grid(), map), 8.0);
        assertInstanceOf(FloatType.class, smoothed.voxels().getType());
        double[] values = smoothed.values(), expected = REFERENCE.numbers("fwhm8_float32");
        for (int v = 0; v < map.length; v++) assertEquals((float) expected[v], (float) values[v], "voxel " + v);
    }

    @Test
    void mirrorsABorderThatIsShorterThanTheKernel() {
        Volume line = Volume.of(Grid.ofVoxelSize(2, 1, 1, 1, 1, 1), new double[] {3, 5});
        double[] smoothed = Smoothing.gaussian(line, 100.0).values();
        assertEquals(8, smoothed[0] + smoothed[1], 1e-12);
        assertEquals(4, smoothed[0], 1e-5); // the kernel is cut at four standard deviations
    }

    @Test
    void countsWhatIsNotFiniteAsZeroEvenWithoutSmoothing() {
        Volume map =
                Volume.of(Grid.ofVoxelSize(3, 1, 1, 1, 1, 1), new double[] {Double.NaN, 7, Double.NEGATIVE_INFINITY});
        double[] values = Smoothing.gaussian(map, 0.0).values();
        assertEquals(0, values[0]);
        assertEquals(7, values[1]);
        assertEquals(0, values[2]);
    }

    @Test
    void keepsTheSumOfTheMap() {
        double before = 0, after = 0;
        double[] smoothed =
                Smoothing.gaussian(Volume.of(TinyCohort.grid(), MAP), 6.0).values();
        for (int v = 0; v < MAP.length; v++) {
            before += MAP[v];
            after += smoothed[v];
        }
        assertEquals(before, after, 1e-9);
    }
}
