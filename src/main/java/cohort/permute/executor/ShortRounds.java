package cohort.permute.executor;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Makes rounds that last about a second and a half, going by the one before. They have half as many blocks as are best handed over, since
 * each block visits all voxels.
 */
final class ShortRounds implements BlockExecutor {
    /** Nanoseconds that a round is to last. */
    private static final long ROUND = 1_500_000_000L;
    /** Of the first blocks, and how many times as many shuffles a block may have as one before it. */
    private static final int FIRST = 32, GROWTH = 4;

    private final BlockExecutor executor;
    private final LongSupplier clock;
    private int size = FIRST;

    /** @param clock tells nanoseconds */
    ShortRounds(BlockExecutor executor, LongSupplier clock) {
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public int tasks() {
        return Math.max(1, executor.tasks() / 2);
    }

    @Override
    public int blockSize(BlockNeeds needs, int left) {
        return Math.min(executor.blockSize(needs, left), Math.max(needs.least(), size));
    }

    @Override
    public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
        long start = clock.getAsLong();
        List<BlockResult> results = executor.evaluate(blocks, work);
        long taken = Math.max(1, clock.getAsLong() - start);
        long made = blocks.get(0).shuffles().size();
        size = (int) Math.max(1, Math.min(GROWTH * made, made * ROUND / taken));
        return results;
    }
}
