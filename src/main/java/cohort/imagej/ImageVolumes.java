package cohort.imagej;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Volumes as ImageJ's images and back. An image made here shows x of space to the right, y up and z through the stack,
 * has its pixel size and origin in mm and carries the affine in a property, so that it comes back on the same grid with
 * its voxels in the same order. For any other image pixel (x, y, z) is taken as the voxel (x, height - 1 - y, z), its
 * pixel size as given and its origin as the place at 0 mm; without a unit of length a pixel is 1 mm.
 */
final class ImageVolumes {
    private ImageVolumes() {}

    /** @throws InputException if the image lies in no unit of length */
    static Grid grid(ImagePlus image) {
        return AffineProperty.grid(image).orElseGet(() -> CalibratedGrid.of(image));
    }

    /** A 32-bit stack of a map. */
    static ImagePlus toImage(String title, Volume map) {
        ScreenAxes screen = new ScreenAxes(map.grid());
        double[] values = map.values();
        int width = screen.width(), height = screen.height();
        ImageStack stack = new ImageStack(width, height);
        for (int z = 0; z < screen.depth(); z++) {
            float[] slice = new float[width * height];
            for (int y = 0, p = 0; y < height; y++)
                for (int x = 0; x < width; x++, p++) slice[p] = (float) values[screen.voxel(x, y, z)];
            stack.addSlice("", slice);
        }
        ImagePlus image = new ImagePlus(title, stack);
        image.setCalibration(screen.calibration());
        AffineProperty.set(image, map.grid());
        return image;
    }

    /**
     * The values of an image, calibrated if it says how.
     *
     * @throws InputException if it has colours, several channels or several frames, or lies in no unit of length
     */
    static Volume toVolume(ImagePlus image) {
        String name = "The image \"" + image.getTitle() + "\"";
        if (image.getType() == ImagePlus.COLOR_RGB)
            throw new InputException(name + " is an RGB picture; give an image with one number a pixel.");
        if (image.getNSlices() != image.getStackSize())
            throw new InputException(name + " has " + image.getNChannels() + " channels and " + image.getNFrames()
                    + " frames; give an image of one volume, e.g. by Image>Duplicate.");
        Grid grid = grid(image);
        ScreenAxes screen = new ScreenAxes(grid);
        float[] values = new float[grid.voxels()];
        float[] table = image.getCalibration().getCTable();
        for (int z = 0; z < screen.depth(); z++) {
            ImageProcessor slice = image.getStack().getProcessor(z + 1);
            slice.setCalibrationTable(table);
            for (int y = 0; y < screen.height(); y++)
                for (int x = 0; x < screen.width(); x++) values[screen.voxel(x, y, z)] = slice.getPixelValue(x, y);
        }
        return Volume.of(grid, values);
    }
}
