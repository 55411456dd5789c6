package cohort.ops;

import cohort.InputException;
import cohort.Progress;
import cohort.glm.GeneralLinearModel;
import cohort.glm.UntestableVoxels;
import cohort.mask.Mask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.subjects.Maps;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * The maps of a group in a mask, as the statistics take them.
 *
 * @param mask the voxels
 * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the subjects
 */
record MaskedMaps(Mask mask, Img<DoubleType> data) {

    /**
     * Takes the voxels of a mask, but for those that are not finite in some subject or 0 in all.
     *
     * @param mask on the grid of the maps, or {@code null} for all voxels
     * @throws InputException if no voxel is left
     */
    static <T extends RealType<T>, B extends BooleanType<B>> MaskedMaps of(
            RandomAccessibleInterval<T> maps, RandomAccessibleInterval<B> mask) {
        Maps all = Images.maps(maps, Images.grid(maps));
        Mask inside = Masks.fromImage(all, Images.mask(mask, all.grid()).toVolume(), MissingPolicy.EXCLUDE)
                .mask();
        return new MaskedMaps(inside, SubjectMatrix.extract(all, inside, 0.0, Progress.NONE));
    }

    /**
     * Leaves out the voxels in which a model has nothing to test.
     *
     * @throws InputException if no voxel is left
     */
    MaskedMaps testable(DMatrixRMaj design) {
        UntestableVoxels found =
                GeneralLinearModel.untestable(data, List.of(new UntestableVoxels.Model(design, Optional.empty())));
        return found.isEmpty() ? this : new MaskedMaps(found.without(mask), found.without(data));
    }
}
