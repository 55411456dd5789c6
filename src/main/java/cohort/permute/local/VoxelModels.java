package cohort.permute.local;

import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ModelPartition;
import cohort.permute.model.ShuffledModel;
import java.util.Optional;

/**
 * What of a test is another thing in each voxel, or takes the whole map. A new one is a class of its own and a line where the
 * options are made.
 */
@FunctionalInterface
public interface VoxelModels {

    /** One design for all voxels, each of which is tested by itself. */
    VoxelModels ALIKE = test -> Optional.empty();

    /**
     * A contrast that is tested.
     *
     * @param data the values that are tested, voxels in mask order x rows
     * @param mask the voxels
     * @param partition the design, split by the contrast
     * @param model what is shuffled
     */
    record Test(VoxelMatrix data, Mask mask, ModelPartition partition, ShuffledModel model) {}

    /** The statistic of a contrast; empty if it is that of one design in each voxel by itself. */
    Optional<MapModel> of(Test test);
}
