package cohort.permute.shuffle;

import cohort.InputException;
import cohort.text.Words;
import java.util.List;

/**
 * Blocks that may take each other's places, and whose signs may be flipped one by one.
 *
 * @param blocks at least one
 */
record ExchangeableBlocks(List<Block> blocks) {

    /** Number of subjects. */
    int size() {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    boolean isLaidOutAs(ExchangeableBlocks other) {
        return blocks.size() == other.blocks.size() && blocks.get(0).isLaidOutAs(other.blocks.get(0));
    }

    /** @throws InputException if a block, here or deeper, does not fit into the place of another */
    void requireAlike() {
        Block first = blocks.get(0);
        for (Block block : blocks) {
            block.sets().forEach(ExchangeableBlocks::requireAlike);
            if (block.size() != first.size())
                throw new InputException("blocks: block " + block.label() + " has " + subjects(block.size())
                        + ", expected " + first.size() + " as in block " + first.label()
                        + ", since blocks exchanged as a whole must be of equal size; permute within blocks, flip"
                        + " signs, or leave subjects out.");
        }
        for (Block block : blocks)
            if (!block.isLaidOutAs(first))
                throw new InputException(
                        "blocks: block " + block.label() + " is divided differently from block " + first.label()
                                + ", expected sub-blocks of the same sizes, since the two are exchanged as"
                                + " whole blocks; a negative number on the level above forbids that.");
    }

    private static String subjects(int count) {
        return Words.count(count, "subject");
    }
}
