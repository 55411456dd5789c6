package cohort.imagej;

import cohort.image.Grid;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The grid of an image, kept in a property that ImageJ's TIFF files preserve: sizes and affine, 15 numbers. Cropping and
 * scaling change an image's calibration only, so the property counts as long as the calibration agrees with it.
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

    static Optional<Grid> grid(ImagePlus image) {
        String text = image.getProp(KEY);
        return text == null ? Optional.empty() : parse(text).filter(grid -> agrees(grid, image));
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

    private static boolean agrees(Grid grid, ImagePlus image) {
        ScreenAxes screen = new ScreenAxes(grid);
        Calibration is = image.getCalibration(), was = screen.calibration();
        return screen.width() == image.getWidth()
                && screen.height() == image.getHeight()
                && screen.depth() == image.getNSlices()
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
