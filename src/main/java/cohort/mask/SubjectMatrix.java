package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import cohort.smooth.Smoothing;
import cohort.subjects.Maps;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/** From maps on a grid to the matrix that the statistics work on. */
public final class SubjectMatrix {
    /** Voxels that are looked at together. */
    private static final int LINE = 1 << 12;

    private SubjectMatrix() {}

    /**
     * Smooths each map and keeps the voxels of the mask.
     *
     * @param maps one map per subject
     * @param mask the voxels to keep, on the grid of the maps
     * @param fwhm full width at half maximum of the Gaussian in mm; 0 for none
     * @param progress hears of each finished subject
     * @return the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @throws InputException if the width is negative or above the longest side of the maps
     */
    public static Img<DoubleType> extract(Maps maps, Mask mask, Double fwhm, Progress progress) {
        Smoothing.requireWidth(maps.grid(), fwhm);
        int voxels = mask.size(), subjects = maps.subjects();
        if ((long) voxels * subjects > Integer.MAX_VALUE - 8)
            throw new InputException("mask: " + voxels + " voxels times " + subjects
                    + " maps exceed the 2^31 values of one matrix; use a smaller mask.");
        double[] matrix = new double[voxels * subjects];
        AtomicInteger done = new AtomicInteger();
        List<Integer> all = IntStream.range(0, subjects).boxed().toList();
        Parallelization.getTaskExecutor().forEach(all, s -> {
            progress.checkCanceled();
            gather(maps.volumes().get(s), mask, fwhm, matrix, s * voxels);
            progress.update("Smoothing", done.incrementAndGet(), subjects);
        });
        return ArrayImgs.doubles(matrix, voxels, subjects);
    }

    private static void gather(Volume map, Mask mask, double fwhm, double[] matrix, int row) {
        Volume smoothed = fwhm > 0 ? Smoothing.gaussian(map, fwhm) : map;
        double[] values = new double[LINE];
        for (int m = 0; m < mask.size(); ) {
            int first = mask.gridIndex(m),
                    end = first + Math.min(LINE, mask.grid().voxels() - first);
            smoothed.copy(first, end - first, values);
            for (; m < mask.size() && mask.gridIndex(m) < end; m++) {
                double value = values[mask.gridIndex(m) - first];
                matrix[row + m] = Double.isFinite(value) ? value : 0;
            }
        }
    }

    /**
     * The mean over the subjects, as a map.
     *
     * @param data voxels in mask order x subjects, as {@link #extract} gives it
     * @param mask the voxels
     * @return the mean on the grid of the mask, float32, 0 outside the mask
     */
    public static Volume mean(Img<DoubleType> data, Mask mask) {
        double[] values = values(data);
        float[] mean = new float[mask.grid().voxels()];
        for (int m = 0; m < mask.size(); m++) {
            double sum = 0;
            for (int v = m; v < values.length; v += mask.size()) sum += values[v];
            mean[mask.gridIndex(m)] = (float) (sum * mask.size() / values.length);
        }
        return Volume.of(mask.grid(), mean);
    }

    /**
     * The values of a 2D image as one array, axis 0 fastest. The array is the image's own where it is backed by one; it
     * must not be written to.
     */
    public static double[] values(RandomAccessibleInterval<? extends RealType<?>> data) {
        if (data instanceof ArrayImg<?, ?> array && array.update(null) instanceof DoubleArray doubles)
            return doubles.getCurrentStorageArray();
        return VoxelValues.of(data);
    }
}
