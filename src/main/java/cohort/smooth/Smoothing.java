package cohort.smooth;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Gaussian smoothing, as scipy.ndimage.gaussian_filter with the border mode "reflect".
 *
 * <pre>{@code
 * Volume map = Volumes.read(Path.of("sub-01_map.nii.gz"));
 * Volumes.write(Smoothing.gaussian(map, 6.0), Path.of("smoothed.nii.gz"), "smoothed by 6 mm");
 * }</pre>
 */
public final class Smoothing {

    /** Full width at half maximum of a Gaussian of unit standard deviation. */
    static final double FWHM = Math.sqrt(8 * Math.log(2));

    private Smoothing() {}

    /**
     * Smooths a map by a Gaussian given in mm. Voxels that are not finite count as 0, as in nilearn 0.14.1.
     *
     * @param volume the map
     * @param fwhm full width at half maximum in mm, at least 0; 0 only sets values that are not finite to 0
     * @return the smoothed map on the same grid; FloatType if the map is of FloatType, DoubleType otherwise
     */
    public static Volume gaussian(Volume volume, Double fwhm) {
        Grid grid = volume.grid();
        double[] sigma = new double[3];
        for (int axis = 0; axis < 3; axis++) sigma[axis] = fwhm / (FWHM * grid.voxelSize(axis));
        return new Volume(grid, gaussian(volume.voxels(), sigma));
    }

    /**
     * Refuses a width by which maps on this grid cannot be smoothed.
     *
     * @param fwhm full width at half maximum in mm
     * @throws InputException if it is negative or above the longest side of the grid
     */
    public static void requireWidth(Grid grid, double fwhm) {
        double extent = IntStream.range(0, 3)
                .mapToDouble(axis -> grid.size(axis) * grid.voxelSize(axis))
                .max()
                .orElseThrow();
        if (!(fwhm >= 0 && fwhm <= extent))
            throw new InputException("fwhm: found " + fwhm + ", expected a width in mm from 0 (no smoothing) to "
                    + extent + ", the longest side of the maps.");
    }

    /**
     * Smooths an image by a Gaussian given in voxels. Sums are in double precision; after each axis they are rounded to the
     * type of the result. Voxels that are not finite count as 0.
     *
     * @param image a 3D image
     * @param sigma standard deviation in voxels along each of the three axes, at least 0
     * @return the smoothed image; FloatType if the image is of FloatType, DoubleType otherwise
     */
    public static RandomAccessibleInterval<? extends RealType<?>> gaussian(
            RandomAccessibleInterval<? extends RealType<?>> image, double[] sigma) {
        double[] values = finite(image);
        long[] size = image.dimensionsAsLongArray();
        boolean single = image.getType() instanceof FloatType;
        DoubleUnaryOperator precision = single ? v -> (float) v : v -> v;
        LineFilter filter = new LineFilter(
                values, (int) size[0], (int) size[1], (int) size[2], precision, LineFilter.Border.MIRRORED);
        for (int axis = 0; axis < 3; axis++)
            if (sigma[axis] > 0) filter.convolve(axis, new GaussianKernel(sigma[axis]));
        return single ? floats(values, size) : ArrayImgs.doubles(values, size);
    }

    private static Img<FloatType> floats(double[] values, long[] size) {
        float[] floats = new float[values.length];
        for (int v = 0; v < floats.length; v++) floats[v] = (float) values[v];
        return ArrayImgs.floats(floats, size);
    }

    private static double[] finite(RandomAccessibleInterval<? extends RealType<?>> image) {
        double[] values = VoxelValues.of(image);
        for (int v = 0; v < values.length; v++) if (!Double.isFinite(values[v])) values[v] = 0;
        return values;
    }
}
