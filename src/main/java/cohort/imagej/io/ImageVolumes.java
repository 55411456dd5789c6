package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Volumes as ImageJ's images and back. An image made here shows x of space to the right, y up and z through the stack,
 * has its pixel size and origin in mm and carries the affine in a property, so that it comes back on the same grid with
 * its voxels in the same order. For any other image pixel (x, y, z) is taken as the voxel (x, height - 1 - y, z), its
 * pixel size as given and its origin as the place at 0 mm; without a unit of length a pixel is 1 mm.
 */
public final class ImageVolumes {
    private ImageVolumes() {}

    /** @throws InputException if the image lies in no unit of length */
    public static Grid grid(ImagePlus image) {
        return AffineProperty.grid(image).orElseGet(() -> CalibratedGrid.of(image));
    }

    /** A 32-bit stack of a map. */
    public static ImagePlus toImage(String title, Volume map) {
        return toImage(title, List.of(map));
    }

    /** A 32-bit stack, of several frames if there are several maps; all lie on the grid of the first. */
    public static ImagePlus toImage(String title, List<Volume> maps) {
        Grid grid = maps.get(0).grid();
        ScreenAxes screen = new ScreenAxes(grid);
        ImageStack stack = new ImageStack(screen.width(), screen.height());
        for (Volume map : maps) addSlices(stack, map, screen);
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(1, screen.depth(), maps.size());
        image.setOpenAsHyperStack(maps.size() > 1);
        image.setCalibration(CalibratedGrid.calibration(screen.space()));
        AffineProperty.set(image, grid);
        return image;
    }

    private static void addSlices(ImageStack stack, Volume map, ScreenAxes screen) {
        double[] values = map.values();
        for (int z = 0; z < screen.depth(); z++) {
            float[] slice = new float[screen.width() * screen.height()];
            for (int y = 0, p = 0; y < screen.height(); y++)
                for (int x = 0; x < screen.width(); x++, p++) slice[p] = (float) values[screen.voxel(x, y, z)];
            stack.addSlice("", slice);
        }
    }

    /**
     * The values of an image of one frame, calibrated if it says how.
     *
     * @throws InputException if it has colours, several channels or several frames, or lies in no unit of length
     */
    public static Volume toVolume(ImagePlus image) {
        if (image.getNFrames() > 1)
            throw new InputException(name(image) + " has " + image.getNFrames()
                    + " frames; give an image of one volume, e.g. with Image>Duplicate.");
        return toVolumes(image).get(0);
    }

    /**
     * The values of an image, one volume per frame, calibrated if it says how.
     *
     * @throws InputException if it has colours, channels of which none is chosen, or lies in no unit of length
     */
    public static List<Volume> toVolumes(ImagePlus image) {
        if (image.getNChannels() > 1) throw channels(image, "");
        return toVolumes(image, ReadingOptions.NONE);
    }

    /** The values of the open image of a title or number, as {@link #toVolumes(ImagePlus, ReadingOptions)} gives them. */
    public static Optional<List<Volume>> find(String title, ReadingOptions options) {
        return ImageJImages.find(title).map(image -> toVolumes(image, options));
    }

    /** Fiji makes channels of an axis to which a file gives no name. */
    private static InputException channels(ImagePlus image, String choice) {
        String ways = choice;
        if (image.getNSlices() == 1 && image.getNFrames() == 1)
            ways += "make them slices with Image>Properties... if that is what they are, ";
        return new InputException(
                name(image) + " has " + image.getNChannels() + " channels; " + ways + (ways.isEmpty() ? "" : "or ")
                        + "give an image of one channel, e.g. with Image>Color>Split Channels.");
    }

    /** The values of an image, as {@link #toVolumes(ImagePlus)} gives them, of one channel. */
    public static List<Volume> toVolumes(ImagePlus image, ReadingOptions options) {
        if (image.getType() == ImagePlus.COLOR_RGB)
            throw new InputException(name(image)
                    + " is an RGB picture; give an image with one number per pixel, e.g. with Image>Type>32-bit.");
        int channel = channel(image, options);
        Optional<Grid> known = AffineProperty.grid(image);
        Grid grid = known.orElseGet(() -> CalibratedGrid.of(image));
        List<Volume> volumes = new ArrayList<>();
        for (int frame = 0; frame < image.getNFrames(); frame++) volumes.add(volume(image, grid, channel, frame));
        return volumes;
    }

    private static int channel(ImagePlus image, ReadingOptions options) {
        if (image.getNChannels() > 1 && options.channel() == 0)
            throw channels(image, "choose the channel with channel=2, ");
        try {
            return options.index(image.getNChannels());
        } catch (IllegalArgumentException e) {
            throw new InputException(name(image) + ": " + e.getMessage() + ".", e);
        }
    }

    private static Volume volume(ImagePlus image, Grid grid, int channel, int frame) {
        ScreenAxes screen = new ScreenAxes(grid);
        float[] values = new float[grid.voxels()];
        float[] table = image.getCalibration().getCTable();
        for (int z = 0; z < screen.depth(); z++) {
            ImageProcessor slice = image.getStack().getProcessor(image.getStackIndex(channel + 1, z + 1, frame + 1));
            slice.setCalibrationTable(table);
            for (int y = 0; y < screen.height(); y++)
                for (int x = 0; x < screen.width(); x++) values[screen.voxel(x, y, z)] = slice.getPixelValue(x, y);
        }
        return Volume.of(grid, values);
    }

    private static String name(ImagePlus image) {
        return "The image \"" + image.getTitle() + "\"";
    }
}
