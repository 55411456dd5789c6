package cohort.permute.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.permute.shuffle.Shuffle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortBlocksTest {
    private static final BlockNeeds NEEDS = new BlockNeeds(8, 1024, 1);

    private long now;

    /** Takes so many nanoseconds for each shuffle of a block, two blocks at a time. */
    private BlockExecutor taking(long nanoseconds) {
        return new BlockExecutor() {
            @Override
            public int tasks() {
                return 4;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                return Math.min(needs.most(), left);
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                int all = blocks.stream()
                        .mapToInt(block -> block.shuffles().size())
                        .sum();
                now += nanoseconds * all / Math.min(2, blocks.size());
                return List.of();
            }
        };
    }

    private List<Integer> sizes(long nanoseconds, BlockNeeds needs, int blocks, int rounds) {
        ShortBlocks executor = new ShortBlocks(taking(nanoseconds), () -> now);
        List<Integer> sizes = new ArrayList<>();
        for (int r = 0; r < rounds; r++) {
            int size = executor.blockSize(needs, 100_000);
            sizes.add(size);
            ShuffleBlock block = new ShuffleBlock(0, Collections.nCopies(size, Shuffle.identity(3)));
            executor.evaluate(Collections.nCopies(blocks, block), new NoWork());
        }
        return sizes;
    }

    private record NoWork() implements BlockWork {
        @Override
        public BlockResult evaluate(ShuffleBlock block) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SplitWork split() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void blocksGrowFourfoldUntilTwoAtATimeEndEveryFourTenthsOfASecond() {
        for (int blocks : new int[] {1, 2, 4}) {
            assertEquals(List.of(32, 80, 80, 80), sizes(10_000_000, NEEDS, blocks, 4));
            assertEquals(List.of(32, 128, 512, 1024, 1024), sizes(1, NEEDS, blocks, 5));
        }
    }

    @Test
    void slowBlocksShrinkToTheLeastThatPays() {
        assertEquals(List.of(32, 16, 16), sizes(50_000_000, NEEDS, 4, 3));
        assertEquals(List.of(32, 8, 8), sizes(1_000_000_000, NEEDS, 4, 3));
    }

    @Test
    void whatIsReadFromDiskIsNotReadMoreOften() {
        assertEquals(List.of(1024, 1024), sizes(1_000_000_000, new BlockNeeds(1024, 1024, 1), 4, 2));
    }

    @Test
    void asManyBlocksAreHandedOver() {
        assertEquals(4, new ShortBlocks(taking(1), () -> now).tasks());
    }
}
