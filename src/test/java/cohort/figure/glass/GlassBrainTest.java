package cohort.figure.glass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.Beyond;
import cohort.figure.GlassBrain;
import cohort.figure.Phantom;
import cohort.figure.colour.ColourMap;
import cohort.figure.paper.Figure;
import cohort.figure.space.View;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class GlassBrainTest {
    private static final double SCALE = 3;
    private static final GlassOptions SIGNED =
            GlassOptions.DEFAULT.withThreshold(2).withVmax(8);
    private static final int RED = ColourMap.RDBU.rgb(0.5 + 5 / 16.0), BLUE = ColourMap.RDBU.rgb(0.5 - 5 / 16.0);

    private static Figure figure(Volume map, GlassOptions options) {
        return GlassBrain.draw(List.of(new Panel("", map)), options);
    }

    /** The colour at a place of the only, untitled panel with one view of a figure. */
    private static int colourAt(BufferedImage image, Grid grid, View view, double... mm) {
        return colourAt(image, place(grid, view), view, mm);
    }

    private static AffineTransform place(Grid grid, View view) {
        GlassViews glasses = GlassViews.of(grid, Phantom.mask(grid).inside(), List.of(view));
        ViewRows stage = ViewRows.fitting(List.of(view), 1, List.of(glasses), 540, 175, 44);
        return stage.fromMm(view, GlassSheet.MARGIN, GlassSheet.MARGIN);
    }

    private static int colourAt(BufferedImage image, AffineTransform place, View view, double... mm) {
        double across = view.mirrored() ? -mm[view.across()] : mm[view.across()];
        Point2D point = place.transform(new Point2D.Double(across, mm[view.up()]), null);
        return image.getRGB((int) (SCALE * point.getX()), (int) (SCALE * point.getY()));
    }

    private static double[] mirrored(int axis) {
        double[] mm = Phantom.BALL.clone();
        mm[axis] = -mm[axis];
        return mm;
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aBallIsWhereItIsAndNowhereElse(View view) {
        String letter = view.name();
        for (Grid grid : List.of(Phantom.RAS, Phantom.LAS, Phantom.PERMUTED))
            for (double value : new double[] {5, -5}) {
                // A negative speck on the other side makes the range symmetric for both signs.
                Volume map = withSpeck(Phantom.map(grid, value), -value / 5);
                GlassOptions options = SIGNED.withViews(letter).withMask(Phantom.mask(grid));
                BufferedImage image = figure(map, options).toImage(SCALE);
                int ball = colourAt(image, grid, view, Phantom.BALL);
                if (view == View.R) {
                    assertFalse(Phantom.isColoured(ball), "a ball at the left, seen from the right, " + grid);
                    continue;
                }
                assertTrue(Phantom.difference(value > 0 ? RED : BLUE, ball) < 40, letter + " " + value + " " + grid);
                assertFalse(Phantom.isColoured(colourAt(image, grid, view, mirrored(view.across()))), letter + grid);
                assertFalse(Phantom.isColoured(colourAt(image, grid, view, mirrored(view.up()))), letter + grid);
                assertFalse(Phantom.isColoured(colourAt(image, grid, view, 0, 0, 0)), letter + grid);
            }
    }

    private static Volume withSpeck(Volume map, double value) {
        double[] values = map.values();
        double[] voxel = map.grid().toVoxel(0, 0, 0);
        values[map.grid().index((int) Math.round(voxel[0]), (int) Math.round(voxel[1]), (int) Math.round(voxel[2]))] =
                value;
        return Volume.of(map.grid(), values);
    }

    @Test
    void leftIsLeftOnThePage() {
        for (Grid grid : List.of(Phantom.RAS, Phantom.LAS, Phantom.PERMUTED)) {
            Volume map = withSpeck(Phantom.map(grid, 5), -1);
            BufferedImage image = figure(map, SIGNED.withViews("yz").withMask(Phantom.mask(grid)))
                    .toImage(SCALE);
            List<double[]> patches = Phantom.patches(image, RED);
            assertEquals(2, patches.size());
            // Both views are 116 mm wide and have their ball 28 mm left of the middle.
            double apart = patches.get(1)[0] - patches.get(0)[0];
            double first = Math.min(patches.get(0)[0], patches.get(1)[0]) - GlassSheet.MARGIN * SCALE;
            assertTrue(first < 0.4 * Math.abs(apart), first + " of " + apart);
        }
    }

    @Test
    void absoluteValuesHaveOneSignAndOneSidedColours() {
        Volume map = withSpeck(Phantom.map(Phantom.RAS, -5), 1);
        BufferedImage image = figure(map, SIGNED.withViews("z").withAbs(true).withMask(Phantom.mask(Phantom.RAS)))
                .toImage(SCALE);
        int expected = ColourMap.INFERNO.rgb(5 / 8.0);
        assertTrue(Phantom.difference(expected, colourAt(image, Phantom.RAS, View.Z, Phantom.BALL)) < 40);
    }

    @Test
    void coloursFromZeroOnHideNegativeValues() {
        GlassOptions options = SIGNED.withViews("z").withVmin(0).withMask(Phantom.mask(Phantom.RAS));
        BufferedImage negative = figure(Phantom.map(Phantom.RAS, -5), options).toImage(SCALE);
        assertFalse(Phantom.isColoured(colourAt(negative, Phantom.RAS, View.Z, Phantom.BALL)));
        BufferedImage positive =
                figure(withSpeck(Phantom.map(Phantom.RAS, 5), -4), options).toImage(SCALE);
        int expected = ColourMap.INFERNO.rgb(5 / 8.0);
        assertTrue(Phantom.difference(expected, colourAt(positive, Phantom.RAS, View.Z, Phantom.BALL)) < 40);
    }

    /** A bar can mark one threshold. */
    @Test
    void panelsOfDifferentThresholdsHaveColourBarsOfTheirOwn() {
        Volume map = Phantom.map(Phantom.RAS, 5);
        List<Panel> panels =
                List.of(new Panel("low", map, OptionalDouble.of(3)), new Panel("high", map, OptionalDouble.of(6)));
        BufferedImage image =
                GlassBrain.draw(panels, GlassOptions.DEFAULT.withViews("z")).toImage(SCALE);
        assertEquals(1, Phantom.patches(image, ColourMap.INFERNO.rgb(1)).size(), "seen in the first alone");
        assertEquals(
                "threshold: found a different one for high than for low, expected the same for all images that"
                        + " share a colour bar; leave out shared and vmax, or give a number.",
                refusal(() -> GlassBrain.draw(panels, GlassOptions.DEFAULT.withSharedBar(true))));
    }

    @Test
    void theMaskHidesWhatIsOutside() {
        boolean[] inside = Phantom.mask(Phantom.RAS).inside();
        for (int v = 0; v < inside.length; v++) inside[v] &= Phantom.RAS.toMm(v % 45, v / 45 % 54, v / 45 / 54)[0] > 0;
        GlassOptions options = SIGNED.withViews("z").withMask(Mask.of(Phantom.RAS, inside));
        BufferedImage image = figure(Phantom.map(Phantom.RAS, 5), options).toImage(SCALE);
        assertEquals(List.of(), Phantom.patches(image, ColourMap.INFERNO.rgb(5 / 8.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ortho", "z", "lyrz"})
    void aThresholdAboveTheMaximumGivesAGlassThatSaysSo(String views) {
        Volume map = Phantom.map(Phantom.RAS, 5);
        GlassOptions options = GlassOptions.DEFAULT.withViews(views);
        BufferedImage silent = figure(map, options.withThreshold(4.9)).toImage(SCALE);
        BufferedImage image = figure(map, options.withThreshold(5)).toImage(SCALE);
        assertTrue(coloured(silent) > 0);
        assertEquals(0, coloured(image));
        assertEquals(List.of("no voxel above\u00a05"), messages(5, map));
        assertTrue(ink(image) > ink(silent), "letters in the glass");
    }

    private static int coloured(BufferedImage image) {
        return count(image, true);
    }

    private static int ink(BufferedImage image) {
        return count(image, false);
    }

    /** Pixels that have a colour, or that are all but black, apart from the colour bar and its numbers. */
    private static int count(BufferedImage image, boolean colour) {
        int n = 0, right = colour ? image.getWidth() : (int) (image.getWidth() - 45 * SCALE);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < right; x++) {
                int rgb = image.getRGB(x, y);
                if (colour ? Phantom.isColoured(rgb) : !Phantom.isColoured(rgb) && (rgb & 0xFF) < 0x30) n++;
            }
        return n;
    }

    private static List<String> messages(double threshold, Volume... maps) {
        GlassOptions options = GlassOptions.DEFAULT.withThreshold(threshold);
        return Arrays.stream(maps)
                .map(map -> PanelProjections.of(new Panel("", map), map.values(), options)
                        .emptiness())
                .toList();
    }

    @Test
    void everyEmptyMapSaysWhy() {
        double[] nan = new double[Phantom.RAS.voxels()];
        Arrays.fill(nan, Double.NaN);
        Volume nothing = Volume.of(Phantom.RAS, nan), zero = Volume.of(Phantom.RAS, new double[nan.length]);
        Volume both = withSpeck(Phantom.map(Phantom.RAS, 5), -1);
        assertEquals(
                List.of("no finite value", "every value is 0", "no voxel beyond\u00a0\u00b19", ""),
                List.of(
                        messages(3.1, nothing).get(0),
                        messages(3.1, zero).get(0),
                        messages(9, both).get(0),
                        messages(3.1, both).get(0)));
        for (Volume map : List.of(nothing, zero)) {
            BufferedImage image = figure(map, GlassOptions.DEFAULT).toImage(SCALE);
            assertTrue(ink(image) > 200, "a frame with letters");
        }
    }

    @Test
    void panelsHaveTheirOwnRangeOrAShareOfOne() {
        List<Panel> panels =
                List.of(new Panel("low", Phantom.map(Phantom.RAS, 5)), new Panel("high", Phantom.map(Phantom.RAS, 10)));
        GlassOptions options = GlassOptions.DEFAULT.withThreshold(2).withViews("z");
        int half = ColourMap.INFERNO.rgb(0.5), full = ColourMap.INFERNO.rgb(1);
        BufferedImage own = GlassBrain.draw(panels, options).toImage(SCALE);
        assertEquals(2, Phantom.patches(own, full).size());
        BufferedImage shared =
                GlassBrain.draw(panels, options.withSharedBar(true)).toImage(SCALE);
        assertEquals(1, Phantom.patches(shared, full).size());
        assertEquals(1, Phantom.patches(shared, half).size());
        assertTrue(shared.getWidth() < own.getWidth());
    }

    @Test
    void aContourRunsAroundTheBallAndIsDashedWhereNegative() {
        double[] dark = new double[2];
        AffineTransform place = place(Phantom.RAS, View.Z);
        for (double value : new double[] {5, -5}) {
            Volume map = withSpeck(Phantom.map(Phantom.RAS, value), -value / 5);
            GlassOptions options = SIGNED.withViews("z").withMask(Phantom.mask(Phantom.RAS));
            BufferedImage plain = figure(map, options).toImage(SCALE);
            BufferedImage lined =
                    figure(map, options.withContours(List.of(2.5))).toImage(SCALE);
            // Of the ball's projection the value falls from 5 to 0.01 within the 3 mm of a voxel at its edge.
            double[] inked = new double[2];
            for (double angle = 0; angle < 2 * Math.PI; angle += 0.01)
                for (double mm = 9; mm < 20; mm += 0.3) {
                    double x = Phantom.BALL[0] + mm * Math.cos(angle), y = Phantom.BALL[1] + mm * Math.sin(angle);
                    int before = colourAt(plain, place, View.Z, x, y, 0),
                            after = colourAt(lined, place, View.Z, x, y, 0);
                    // The line is dark, the rim on which it lies is light.
                    boolean ink = Phantom.difference(after, before) > 60 && (after & 0xFF00) < (before & 0xFF00);
                    if (ink) inked[mm > 11.5 && mm < 17 ? 0 : 1]++;
                }
            assertTrue(inked[0] > 300, "a line around " + value);
            assertEquals(0, inked[1], "no line elsewhere");
            assertEquals(
                    colourAt(plain, Phantom.RAS, View.Z, Phantom.BALL),
                    colourAt(lined, Phantom.RAS, View.Z, Phantom.BALL));
            dark[value > 0 ? 0 : 1] = inked[0];
        }
        assertTrue(dark[1] < 0.8 * dark[0], "dashes leave gaps");
    }

    @Test
    void contoursAreSeenWhereNothingElseIs() {
        Volume map = Phantom.map(Phantom.RAS, 5);
        GlassOptions options = GlassOptions.DEFAULT.withThreshold(9).withContours(List.of(3.0));
        assertEquals(
                "",
                PanelProjections.of(new Panel("", map), map.values(), options).emptiness());
        GlassOptions above = options.withContours(List.of(6.0));
        assertEquals(
                "no voxel above\u00a09",
                PanelProjections.of(new Panel("", map), map.values(), above).emptiness());
        assertTrue(
                refusal(() -> GlassOptions.DEFAULT.withContours(List.of(-1.0))).contains("contours=-1.0"));
    }

    @Test
    void nothingIsClippedAndEveryTitleIsThere() {
        String title =
                "Permutation, \u2212log10 p of the cluster mass, family-wise error, extraordinarilyLongWord".repeat(2);
        for (int panels : new int[] {1, 4, 7})
            for (String views : List.of("z", "lyrz"))
                for (boolean sharedBar : new boolean[] {false, true}) {
                    GlassOptions options = GlassOptions.DEFAULT
                            .withThreshold(1.23456e-5)
                            .withViews(views)
                            .withSharedBar(sharedBar)
                            .withBarLabel("\u2212log10 p");
                    List<Panel> list = new ArrayList<>(), untitled = new ArrayList<>();
                    for (int p = 0; p < panels; p++) {
                        list.add(new Panel(title, Phantom.map(Phantom.RAS, 1.0e-4)));
                        untitled.add(new Panel("", list.get(p).map()));
                    }
                    Figure figure = GlassBrain.draw(list, options);
                    assertEquals(0, Beyond.ink(figure), panels + " " + views + " " + sharedBar);
                    assertTrue(
                            figure.height() > GlassBrain.draw(untitled, options).height() + 5, "room for titles");
                }
    }

    @Test
    void mapsAreAskedForOnce() {
        int[] asked = new int[3];
        List<Panel> panels = new AbstractList<>() {
            @Override
            public Panel get(int index) {
                asked[index]++;
                return new Panel("", Phantom.map(Phantom.RAS, 5));
            }

            @Override
            public int size() {
                return asked.length;
            }
        };
        GlassBrain.draw(panels, SIGNED);
        assertEquals("[1, 1, 1]", Arrays.toString(asked));
    }

    @Test
    void wrongInputIsNamed() {
        assertTrue(refusal(() -> GlassBrain.draw(List.of(), SIGNED)).contains("no map"));
        String other = refusal(() -> figure(Phantom.map(Phantom.RAS, 5), SIGNED.withMask(Phantom.mask(Phantom.LAS))));
        assertTrue(other.startsWith("the mask is on a grid of 45 x 54 x 40 voxels"), other);
        assertEquals(
                "threshold=-1.0 cannot be shown; give a number of 0 or more.",
                refusal(() -> GlassOptions.DEFAULT.withThreshold(-1)));
        assertTrue(refusal(() -> GlassOptions.DEFAULT.withThreshold(Double.NaN)).contains("threshold=NaN"));
        assertEquals(
                "vmax=2.0 leaves no colours beyond threshold=2.0; give a vmax above the threshold.",
                refusal(() -> GlassOptions.DEFAULT.withThreshold(2).withVmax(2)));
        assertTrue(refusal(() -> GlassOptions.DEFAULT.withColumns(-1)).contains("columns=-1"));
    }

    private static String refusal(Runnable call) {
        return assertThrows(InputException.class, call::run).getMessage();
    }

    /** Two layers are seen as a strip of 17 points; a bar of that height would have no room for its labels. */
    @Test
    void aFlatBrainHasABarThatCanBeRead() {
        Grid flat = new Grid(20, 20, 2, 2, 0, 0, -20, 0, 2, 0, -20, 0, 0, 2, -2);
        double[] values = new double[flat.voxels()];
        Arrays.fill(values, 3);
        values[0] = -3;
        Panel panel = new Panel("", Volume.of(flat, values));
        for (boolean shared : new boolean[] {false, true}) {
            GlassOptions options = GlassOptions.DEFAULT.withViews("x").withSharedBar(shared);
            GlassSheet sheet = GlassBrain.sheet(List.of(panel), options);
            assertTrue(
                    sheet.figure().height() >= 64 + 2 * GlassSheet.MARGIN,
                    sheet.figure().height() + " points");
            assertTrue(
                    sheet.figure().height() / 2.0
                                    - sheet.places().get(0).frame().getCenterY()
                            < 1,
                    "in the middle of the bar");
        }
    }
}
