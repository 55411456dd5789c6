package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The grid of an image, kept in a property that ImageJ's TIFF files preserve: sizes and affine, 15 numbers. Image&gt;Crop
 * changes an image's calibration only, so the property counts as long as the calibration agrees with it. Other ways to
 * cut or scale an image leave its origin behind; such an image has lost its place.
 */
public final class AffineProperty {
    private static final String KEY = "cohort-grid";

    /** TIFF files hold the pixel size to six digits. */
    private static final double ROUNDING = 1e-4;

    private AffineProperty() {}

    public static void set(ImagePlus image, Grid grid) {
        image.setProp(
                KEY,
                IntStream.range(0, 3).mapToObj(a -> "" + grid.size(a)).collect(Collectors.joining(" ")) + " "
                        + Arrays.stream(grid.affine())
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining(" ")));
    }

    /**
     * The grid, if the image has one that still holds.
     *
     * @throws InputException if the image was cut and its origin was not moved
     */
    static Optional<Grid> grid(ImagePlus image) {
        String text = image.getProp(KEY);
        Optional<Grid> grid = text == null ? Optional.empty() : parse(text);
        grid.ifPresent(g -> checkPlace(new ScreenAxes(g), image));
        return grid.filter(g -> agrees(new ScreenAxes(g), image));
    }

    private static void checkPlace(ScreenAxes screen, ImagePlus image) {
        Calibration is = image.getCalibration(), was = screen.calibration();
        if (screen.width() != image.getWidth() && near(is.xOrigin, was.xOrigin)
                || screen.height() != image.getHeight() && near(is.yOrigin, was.yOrigin)
                || screen.depth() != image.getNSlices() && near(is.zOrigin, was.zOrigin))
            throw new InputException("The image \"" + image.getTitle() + "\" of " + image.getWidth() + " x "
                    + image.getHeight() + " x " + image.getNSlices() + " voxels was cut out of a map of "
                    + screen.width() + " x " + screen.height() + " x " + screen.depth()
                    + " and ImageJ did not keep where; give the whole map.");
    }

    private static Optional<Grid> parse(String text) {
        try {
            double[] n = Arrays.stream(text.trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return n.length == 15
                    ? Optional.of(new Grid((int) n[0], (int) n[1], (int) n[2], Arrays.copyOfRange(n, 3, 15)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // anyone can write into a property; the calibration is left then
            return Optional.empty();
        }
    }

    private static boolean agrees(ScreenAxes screen, ImagePlus image) {
        Calibration is = image.getCalibration(), was = screen.calibration();
        return is.getUnit().equals("mm")
                && near(is.pixelWidth, was.pixelWidth)
                && near(is.pixelHeight, was.pixelHeight)
                && near(is.pixelDepth, was.pixelDepth)
                && near(is.xOrigin, was.xOrigin)
                && near(is.yOrigin, was.yOrigin)
                && near(is.zOrigin, was.zOrigin);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(b));
    }
}
