package cohort.imagej;

import cohort.InputException;
import cohort.image.Grid;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The grid of an image, kept in a property that ImageJ's TIFF files preserve: sizes and affine, 15 numbers. Cropping and
 * scaling change an image's calibration only, so the property counts as long as the calibration agrees with it. Taking
 * some of the slices changes neither, so such an image has lost its place.
 */
final class AffineProperty {
    private static final String KEY = "cohort-grid";

    /** TIFF files hold the pixel size to six digits. */
    private static final double ROUNDING = 1e-4;

    private AffineProperty() {}

    static void set(ImagePlus image, Grid grid) {
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
     * @throws InputException if the image has fewer or more slices than the grid
     */
    static Optional<Grid> grid(ImagePlus image) {
        String text = image.getProp(KEY);
        Optional<Grid> grid = text == null ? Optional.empty() : parse(text);
        grid.map(ScreenAxes::new)
                .filter(screen -> screen.depth() != image.getNSlices())
                .ifPresent(screen -> {
                    throw new InputException("The image \"" + image.getTitle() + "\" has " + image.getNSlices()
                            + " of the " + screen.depth()
                            + " slices of a map and ImageJ does not keep which; give the whole map.");
                });
        return grid.filter(g -> agrees(new ScreenAxes(g), image));
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
        return screen.width() == image.getWidth()
                && screen.height() == image.getHeight()
                && is.getUnit().equals("mm")
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
