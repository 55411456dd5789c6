package cohort.imagej.map;

import cohort.image.screen.ScreenAxes;
import cohort.imagej.io.ImageVolumes;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;

/** Moves an image to a position in space. */
public final class Position {
    private Position() {}

    /**
     * The slice, from 1, in which the values are farthest from 0; the middle one of several, so that of a mask it is the middle of
     * the brain.
     */
    static int peak(ImagePlus image) {
        double largest = 0;
        List<Integer> slices = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            double here = largest(image.getStack().getProcessor(slice));
            if (here > largest) slices.clear();
            if (here >= largest) slices.add(slice);
            largest = Math.max(largest, here);
        }
        return slices.get(slices.size() / 2);
    }

    private static double largest(ImageProcessor pixels) {
        double largest = 0;
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            double value = Math.abs(pixels.getf(i));
            if (value > largest && value < Double.POSITIVE_INFINITY) largest = value;
        }
        return largest;
    }

    /** Shows the slice of a position in mm and marks its pixel; a position outside the image is left alone. */
    public static void show(ImagePlus image, double x, double y, double z) {
        new ScreenAxes(ImageVolumes.grid(image)).pixelAt(x, y, z).ifPresent(pixel -> {
            if (image instanceof MapImage map) ContrastWindow.choose(map);
            image.setPosition(image.getC(), pixel[2] + 1, image.getT());
            image.setRoi(new PointRoi(pixel[0] + 0.5, pixel[1] + 0.5));
            if (image instanceof MapImage map) map.point(new double[] {x, y, z});
        });
    }
}
