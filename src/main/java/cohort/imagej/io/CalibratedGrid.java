package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.LengthUnit;
import cohort.image.screen.PixelSpace;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Locale;
import java.util.Set;

/** The grid of an image that has only a pixel size and an origin: x to the right, y up the screen, z through the stack. */
final class CalibratedGrid {
    private static final Set<String> NO_UNIT = Set.of("pixel", "pixels", "");

    private CalibratedGrid() {}

    /** @throws InputException if the unit is no unit of length or a pixel has no size */
    static Grid of(ImagePlus image) {
        PixelSpace space = space(image, millimetres(image));
        try {
            return space.grid();
        } catch (IllegalArgumentException e) {
            double[] mm = space.size();
            throw new InputException(
                    "The image \"" + image.getTitle() + "\" has pixels of " + mm[0] + " x " + mm[1] + " x " + mm[2]
                            + " mm; set a size above 0 with Image>Properties.",
                    e);
        }
    }

    /**
     * What the calibration says.
     *
     * @param mm how many mm its unit is
     */
    static PixelSpace space(ImagePlus image, double mm) {
        Calibration c = image.getCalibration();
        return new PixelSpace(
                image.getWidth(),
                image.getHeight(),
                image.getNSlices(),
                new double[] {mm * c.pixelWidth, mm * c.pixelHeight, mm * c.pixelDepth},
                new double[] {c.xOrigin, c.yOrigin, c.zOrigin});
    }

    /** As ImageJ takes it, in mm; y counts up the screen. */
    static Calibration calibration(PixelSpace space) {
        Calibration calibration = new Calibration();
        calibration.setUnit("mm");
        calibration.pixelWidth = space.size()[0];
        calibration.pixelHeight = space.size()[1];
        calibration.pixelDepth = space.size()[2];
        calibration.xOrigin = space.origin()[0];
        calibration.yOrigin = space.origin()[1];
        calibration.zOrigin = space.origin()[2];
        calibration.setInvertY(true);
        return calibration;
    }

    /** Whether an image says in no unit how large its pixels are. */
    static boolean isWithoutUnit(ImagePlus image) {
        return NO_UNIT.contains(unit(image).toLowerCase(Locale.ROOT));
    }

    private static String unit(ImagePlus image) {
        return image.getCalibration().getUnit().strip();
    }

    /** A pixel of an image without a unit of length is taken as 1 mm, and that is said. */
    private static double millimetres(ImagePlus image) {
        if (isWithoutUnit(image)) {
            IJ.log("The image \"" + image.getTitle() + "\" has no unit of length; a pixel is taken as 1 mm.");
            return 1;
        }
        String unit = unit(image);
        return LengthUnit.inMillimetres(unit)
                .orElseThrow(() -> new InputException("The image \"" + image.getTitle() + "\" is calibrated in"
                        + " \"" + unit
                        + "\"; set the unit to mm, cm, m, inch, micron or nm with Image>Properties."));
    }
}
