package cohort.spark;

import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockNeeds;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.BlockWork;
import cohort.permute.executor.ShuffleBlock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps what blocks gave, and has only those evaluated that are not kept.
 *
 * @param executor evaluates the others
 * @param kept what earlier runs made
 */
record CheckpointedBlocks(BlockExecutor executor, Checkpoint kept) implements BlockExecutor {

    @Override
    public int tasks() {
        return executor.tasks();
    }

    @Override
    public int blockSize(BlockNeeds needs, int left) {
        return executor.blockSize(needs, left);
    }

    @Override
    public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
        Map<Integer, BlockResult> results = new TreeMap<>();
        for (ShuffleBlock block : blocks)
            kept.find(block.first(), block.shuffles().size()).ifPresent(found -> results.put(block.first(), found));
        List<ShuffleBlock> left = blocks.stream()
                .filter(block -> !results.containsKey(block.first()))
                .toList();
        if (!left.isEmpty())
            for (BlockResult made : executor.evaluate(left, work)) {
                kept.keep(made);
                results.put(made.first(), made);
            }
        return List.copyOf(results.values());
    }
}
