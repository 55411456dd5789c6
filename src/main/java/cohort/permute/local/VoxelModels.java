package cohort.permute.local;

import cohort.InputException;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ModelPartition;
import cohort.permute.model.RegressionMethod;
import cohort.permute.model.ShuffledModel;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * What of a test is another thing in each voxel, or takes the whole map. A new one is a class of its own and a line where the
 * options are made.
 */
@FunctionalInterface
public interface VoxelModels {

    /** A test with one design for all voxels, each tested alone. */
    VoxelModels ALIKE = test -> Optional.empty();

    /**
     * A contrast that is tested.
     *
     * @param data the values that are tested, voxels in mask order x rows
     * @param mask the voxels
     * @param contrast rows x regressors
     * @param partition the design, split by the contrast
     * @param model what is shuffled
     * @param method how the nuisance is treated
     */
    record Test(
            VoxelMatrix data,
            Mask mask,
            DMatrixRMaj contrast,
            ModelPartition partition,
            ShuffledModel model,
            RegressionMethod method) {

        /** @throws InputException if the nuisance is not treated as by Freedman and Lane, several maps are combined, or groups have
         *     variances of their own */
        void requirePlain() {
            if (method != RegressionMethod.FREEDMAN_LANE)
                throw new InputException("method: found " + method + " for models that differ between voxels, expected "
                        + RegressionMethod.FREEDMAN_LANE + ".");
            if (!model.combined().isEmpty())
                throw new InputException(
                        "npc: found a combination of maps for models that differ between voxels, expected one"
                                + " map for each subject.");
            if (model.groups().length > 0)
                throw new InputException(
                        "variance_groups: found groups for models that differ between voxels, expected one"
                                + " variance; leave the option out.");
        }
    }

    /** Whether NaN in the data means that a subject lacks a voxel; otherwise no value may be NaN. */
    default boolean takesGaps() {
        return false;
    }

    /** Whether all voxels have the design of the test, and all its rows. */
    default boolean isOfOneDesign() {
        return !takesGaps();
    }

    /** The statistic of a contrast; empty if it is that of one design in each voxel by itself. */
    Optional<MapModel> of(Test test);
}
