package cohort.imagej.io;

import static cohort.imagej.Numbered.assertSame;
import static cohort.imagej.Numbered.assertSays;
import static cohort.imagej.Numbered.mm;
import static cohort.imagej.Numbered.numbered;
import static cohort.imagej.Numbered.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.imagej.Headless;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageVolumesTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    /** Stored the ways scanners do: neurological, radiological, sagittal, upside down, askew. */
    static Stream<Grid> grids() {
        return Stream.of(
                new Grid(5, 4, 3, 3, 0, 0, -6, 0, 3, 0, -3, 0, 0, 3, -3),
                new Grid(5, 4, 3, -3, 0, 0, 6, 0, 3, 0, -3, 0, 0, 2, -4),
                new Grid(5, 4, 3, 0, 0, 1.5, -2, -2, 0, 0, 3, 0, -1, 0, 2),
                new Grid(5, 4, 3, 2, 0, 0, -5, 0, -2, 0, 3, 0, 0, -2.5, 2),
                new Grid(5, 4, 3, 2.9, -0.4, 0.1, -6.25, 0.4, 2.9, 0.2, -3.1, -0.1, -0.2, 3, 1 / 3.0));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void aVolumeComesBackAsItWas(Grid grid) {
        assertSame(numbered(grid), ImageVolumes.toVolume(ImageVolumes.toImage("map", numbered(grid))));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void aVolumeComesBackFromATiffFileAsItWas(Grid grid) {
        String file = folder.resolve("map.tif").toString();
        IJ.saveAsTiff(ImageVolumes.toImage("map", numbered(grid)), file);
        assertSame(numbered(grid), ImageVolumes.toVolume(IJ.openImage(file)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void rightIsRightAndTheFrontIsAtTheTop(Grid grid) {
        ImagePlus image = ImageVolumes.toImage("map", numbered(grid));
        double[] right = mm(grid, image, image.getWidth() - 1, 0, 0), left = mm(grid, image, 0, 0, 0);
        double[] low = mm(grid, image, 0, image.getHeight() - 1, 0),
                deep = mm(grid, image, 0, 0, image.getNSlices() - 1);
        assertTrue(right[0] > left[0]);
        assertTrue(left[1] > low[1]);
        assertTrue(deep[2] > left[2]);
    }

    @Test
    void theCalibrationGivesThePositionInMm() {
        Grid grid = new Grid(5, 4, 3, -3, 0, 0, 6, 0, 2.5, 0, -3, 0, 0, 2, -4);
        ImagePlus image = ImageVolumes.toImage("map", numbered(grid));
        Calibration calibration = image.getCalibration();
        double[] expected = mm(grid, image, 1, 2, 2);
        assertEquals(expected[0], calibration.getX(1), 1e-12);
        assertEquals(expected[1], calibration.getY(2, image.getHeight()), 1e-12);
        assertEquals(expected[2], calibration.getZ(2), 1e-12);
        assertEquals("mm", calibration.getUnit());
    }

    @Test
    void aCropKeepsItsPlaceInSpace() {
        Grid grid = new Grid(5, 4, 3, -3, 0, 0, 6, 0, 2.5, 0, -3, 0, 0, 2, -4);
        ImagePlus image = ImageVolumes.toImage("map", numbered(grid));
        double[] first = mm(grid, image, 1, 1, 1);
        image.setRoi(1, 1, 3, 2);
        IJ.run(image, "Crop", "");
        Volume crop = ImageVolumes.toVolume(image);
        assertArrayEquals(new long[] {3, 2, 3}, crop.grid().dimensions());
        assertArrayEquals(first, crop.grid().toMm(0, 1, 1), 1e-12);
        assertEquals(value(image, 0, 0, 1), crop.values()[crop.grid().index(0, 1, 1)]);
    }

    @Test
    void someSlicesOfAMapHaveLostTheirPlace() {
        ImagePlus image = ImageVolumes.toImage("map", numbered(new Grid(5, 4, 3, 3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3, 0)));
        assertSays(
                "The image \"DUP_map\" of 5 x 4 x 2 voxels was cut out of a map of 5 x 4 x 3 and ImageJ did not keep"
                        + " where; give the whole map.",
                new Duplicator().run(image, 2, 3));
    }

    @Test
    void anImageWithoutAnAffineIsTakenByItsCalibrationInMm() {
        ImagePlus image = IJ.createImage("plain", "16-bit ramp", 6, 4, 2, 1, 1);
        image.setDimensions(1, 2, 1);
        Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 500;
        calibration.pixelHeight = 250;
        calibration.pixelDepth = 1000;
        calibration.xOrigin = 2;
        calibration.yOrigin = 3;
        Volume volume = ImageVolumes.toVolume(image);
        assertArrayEquals(
                new double[] {0.5, 0, 0, -1, 0, 0.25, 0, 0, 0, 0, 1, 0},
                volume.grid().affine(),
                1e-12);
        assertEquals(value(image, 5, 0, 1), volume.values()[volume.grid().index(5, 3, 1)]);
    }

    @Test
    void whatIsNotOneMapIsRefused() {
        ImagePlus colour = IJ.createImage("figure", "RGB", 4, 4, 1);
        assertSays(
                "The image \"figure\" is an RGB picture; give an image with one number per pixel, e.g. with"
                        + " Image>Type>32-bit.",
                colour);
        ImagePlus frames = IJ.createImage("series", "32-bit", 4, 4, 1, 3, 2);
        assertSays(
                "The image \"series\" has 2 frames; give an image of one volume, e.g. with" + " Image>Duplicate.",
                frames);
        ImagePlus seconds = IJ.createImage("kymograph", "32-bit", 4, 4, 1);
        seconds.getCalibration().setUnit("sec");
        assertSays(
                "The image \"kymograph\" is calibrated in \"sec\"; set the unit to mm, cm, m, inch, micron or"
                        + " nm with Image>Properties.",
                seconds);
    }

    /** SCIFIO gives the pages of a TIFF file that says nothing of them as an unknown axis, and Fiji shows that as channels. */
    @Test
    void channelsThatAreSlicesCanBeMadeSlices() {
        ImagePlus pages = IJ.createImage("pages", "32-bit", 4, 3, 5, 1, 1);
        String mistake = assertThrows(InputException.class, () -> ImageVolumes.toVolumes(pages, ReadingOptions.NONE))
                .getMessage();
        assertEquals(
                "The image \"pages\" has 5 channels; choose the channel with channel=2, make them slices with"
                        + " Image>Properties... if that is what they are, or give an image of one channel, e.g. with"
                        + " Image>Color>Split Channels.",
                mistake);
        assertSays(
                "The image \"pages\" has 5 channels; make them slices with Image>Properties... if that is what they"
                        + " are, or give an image of one channel, e.g. with Image>Color>Split Channels.",
                pages);
        IJ.run(pages, "Properties...", "channels=1 slices=5 frames=1");
        List<Volume> made = ImageVolumes.toVolumes(pages, ReadingOptions.NONE);
        assertEquals(1, made.size());
        assertEquals(60, made.get(0).values().length);
    }
}
