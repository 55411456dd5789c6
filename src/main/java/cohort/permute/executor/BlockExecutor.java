package cohort.permute.executor;

import java.util.List;
import java.util.concurrent.ForkJoinTask;
import net.imglib2.parallel.ForkJoinExecutorService;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Where blocks of shuffles are evaluated. Results are values that depend on their block alone, so neither the place nor the
 * order of evaluation changes them.
 */
public interface BlockExecutor {
    /** The part of memory that blocks may take. */
    int PART = 8;

    /** How many blocks are best handed over at a time: two for each that is evaluated at once. */
    int tasks();

    /**
     * How many shuffles a block is to have; results do not depend on it.
     *
     * @param needs what the block will need
     * @param left how many shuffles are still to be made
     */
    int blockSize(BlockNeeds needs, int left);

    /**
     * Evaluates blocks.
     *
     * @param work what is done with each, where the voxels are, or split by voxels where those are elsewhere
     * @return a result for each block, in the order of the blocks
     */
    List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work);

    /**
     * As this one, with two or three blocks that come to their end every second, so that those who look on see what is made, and can
     * end it. Larger blocks are somewhat faster.
     */
    default BlockExecutor inShortBlocks() {
        return new ShortBlocks(this, System::nanoTime);
    }

    /** The threads that the caller has chosen by ImgLib2's {@link Parallelization}; their blocks share an eighth of Java's memory. */
    static BlockExecutor threads() {
        TaskExecutor executor = Parallelization.getTaskExecutor();
        int threads = threads(executor);
        return new BlockExecutor() {
            @Override
            public int tasks() {
                return 2 * threads;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                int share = (left + threads - 1) / threads;
                return Math.min(needs.fitting(Runtime.getRuntime().maxMemory() / PART / threads), share + share % 2);
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                return executor.forEachApply(blocks, work::evaluate);
            }
        };
    }

    /** How many threads work at once: those of a pool, and the caller where it lends a hand to the pool that all share. */
    private static int threads(TaskExecutor executor) {
        boolean callerHelps =
                executor.getExecutorService() instanceof ForkJoinExecutorService && !ForkJoinTask.inForkJoinPool();
        return executor.getParallelism() + (callerHelps ? 1 : 0);
    }
}
