package cohort.ops;

import cohort.InputException;
import cohort.image.Grid;
import cohort.smooth.Smoothing;
import java.util.stream.LongStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** Smoothing as an op. */
public final class SmoothingOps {
    private SmoothingOps() {}

    /**
     * Smooths a map, or each map of a group, by a Gaussian given in mm. Voxels that are not finite count as 0. Sums are in
     * double precision whatever the type of the image; the commands round those of float32 images to float32 after each axis.
     *
     * @implNote op names='cohort.smooth.gaussian'
     * @param image a 3D map, or 4D with one map for each subject along the last axis
     * @param spacing distance of voxels along x, y and z in mm
     * @param fwhm full width at half maximum in mm, at least 0; 0 only sets values that are not finite to 0
     * @return the smoothed image, of the same size
     * @throws InputException if the spacing is not three numbers above 0, or the width is negative or above the longest side
     *     of the map
     */
    public static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> gaussian(
            RandomAccessibleInterval<T> image, double[] spacing, Double fwhm) {
        Grid grid = Images.grid(image, spacing);
        Smoothing.requireWidth(grid, fwhm);
        if (image.numDimensions() == 3) return smoothed(image, grid, fwhm);
        return Views.stack(LongStream.rangeClosed(image.min(3), image.max(3))
                .mapToObj(s -> smoothed(Views.hyperSlice(image, 3, s), grid, fwhm))
                .toList());
    }

    private static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> smoothed(
            RandomAccessibleInterval<T> map, Grid grid, double fwhm) {
        return ArrayImgs.doubles(
                Smoothing.gaussian(Images.volume(map, grid), fwhm).values(), grid.dimensions());
    }
}
