package cohort.permute.shuffle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Subjects that move as a whole. Some of them keep their places in the block; the others are exchanged among themselves as
 * well.
 *
 * @param label the number by which a user knows the block
 * @param rigid the subjects that keep their places, in the order in which they meet those of another block
 * @param sets what is exchanged inside the block
 */
record Block(int label, int[] rigid, List<ExchangeableBlocks> sets) {

    /** A single subject. */
    static Block ofSubject(int subject) {
        return new Block(subject + 1, new int[] {subject}, List.of());
    }

    /** A block whose parts keep their places. */
    static Block ofFixed(int label, List<Block> parts) {
        int[] rigid =
                parts.stream().flatMapToInt(part -> Arrays.stream(part.rigid)).toArray();
        return new Block(
                label, rigid, parts.stream().flatMap(part -> part.sets.stream()).toList());
    }

    /** A block whose parts are exchanged with each other. */
    static Block ofExchangeable(int label, List<Block> parts) {
        return new Block(label, new int[0], List.of(new ExchangeableBlocks(parts)));
    }

    /** Number of subjects. */
    int size() {
        return rigid.length + sets.stream().mapToInt(ExchangeableBlocks::size).sum();
    }

    /** Whether another block has the same parts in the same order, so that each can take the other's place. */
    boolean isLaidOutAs(Block other) {
        if (rigid.length != other.rigid.length || sets.size() != other.sets.size()) return false;
        for (int s = 0; s < sets.size(); s++) if (!sets.get(s).isLaidOutAs(other.sets.get(s))) return false;
        return true;
    }

    /** All subjects, in the order of the tree. */
    IntStream subjects() {
        return IntStream.concat(
                Arrays.stream(rigid),
                sets.stream().flatMap(set -> set.blocks().stream()).flatMapToInt(Block::subjects));
    }
}
