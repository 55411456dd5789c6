package cohort.permute.executor;

import java.util.List;
import java.util.function.LongSupplier;

/** Makes blocks so short that two or three of them come to their end every second, going by the round before. */
final class ShortBlocks implements BlockExecutor {
    /** Nanoseconds from the end of one block to the end of another, and how long one may last however many threads there are. */
    private static final long PACE = 400_000_000L, LONGEST = 1_600_000_000L;
    /** Of the first blocks, and how many times as many shuffles a block may have as one before it. */
    private static final int FIRST = 32, GROWTH = 4;

    private final BlockExecutor executor;
    private final LongSupplier clock;
    private int size = FIRST;

    /** @param clock tells nanoseconds */
    ShortBlocks(BlockExecutor executor, LongSupplier clock) {
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public int tasks() {
        return executor.tasks();
    }

    /** Two tasks for each. */
    private int threads() {
        return Math.max(1, tasks() / 2);
    }

    @Override
    public int blockSize(BlockNeeds needs, int left) {
        return Math.min(executor.blockSize(needs, left), Math.max(needs.least(), size));
    }

    @Override
    public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
        long start = clock.getAsLong();
        List<BlockResult> results = executor.evaluate(blocks, work);
        int abreast = Math.min(blocks.size(), threads());
        double taken = Math.max(1.0, clock.getAsLong() - start) * abreast; // by all threads
        long made = blocks.stream().mapToLong(block -> block.shuffles().size()).sum();
        long wanted = Math.min(LONGEST, PACE * threads());
        size = (int) Math.max(1, Math.min(GROWTH * blocks.get(0).shuffles().size(), made * wanted / taken));
        return results;
    }
}
