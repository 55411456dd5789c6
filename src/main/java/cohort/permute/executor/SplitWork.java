package cohort.permute.executor;

import cohort.matrix.VoxelMatrix;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * Work on blocks of shuffles that is split by voxels: a value that can be sent to where the voxels are. However they are split,
 * what comes of all parts together is what the whole gives, to the last bit.
 */
public interface SplitWork extends Serializable {

    /**
     * Makes a worker for one thread.
     *
     * @param data some neighbouring voxels of all maps
     * @param first the place in mask order of the first of them
     */
    Function<ShuffleBlock, BlockPart> on(VoxelMatrix data, int first);

    /** Makes a worker for one thread that takes a block's parts in mask order, all of them. */
    Function<List<BlockPart>, BlockResult> join();
}
