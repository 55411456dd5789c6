package cohort.ops;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/** Resampling as an op. */
public final class ResamplingOps {
    private ResamplingOps() {}

    /**
     * Gives the values that a map has at the voxels of another grid, by where both lie in mm.
     *
     * @implNote op names='cohort.image.resample'
     * @param image a 3D map, which need not be finite: a new value is NaN if one next to its place is not
     * @param affine from voxels of the map, counted from 0, to mm: the rows of the matrix, 12 numbers or all 16
     * @param size voxels of the wanted grid along its three axes
     * @param target from voxels of the wanted grid to mm, likewise
     * @param interpolation {@code nearest}, {@code linear} (the default), or {@code cubic} (nullable)
     * @param outside the value beyond the centres of the outermost voxels of the map, 0 by default (nullable)
     * @return a map of the wanted size
     * @throws InputException if an affine has no inverse or there is no such interpolation
     */
    public static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> resample(
            RandomAccessibleInterval<T> image,
            double[] affine,
            long[] size,
            double[] target,
            String interpolation,
            Double outside) {
        Volume volume = Images.volume(image, Images.grid("affine", image, affine));
        Grid grid = Images.grid("target", new FinalInterval(size), target);
        Interpolation between = Interpolation.named(interpolation == null ? "linear" : interpolation);
        Volume resampled = Resampling.resample(volume, grid, between, outside == null ? 0 : outside);
        return ArrayImgs.doubles(resampled.values(), grid.dimensions());
    }
}
