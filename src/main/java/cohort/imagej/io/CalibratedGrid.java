package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.LengthUnit;
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
        Calibration c = image.getCalibration();
        double mm = millimetres(image);
        double dx = mm * c.pixelWidth, dy = mm * c.pixelHeight, dz = mm * c.pixelDepth;
        int height = image.getHeight();
        try {
            return new Grid(image.getWidth(), height, image.getNSlices(), new double[] {
                dx,
                0,
                0,
                -dx * c.xOrigin, //
                0,
                dy,
                0,
                dy * (c.yOrigin - (height - 1)), //
                0,
                0,
                dz,
                -dz * c.zOrigin
            });
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "The image \"" + image.getTitle() + "\" has pixels of " + dx + " x " + dy + " x " + dz
                            + " mm; set a size above 0 by Image>Properties.",
                    e);
        }
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
                .orElseThrow(() -> new InputException("The image \"" + image.getTitle() + "\" is measured in \"" + unit
                        + "\"; set the unit to mm, cm, m, inch, micron or nm by Image>Properties."));
    }
}
