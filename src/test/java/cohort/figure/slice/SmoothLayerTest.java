package cohort.figure.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ColourRange;
import cohort.figure.space.Extent;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Grid;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmoothLayerTest {
    private static final Grid GRID = new Grid(9, 7, 5, 2, 0, 0, 10, 0, 2, 0, 20, 0, 0, 2, 30);
    private static final int TIMES = 5;

    private static Upright random(long seed) {
        Random random = new Random(seed);
        double[] values = new double[GRID.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = 4 * random.nextGaussian();
        values[3] = Double.NaN;
        return Upright.of(GRID, values);
    }

    private static ColourRange range(double threshold) {
        return new ColourRange(ColourMap.GRAY, -12, 12, threshold);
    }

    /** Between layers, too: of two it is the one that holds the position. */
    @Test
    void thePixelsOfVoxelsBeyondTheThresholdAreSeenAndNoOthers() {
        ColourRange range = range(3);
        for (double mm : new double[] {34, 34.7, 33.4, 29.2, 38.9}) {
            Upright map = random(Math.round(10 * mm));
            BufferedImage image = new SmoothLayer(map, View.Z, mm, TIMES).draw(range);
            int layer = (int) Math.floor((mm - 29) / 2);
            for (int y = 0; y < image.getHeight(); y++)
                for (int x = 0; x < image.getWidth(); x++) {
                    double own = map.values()[GRID.index(x / TIMES, GRID.ny() - 1 - y / TIMES, layer)];
                    int colour = image.getRGB(x, y);
                    assertEquals(range.shows(own), colour != 0, mm + ": " + x + ", " + y);
                    // Grey 127.5 is 0; a colour is that of a value beyond the threshold, on the side of the voxel.
                    double value = ((colour & 0xFF) / 255.0 - 0.5) * 24;
                    if (colour != 0) assertTrue(value * Math.signum(own) > 3 - 0.05, value + " for " + own);
                }
        }
    }

    @Test
    void theMiddleOfAVoxelHasItsColour() {
        Upright map = random(1);
        ColourRange range = range(0);
        BufferedImage image = new SmoothLayer(map, View.Z, 34, TIMES).draw(range);
        for (int j = 0; j < GRID.ny(); j++)
            for (int i = 0; i < GRID.nx(); i++)
                assertEquals(
                        range.rgb(map.values()[GRID.index(i, j, 2)]),
                        image.getRGB(i * TIMES + 2, (GRID.ny() - 1 - j) * TIMES + 2));
    }

    /** What is linear along the three axes is given back, wherever there are voxels on all sides. */
    @Test
    void aRampStaysARamp() {
        double[] values = new double[GRID.voxels()];
        for (int v = 0; v < values.length; v++) {
            double[] mm = GRID.toMm(v);
            values[v] = 1 + 0.2 * (mm[0] - 10) + 0.3 * (mm[1] - 20) + 0.4 * (mm[2] - 30);
        }
        ColourRange range = range(0);
        double depth = 34.6;
        BufferedImage image = new SmoothLayer(Upright.of(GRID, values), View.Z, depth, TIMES).draw(range);
        for (int y = TIMES; y < image.getHeight() - TIMES; y++)
            for (int x = TIMES; x < image.getWidth() - TIMES; x++) {
                double across = 9 + 2 * (x + 0.5) / TIMES, up = 19 + 2 * (GRID.ny() - (y + 0.5) / TIMES);
                double expected = 1 + 0.2 * (across - 10) + 0.3 * (up - 20) + 0.4 * (depth - 30);
                int difference = (range.rgb(expected) & 0xFF) - (image.getRGB(x, y) & 0xFF);
                assertTrue(Math.abs(difference) <= 1, x + ", " + y);
            }
    }

    @Test
    void labelsAreWholeNumbers() {
        assertTrue(SmoothLayer.isWhole(
                Upright.of(new Grid(2, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0), new double[] {3, 0})));
        assertFalse(SmoothLayer.isWhole(random(2)));
    }

    @Test
    void positionsHaveTheDigitsThatVoxelsSupport() {
        double[] values = new double[8];
        assertEquals("z = 5.4 mm", label(2, values, 5.4375));
        assertEquals("z = 0.544 mm", label(0.025, values, 0.54375));
        assertEquals("z = \u2212131 mm", label(10, values, -131.2));
    }

    private static String label(double voxel, double[] values, double mm) {
        Grid grid = new Grid(2, 2, 2, voxel, 0, 0, 0, 0, voxel, 0, 0, 0, 0, voxel, 0);
        SliceOptions options = SliceOptions.DEFAULT.withCuts("z", mm + "mm");
        Upright map = Upright.of(grid, values);
        return SliceRows.of(options, map, Extent.all(map.axes())).get(0).get(0).label();
    }
}
