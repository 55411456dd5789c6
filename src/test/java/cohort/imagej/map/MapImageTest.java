package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.imagej.Headless;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.Luts;
import cohort.imagej.map.picture.ZoomedPicture;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapImageTest {
    static {
        Headless.start();
    }

    private static final int BLACK = 0xFF000000;

    /** Stored from right to left, and from front to back. */
    private static final Grid FLIPPED = new Grid(5, 4, 3, -3, 0, 0, 6, 0, -3, 0, 6, 0, 0, 3, -3);

    private static Grid upright() {
        return new Grid(5, 4, 3, 3, 0, 0, -6, 0, 3, 0, -3, 0, 0, 3, -3);
    }

    private static Volume values(Grid grid, Object... voxelsAndValues) {
        float[] values = new float[grid.voxels()];
        for (int n = 0; n < voxelsAndValues.length; n += 2) {
            int[] voxel = (int[]) voxelsAndValues[n];
            values[grid.index(voxel[0], voxel[1], voxel[2])] = ((Number) voxelsAndValues[n + 1]).floatValue();
        }
        return Volume.of(grid, values);
    }

    private static int[] at(int... voxel) {
        return voxel;
    }

    private final ViewerModel model = new ViewerModel(ViewerState.empty(true));

    private Object map(Volume volume, ShownEvidence evidence, double threshold, Optional<Background> background) {
        ImagePlus image = ImageVolumes.toImage("map", volume);
        image.setLut(Luts.named("cold-hot"));
        image.setDisplayRange(-8, 8);
        MapImage map = new MapImage(image, volume.grid(), evidence, new Look(threshold, background), model);
        map.enter();
        return map;
    }

    /** The picture of the slice at 0 mm, pixel (x, y) from the left and the top. */
    private static int seen(Object map, int x, int y) {
        MapImage image = (MapImage) map;
        image.setSlice(2);
        return image.getBufferedImage().getRGB(x, y);
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int blue(int rgb) {
        return rgb & 0xFF;
    }

    @Test
    void voxelsBelowTheThresholdGiveWayToTheBackgroundOnBothSides() {
        Volume volume = values(upright(), at(0, 0, 1), 5, at(1, 0, 1), 2.9, at(2, 0, 1), -5, at(3, 0, 1), -2.9);
        float[] ones = new float[upright().voxels()];
        Arrays.fill(ones, 1);
        Background mask = Background.of("mask", Volume.of(upright(), ones));
        Object map = map(volume, ShownEvidence.UNKNOWN, 3, Optional.of(mask));
        int gray = seen(map, 4, 0);
        assertTrue(red(gray) > 0 && red(gray) == blue(gray));
        assertTrue(red(seen(map, 0, 3)) > blue(seen(map, 0, 3)) + 100);
        assertEquals(gray, seen(map, 1, 3));
        assertTrue(blue(seen(map, 2, 3)) > red(seen(map, 2, 3)) + 100);
        assertEquals(gray, seen(map, 3, 3));

        model.change(state -> state.withLook((MapImage) map, new Look(2, Optional.empty())));
        assertTrue(red(seen(map, 1, 3)) > blue(seen(map, 1, 3)) + 100);
        assertTrue(blue(seen(map, 3, 3)) > red(seen(map, 3, 3)) + 100);
        assertEquals(BLACK, seen(map, 4, 0));
    }

    @Test
    void ofPTheSmallAreShownAndOnlyInsideTheMask() {
        Object map = map(
                values(upright(), at(0, 0, 1), 0.01, at(1, 0, 1), 0.2),
                ShownEvidence.of("age p", HeaderNotes.NONE),
                0.05,
                Optional.empty());
        assertFalse(seen(map, 0, 3) == BLACK);
        assertEquals(BLACK, seen(map, 1, 3));
        assertEquals(BLACK, seen(map, 2, 3));
        assertEquals(1, ((MapImage) map).clusters(0.05).orElseThrow().voxels());
    }

    @Test
    void whatIsNoNumberIsNeverShown() {
        Object map = map(values(upright(), at(0, 0, 1), Float.NaN), ShownEvidence.UNKNOWN, 0, Optional.empty());
        assertEquals(BLACK, seen(map, 0, 3));
    }

    /** Commands and macros work on the statistic, not on what is seen of it. */
    @Test
    void theVoxelsStayTheStatistic() {
        Volume volume = values(FLIPPED, at(0, 0, 1), 5, at(1, 2, 1), 2.9, at(4, 3, 2), -0.5);
        MapImage map = (MapImage) map(volume, ShownEvidence.UNKNOWN, 3, Optional.of(Background.of("itself", volume)));
        model.change(state -> state.withThreshold(map, 100));
        seen(map, 0, 0);
        map.follow(new double[] {0, 0, 3});
        ImagePlus image = (ImagePlus) (Object) map; // not seen as a subclass before ImageJ is patched
        assertArrayEquals(volume.values(), ImageVolumes.toVolume(image).values());
        assertEquals(FLIPPED, ImageVolumes.grid(image));
        assertEquals(32, map.getBitDepth());
        assertEquals(-0.5, map.getStack().getVoxel(0, 3, 2));
        assertEquals(0, map.clusters(100).orElseThrow().voxels());
    }

    @Test
    void aMapFollowsToTheSamePlaceOnAnotherGrid() {
        MapImage here = (MapImage) map(values(upright()), ShownEvidence.UNKNOWN, 0, Optional.empty());
        // 2 mm, axes in the order z, x, y, with x from right to left
        Grid other = new Grid(6, 9, 8, 0, -2, 0, 8, 0, 0, 2, -6, 2, 0, 0, -5);
        MapImage there = (MapImage) map(values(other, at(4, 1, 5), 7), ShownEvidence.UNKNOWN, 0, Optional.empty());
        here.setSlice(3);
        double[] mm = here.toMm(4, 0); // the far right, the front, the top
        assertArrayEquals(new double[] {6, 6, 3}, mm, 1e-12);
        there.follow(mm);
        // voxel (4, 1, 6) is at x = 8 - 2, y = -6 + 12, z = -5 + 8
        assertArrayEquals(new int[] {7, 1, 4}, there.mark().orElseThrow());
        assertEquals(5, there.getCurrentSlice());
        assertEquals(7, there.valueAt(new double[] {6.3, 4.2, 2.8}));
        assertArrayEquals(new double[] {6, 6, 3}, there.toMm(7, 1), 1e-12);

        there.follow(new double[] {6, 50, -5});
        assertEquals(Optional.empty(), there.mark());
        assertEquals(5, there.getCurrentSlice());
        assertTrue(Double.isNaN(there.valueAt(new double[] {6, 50, -5})));
    }

    @Test
    void flippedGridsShowTheSamePlaceAtTheSamePixel() {
        MapImage one = (MapImage) map(values(upright()), ShownEvidence.UNKNOWN, 0, Optional.empty());
        MapImage two = (MapImage) map(values(FLIPPED), ShownEvidence.UNKNOWN, 0, Optional.empty());
        one.setSlice(1);
        two.follow(one.toMm(1, 2));
        assertArrayEquals(new int[] {1, 2, 0}, two.mark().orElseThrow());
        assertEquals(1, two.getCurrentSlice());
    }

    /** One bright voxel of 1 mm on the right, in front, at 0 mm, stored from right to left. */
    @Test
    void theBackgroundLiesWhereItsAffineSays() {
        Grid fine = new Grid(21, 21, 5, -1, 0, 0, 10, 0, 1, 0, -10, 0, 0, 1, -2);
        Background background = Background.of("dot", values(fine, at(10 - 5, 10 + 4, 2), 1));
        MapImage map = (MapImage) map(values(upright()), ShownEvidence.UNKNOWN, 0, Optional.of(background));
        map.setSlice(2);
        BufferedImage picture = new BufferedImage(5 * 9, 4 * 9, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(map.getImage(), 0, 0, 45, 36, 0, 0, 5, 4, null);
        // x = 5 mm is 12.5 mm from the left edge, y = 4 mm is 3.5 mm from the upper edge; 3 pixels a mm
        int brightest = 0, x = 0, y = 0;
        for (int v = 0; v < 36; v++)
            for (int u = 0; u < 45; u++)
                if (red(picture.getRGB(u, v)) > brightest) {
                    brightest = red(picture.getRGB(u, v));
                    x = u;
                    y = v;
                }
        assertEquals(37, x, 1.0);
        assertEquals(10, y, 1.0);
    }

    @Test
    void aPictureIsPaintedAtTheZoomAtWhichItIsDrawn() {
        List<Integer> zooms = new ArrayList<>();
        BufferedImage own = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
        ZoomedPicture picture = new ZoomedPicture(5, 4, () -> own, zoom -> {
            zooms.add(zoom);
            return new BufferedImage(5 * zoom, 4 * zoom, BufferedImage.TYPE_INT_RGB);
        });
        BufferedImage screen = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
        screen.createGraphics().drawImage(picture, 0, 0, 20, 20, 1, 0, 3, 2, null); // a part, ten times
        assertEquals(List.of(10), zooms);
        assertEquals(5, picture.getWidth(null));
        assertSame(own, picture.getBaseImage());
    }

    /** ImageJ's own commands on a map that is none any more, and its own threshold, are left to it. */
    @Test
    void imageJPaintsWhatIsNoMapAnyMore() {
        MapImage map = (MapImage) map(values(upright(), at(0, 0, 1), 2.9), ShownEvidence.UNKNOWN, 3, Optional.empty());
        assertTrue(map.isMap());
        map.getProcessor().setThreshold(1, 3, ImageProcessor.RED_LUT);
        assertFalse(map.isMap());
        map.getProcessor().resetThreshold();
        assertTrue(map.isMap());
        map.setRoi(0, 0, 2, 2);
        map.setStack(map.crop("stack").getStack());
        assertFalse(map.isMap());
        assertFalse(map.getImage() instanceof ZoomedPicture);
    }

    @Test
    void aFlattenedMapIsWhatIsSeen() {
        MapImage map = (MapImage) map(values(upright(), at(0, 0, 1), 5), ShownEvidence.UNKNOWN, 3, Optional.empty());
        map.setSlice(2);
        ImagePlus flat = map.flatten();
        assertEquals(ImagePlus.COLOR_RGB, flat.getType());
        assertEquals(map.getBufferedImage().getRGB(0, 3), flat.getProcessor().get(0, 3) | BLACK);
        assertEquals(BLACK, flat.getProcessor().get(1, 3) | BLACK);
    }

    @Test
    void aMapOpensWhereItIsFarthestFromZeroAndAMaskInItsMiddle() {
        ImageStack stack = new ImageStack(2, 2);
        for (float[] slice : new float[][] {{0, 1, 0, 0}, {0, 0, 0, 2}, {Float.NaN, -3, 0, 0}, {1, 1, 1, 1}})
            stack.addSlice(new FloatProcessor(2, 2, slice));
        assertEquals(3, Position.peak(new ImagePlus("z", stack)));
        ImageStack mask = new ImageStack(1, 1);
        for (int z = 0; z < 9; z++) mask.addSlice(new FloatProcessor(1, 1, new float[] {z > 1 && z < 7 ? 1 : 0}));
        assertEquals(5, Position.peak(new ImagePlus("mask", mask)));
        assertEquals(2, Position.peak(new ImagePlus("empty", ImageStack.create(2, 2, 3, 32))));
    }

    @Test
    void thePositionIsInMillimetresOfSpace() {
        MapImage map = (MapImage) map(values(FLIPPED), ShownEvidence.UNKNOWN, 0, Optional.empty());
        map.setSlice(3);
        assertEquals(" x=\u22126, y=6, z=3 mm, I=4, J=0, K=2", map.getLocationAsString(0, 0));
        double[] place = FLIPPED.toVoxel(-6, 6, 3);
        assertArrayEquals(new double[] {4, 0, 2}, place, 1e-12, "as tables have it");
    }

    @Test
    void positionsShowTheDigitsThatVoxelsSupport() {
        assertEquals("x=\u221237.03, y=0.01, z=0 mm", words(0.1, -37.0312, 0.0125, -9.7e-8));
        assertEquals("x=100, y=5.325, z=\u22120.001 mm", words(0.025, 100, 5.325, -0.0007));
        assertEquals("x=\u221218.7, y=12, z=0 mm", words(3, -18.75, 12, -0.04));
    }

    private static String words(double edge, double... mm) {
        return ViewerState.words(mm, new Grid(2, 2, 2, edge, 0, 0, 0, 0, edge, 0, 0, 0, 0, edge, 0));
    }
}
