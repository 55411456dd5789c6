package cohort.figure.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.Figures;
import cohort.figure.Phantom;
import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ValueRange;
import cohort.figure.paper.Figure;
import cohort.figure.space.Extent;
import cohort.figure.space.Focus;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Grid;
import cohort.image.Volume;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class SlicesTest {
    private static final double SCALE = 3;
    private static final SliceOptions OPTIONS =
            SliceOptions.DEFAULT.withThreshold(2).withVmax(8);
    /** Stands askew: turned by 30 degrees about z. */
    private static final Grid TURNED = new Grid(62, 62, 40, 2.598, -1.5, 0, -34, 1.5, 2.598, 0, -126, 0, 0, 3, -58.5);

    /** The colour at a place of the only slice of a figure. */
    private static int colourAt(Volume map, SliceOptions options, View view, double... mm) {
        SliceSheet sheet = SliceSheet.of(map, options);
        BufferedImage image = sheet.figure().toImage(SCALE);
        Point2D point = sheet.painter()
                .fromMm(view, SliceSheet.MARGIN, SliceSheet.MARGIN)
                .transform(new Point2D.Double(mm[view.across()], mm[view.up()]), null);
        return image.getRGB((int) (SCALE * point.getX()), (int) (SCALE * point.getY()));
    }

    private static SliceOptions through(View view, double mm) {
        return OPTIONS.withCuts(view.name(), mm + "mm");
    }

    private static double[] moved(int axis, double to) {
        double[] mm = Phantom.BALL.clone();
        mm[axis] = to;
        return mm;
    }

    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"X", "Y", "Z"})
    void aBallIsWhereItIsAndNowhereElse(View view) {
        for (Grid grid : List.of(Phantom.RAS, Phantom.LAS, Phantom.PERMUTED, TURNED)) {
            Volume map = Phantom.map(grid, 5);
            String what = view + " of " + grid;
            SliceOptions options = through(view, Phantom.BALL[view.depth()]);
            int expected = ColourMap.INFERNO.rgb(5 / 8.0);
            assertTrue(Phantom.difference(expected, colourAt(map, options, view, Phantom.BALL)) < 4, what);
            for (int axis : new int[] {view.across(), view.up()}) {
                int opposite = colourAt(map, options, view, moved(axis, -Phantom.BALL[axis]));
                assertFalse(Phantom.isColoured(opposite), what);
            }
            // Out of its slice the ball is not seen, but the brain is.
            SliceOptions beside = through(view, -Phantom.BALL[view.depth()]);
            int ground = colourAt(map, beside, view, Phantom.BALL);
            assertFalse(Phantom.isColoured(ground), what);
            assertTrue((ground & 0xFF) < 0xE0, what + ": the gray of the map's own voxels");
        }
    }

    @Test
    void leftIsLeftOnThePage() {
        int colour = ColourMap.INFERNO.rgb(5 / 8.0);
        for (Grid grid : List.of(Phantom.RAS, Phantom.LAS, Phantom.PERMUTED, TURNED)) {
            BufferedImage image = Figures.slices(Phantom.map(grid, 5), OPTIONS.withCuts("z", "18mm"))
                    .toImage(SCALE);
            List<double[]> patches = Phantom.patches(image, colour);
            assertEquals(1, patches.size());
            // The brain is 116 mm wide, the ball 28 mm left of its middle.
            double left = (patches.get(0)[0] / SCALE - SliceSheet.MARGIN) / (165.0 / 144);
            assertEquals(58 - 28, left, 6, grid.toString());
        }
    }

    @Test
    void withoutCutsTheSlicesMeetAtThePeak() {
        Volume map = Phantom.map(Phantom.LAS, 5);
        double[] values = map.values();
        double[] voxel = Phantom.LAS.toVoxel(30, -31.5, 1.5);
        values[Phantom.LAS.index((int) voxel[0], (int) voxel[1], (int) voxel[2])] = -6;
        Upright upright = Upright.of(Phantom.LAS, values);
        double[] peak = Focus.of(upright);
        assertEquals(List.of(30.0, -31.5, 1.5), Arrays.stream(peak).boxed().toList());
        List<List<Slice>> rows = SliceRows.of(OPTIONS, upright, Extent.all(upright.axes()));
        assertEquals(1, rows.size());
        assertEquals(
                List.of("x = 30 mm", "y = \u221231.5 mm", "z = 1.5 mm"),
                rows.get(0).stream().map(Slice::label).toList());
    }

    /** Maps of p have many equal voxels; the middle one is taken. */
    @Test
    void thePeakOfAPlateauIsItsMiddle() {
        double[] peak =
                Focus.of(Upright.of(Phantom.RAS, Phantom.map(Phantom.RAS, 5).values()));
        for (int s = 0; s < 3; s++) assertEquals(Phantom.BALL[s], peak[s], 2.6);
    }

    @Test
    void countedSlicesGoThroughWhatIsShownAtEvenDistances() {
        Upright map = Upright.of(Phantom.RAS, Phantom.map(Phantom.RAS, 5).values());
        Extent ball = Extent.of(map, value -> value > 2);
        List<Double> mm = SliceRows.of(OPTIONS.withCuts("z", "3 even"), map, ball).get(0).stream()
                .map(Slice::mm)
                .toList();
        // The ball's voxels reach from 3 to 33 mm; the layers that hold 8, 18 and 28 mm.
        assertEquals(List.of(7.5, 19.5, 28.5), mm);
        List<List<Slice>> rows = SliceRows.of(OPTIONS.withCuts("z", "100"), map, ball);
        assertEquals(10, rows.stream().mapToInt(List::size).sum());
        assertEquals(2, rows.size());
        assertEquals(
                3,
                SliceRows.of(OPTIONS.withCuts("z", "9").withColumns(3), map, ball)
                        .size());
    }

    /** Bright in the front, dark in the back, on a grid of another size, order and direction than the map. */
    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"X", "Z"})
    void aBackgroundOnAnotherGridLiesWhereItIs(View view) {
        for (Grid grid : List.of(new Grid(70, 40, 100, 0, 0, -2, 99, 2, 0, 0, -60, 0, 2, 0, -35), TURNED)) {
            double[] values = new double[grid.voxels()];
            for (int k = 0, v = 0; k < grid.nz(); k++)
                for (int j = 0; j < grid.ny(); j++)
                    for (int i = 0; i < grid.nx(); i++, v++) values[v] = grid.toMm(i, j, k)[1] > 0 ? 100 : 50;
            SliceOptions options = through(view, Phantom.BALL[view.depth()]).withBackground(Volume.of(grid, values));
            Volume map = Phantom.map(Phantom.RAS, 5);
            SliceSheet sheet = SliceSheet.of(map, options);
            BufferedImage image = sheet.figure().toImage(SCALE);
            assertTrue(Phantom.isColoured(at(image, sheet, view, Phantom.BALL)), grid.toString());
            int front = at(image, sheet, view, moved(1, 50)) & 0xFF,
                    back = at(image, sheet, view, moved(1, -20)) & 0xFF;
            assertTrue(front > 0xE0, view + " front: " + front + ", " + grid);
            assertTrue(back < 0xC0, view + " back: " + back + ", " + grid);
        }
    }

    private static int at(BufferedImage image, SliceSheet sheet, View view, double... mm) {
        Point2D point = sheet.painter()
                .fromMm(view, SliceSheet.MARGIN, SliceSheet.MARGIN)
                .transform(new Point2D.Double(mm[view.across()], mm[view.up()]), null);
        return image.getRGB((int) (SCALE * point.getX()), (int) (SCALE * point.getY()));
    }

    @Test
    void aMapWithNothingToShowSaysSo() {
        double[] nan = new double[Phantom.RAS.voxels()];
        Arrays.fill(nan, Double.NaN);
        for (Volume map : List.of(
                Volume.of(Phantom.RAS, nan),
                Volume.of(Phantom.RAS, new double[nan.length]),
                Phantom.map(Phantom.RAS, 5))) {
            Figure figure = Figures.slices(map, SliceOptions.DEFAULT.withThreshold(5));
            BufferedImage image = figure.toImage(SCALE);
            int coloured = 0, dark = 0;
            // Left of the colour bar.
            for (int y = 0; y < image.getHeight(); y++)
                for (int x = 0; x < image.getWidth() - 60 * SCALE; x++) {
                    if (Phantom.isColoured(image.getRGB(x, y))) coloured++;
                    if ((image.getRGB(x, y) & 0xFF) < 0x40) dark++;
                }
            assertEquals(0, coloured);
            assertTrue(dark > 500, "letters");
        }
        assertEquals("no voxel above\u00a05", ValueRange.of(new double[] {1, 5}).emptiness(5));
        assertEquals(
                "no voxel beyond\u00a0\u00b15",
                ValueRange.of(new double[] {-1, 5}).emptiness(5));
        assertEquals("", ValueRange.of(new double[] {-5.1, 5}).emptiness(5));
    }

    @Test
    void aPositionOutsideIsRefused() {
        String message = assertThrows(
                        InputException.class,
                        () -> Figures.slices(Phantom.map(Phantom.RAS, 5), OPTIONS.withCuts("z", "0, 200")))
                .getMessage();
        assertEquals(
                "cuts: found z = 200 mm, expected a position in what is shown, z from \u221251 to 51 mm.",
                message.toLowerCase(Locale.ROOT));
    }

    /** A skull that is a hundred times as bright as the brain does not take the brain's contrast. */
    @Test
    void theBackgroundHasItsGraysFromWhereTheMapHasValues() {
        Grid grid = Phantom.RAS;
        boolean[] brain = Phantom.mask(grid).inside();
        double[] head = new double[grid.voxels()];
        for (int v = 0; v < head.length; v++) head[v] = brain[v] ? 10 + (58 + grid.toMm(v)[0]) / 11.6 : 1000;
        Volume map = Phantom.map(grid, 5);
        SliceOptions options = through(View.Z, 0).withBackground(Volume.of(grid, head));
        int left = colourAt(map, options, View.Z, -45, 0, 0) & 0xFF,
                right = colourAt(map, options, View.Z, 45, 0, 0) & 0xFF;
        assertTrue(left < 0x60 && right > 0xB0, "dark at the left and bright at the right: " + left + ", " + right);
    }
}
