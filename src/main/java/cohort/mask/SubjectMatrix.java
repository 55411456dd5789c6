package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.image.Volume;
import cohort.matrix.FilledMatrix;
import cohort.matrix.VoxelMatrix;
import cohort.memory.Storage;
import cohort.smooth.Smoothing;
import cohort.smooth.SmoothingWithin;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;

/** From maps on a grid to the matrix that the statistics work on. */
public final class SubjectMatrix {
    /** Voxels that are looked at together. */
    private static final int LINE = 1 << 12;

    private SubjectMatrix() {}

    /**
     * Smooths each map and keeps the voxels of the mask, in memory or on disk as there is room.
     *
     * @param maps one map per subject
     * @param mask the voxels to keep, on the grid of the maps
     * @param fwhm full width at half maximum of the Gaussian in mm; 0 for none
     * @param progress hears of each finished subject
     * @return the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
     * @throws InputException if the width is negative or above the longest side of the maps
     */
    public static Img<DoubleType> extract(Maps maps, Mask mask, Double fwhm, Progress progress) {
        return extract(maps, mask, fwhm, Storage.automatic(), progress).image();
    }

    /**
     * Smooths each map and keeps the voxels of the mask, as the other method does.
     *
     * @param storage where the values live until the matrix is closed
     * @return the values in mask order; the same to the last bit wherever they live
     * @throws InputException as there, or if there is no room for the values
     */
    public static FilledMatrix extract(Maps maps, Mask mask, Double fwhm, Storage storage, Progress progress) {
        return extract(maps, mask, fwhm, MissingPolicy.ZERO, storage, progress);
    }

    /**
     * Smooths each map and keeps the voxels of the mask, as the other methods do.
     *
     * @param missing what becomes of a voxel that a map lacks: NaN if the policy takes gaps, 0 if not
     */
    public static FilledMatrix extract(
            Maps maps, Mask mask, Double fwhm, MissingPolicy missing, Storage storage, Progress progress) {
        Smoothing.requireWidth(maps.grid(), fwhm);
        storage.requireMatrix(maps.subjects(), mask.size());
        FilledMatrix matrix = FilledMatrix.in(storage, mask.size(), maps.subjects());
        try {
            AtomicInteger done = new AtomicInteger();
            List<Integer> all = IntStream.range(0, maps.subjects()).boxed().toList();
            storage.limited(maps.grid().voxels(), () -> Parallelization.getTaskExecutor()
                    .forEach(all, s -> {
                        progress.checkCanceled();
                        matrix.put(s, values(maps.volume(s), mask, fwhm, missing));
                        progress.update(fwhm > 0 ? "Smoothing" : "Masking", done.incrementAndGet(), maps.subjects());
                    }));
            return matrix;
        } catch (RuntimeException | Error e) {
            matrix.close();
            throw e;
        }
    }

    /**
     * Smooths a map and keeps the voxels of the mask, those that are not finite as 0.
     *
     * @param fwhm full width at half maximum of the Gaussian in mm; 0 for none
     * @return the values in mask order
     */
    public static double[] values(Volume map, Mask mask, double fwhm) {
        return values(map, mask, fwhm, MissingPolicy.ZERO);
    }

    /**
     * Smooths a map and keeps the voxels of the mask. A map with gaps is smoothed among the voxels that it has, and keeps its gaps
     * as NaN.
     *
     * @param fwhm full width at half maximum of the Gaussian in mm; 0 for none
     * @param missing what is a gap; if it takes none, what is not finite counts as 0
     * @return the values in mask order
     */
    public static double[] values(Volume map, Mask mask, double fwhm, MissingPolicy missing) {
        if (missing.takesGaps()) {
            double[] all = map.values();
            int[] there = IntStream.range(0, all.length)
                    .filter(v -> !missing.isGap(all[v]))
                    .toArray();
            if (there.length < all.length) return values(all, there, mask, fwhm);
        }
        Volume smoothed = fwhm > 0 ? Smoothing.gaussian(map, fwhm) : map;
        double[] values = new double[LINE], kept = new double[mask.size()];
        for (int m = 0; m < mask.size(); ) {
            int first = mask.gridIndex(m),
                    end = first + Math.min(LINE, mask.grid().voxels() - first);
            smoothed.copy(first, end - first, values);
            for (; m < mask.size() && mask.gridIndex(m) < end; m++) {
                double value = values[mask.gridIndex(m) - first];
                kept[m] = Double.isFinite(value) ? value : 0;
            }
        }
        return kept;
    }

    private static double[] values(double[] all, int[] there, Mask mask, double fwhm) {
        double[] have = IntStream.of(there).mapToDouble(v -> all[v]).toArray();
        if (fwhm > 0 && there.length > 0) new SmoothingWithin(mask.grid(), there, fwhm).smooth(have);
        Arrays.fill(all, Double.NaN);
        for (int v = 0; v < there.length; v++) all[there[v]] = have[v];
        return IntStream.range(0, mask.size())
                .mapToDouble(m -> all[mask.gridIndex(m)])
                .toArray();
    }

    /**
     * The mean over the subjects, as a map.
     *
     * @param data voxels in mask order x subjects, as {@link #extract} gives it
     * @param mask the voxels
     * @return the mean on the grid of the mask, float32, 0 outside the mask
     */
    public static Volume mean(Img<DoubleType> data, Mask mask) {
        float[] mean = new float[mask.grid().voxels()];
        VoxelMatrix.of(data).forEach((first, n, rows) -> {
            for (int v = 0; v < n; v++) {
                double sum = 0;
                for (double[] row : rows) sum += row[v];
                mean[mask.gridIndex(first + v)] = (float) (sum / rows.length);
            }
        });
        return Volume.of(mask.grid(), mean);
    }
}
