package cohort.imagej;

import cohort.InputException;
import cohort.image.Grid;
import ij.ImagePlus;
import ij.measure.Calibration;

/** The grid of an image that has only a pixel size and an origin: x to the right, y up the screen, z through the stack. */
final class CalibratedGrid {
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

    private static double millimetres(ImagePlus image) {
        String unit = image.getCalibration().getUnit();
        return switch (unit) {
            case "mm", "millimeter", "pixel", "pixels", "" -> 1;
            case "cm" -> 10;
            case "m", "meter" -> 1e3;
            case "inch", "in" -> 25.4;
            case "micron", "microns", "um", "\u00b5m", "\u03bcm" -> 1e-3;
            case "nm" -> 1e-6;
            default ->
                throw new InputException("The image \"" + image.getTitle() + "\" is measured in \"" + unit
                        + "\"; set the unit to mm, cm, m, inch, micron or nm by Image>Properties.");
        };
    }
}
