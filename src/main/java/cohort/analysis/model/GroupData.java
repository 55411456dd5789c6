package cohort.analysis.model;

import cohort.Progress;
import cohort.analysis.record.StepTimes;
import cohort.glm.GeneralLinearModel;
import cohort.glm.Smoothness;
import cohort.glm.UntestableVoxels;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.matrix.FilledMatrix;
import java.io.Closeable;
import java.util.function.BiFunction;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * What was read of the maps, for a model.
 *
 * @param design what is asked of it
 * @param mask the voxels, in which all can be tested
 * @param matrix all that was read
 * @param values those of the voxels, 2D: axis 0 the voxels in mask order, axis 1 the maps
 * @param untestable what was read and left out, for nothing can be tested in it
 * @param smoothness of the residuals
 */
public record GroupData(
        GroupDesign design,
        GroupMask mask,
        FilledMatrix matrix,
        Img<DoubleType> values,
        UntestableVoxels untestable,
        Smoothness smoothness)
        implements Closeable {

    /**
     * Leaves out the voxels in which nothing can be tested.
     *
     * @param found the voxels that were read
     * @param matrix their values, which is closed if this fails
     * @param progress hears what was left out
     * @param times takes the seconds
     * @param smoothness of the residuals of values in voxels
     */
    public static GroupData of(
            GroupDesign design,
            GroupMask found,
            FilledMatrix matrix,
            Progress progress,
            StepTimes times,
            BiFunction<Img<DoubleType>, Mask, Smoothness> smoothness) {
        try {
            UntestableVoxels untestable = GeneralLinearModel.untestable(matrix.image(), design.models());
            GroupMask mask = untestable.isEmpty() ? found : found.with(untestable.without(found.mask()));
            Img<DoubleType> values = untestable.isEmpty() ? matrix.image() : untestable.without(matrix.image());
            if (!untestable.isEmpty()) progress.say(untestable.sentence());
            Smoothness smooth = times.time("smoothness", () -> smoothness.apply(values, mask.mask()));
            return new GroupData(design, mask, matrix, values, untestable, smooth);
        } catch (RuntimeException | Error e) {
            matrix.close();
            throw e;
        }
    }

    /** What a contrast is tested on: axis 0 the voxels, axis 1 the rows of its design. */
    public Img<DoubleType> values(int contrast) {
        return design.stratum(contrast)
                .filter(stratum -> !stratum.isPooled())
                .map(sums -> sums.apply(values))
                .orElse(values);
    }

    @Override
    public void close() {
        matrix.close();
    }
}
