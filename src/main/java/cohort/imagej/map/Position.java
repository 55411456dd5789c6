package cohort.imagej.map;

import cohort.image.screen.ScreenAxes;
import cohort.imagej.io.ImageVolumes;
import ij.ImagePlus;
import ij.gui.PointRoi;

/** Moves an image to a position in space. */
public final class Position {
    private Position() {}

    /** Shows the slice of a position in mm and marks its pixel; a position outside the image is left alone. */
    public static void show(ImagePlus image, double x, double y, double z) {
        new ScreenAxes(ImageVolumes.grid(image)).pixelAt(x, y, z).ifPresent(pixel -> {
            image.setPosition(image.getC(), pixel[2] + 1, image.getT());
            image.setRoi(new PointRoi(pixel[0] + 0.5, pixel[1] + 0.5));
            if (image instanceof MapImage map) map.point(new double[] {x, y, z});
        });
    }
}
