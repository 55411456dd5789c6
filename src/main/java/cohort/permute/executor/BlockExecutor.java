package cohort.permute.executor;

import java.util.List;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Where blocks of shuffles are evaluated. Results are values that depend on their block alone, so neither the place nor the
 * order of evaluation changes them.
 */
public interface BlockExecutor {
    /** How many blocks are best handed over at a time. */
    int tasks();

    /**
     * Evaluates blocks.
     *
     * @param work what is done with each, where the voxels are, or split by voxels where those are elsewhere
     * @return a result for each block, in the order of the blocks
     */
    List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work);

    /** The threads that the caller has chosen by ImgLib2's {@link Parallelization}. */
    static BlockExecutor threads() {
        TaskExecutor executor = Parallelization.getTaskExecutor();
        return new BlockExecutor() {
            @Override
            public int tasks() {
                return executor.suggestNumberOfTasks();
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                return executor.forEachApply(blocks, work::evaluate);
            }
        };
    }
}
