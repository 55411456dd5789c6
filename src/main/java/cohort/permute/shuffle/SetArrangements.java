package cohort.permute.shuffle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The arrangements of exchangeable blocks that give different designs: the orders of a multiset, in which blocks of the same
 * content are alike, times the arrangements inside each block. If blocks are only flipped, there is but one order.
 */
final class SetArrangements {
    private final boolean permutes;
    private final List<BlockArrangements> blocks;
    private final int[][] kinds; // the blocks of each content
    private final double orders, inside;

    /** @param flippable whether each block has a sign that may be flipped */
    SetArrangements(ExchangeableBlocks set, boolean flippable, boolean permutes, RowClasses rows) {
        this.permutes = permutes;
        blocks = set.blocks().stream()
                .map(block -> new BlockArrangements(block, flippable, false, permutes, rows))
                .toList();
        kinds = IntStream.range(0, blocks.size())
                .boxed()
                .collect(Collectors.groupingBy(b -> blocks.get(b).content(1), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(kind -> kind.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        orders = permutes ? multinomial(kinds) : 1;
        inside = blocks.stream().mapToDouble(BlockArrangements::count).reduce(1, (a, b) -> a * b);
    }

    /** Every step divides without remainder. */
    private static double multinomial(int[][] kinds) {
        double orders = 1;
        int placed = 0;
        for (int[] kind : kinds) for (int i = 1; i <= kind.length; i++) orders = orders * ++placed / i;
        return orders;
    }

    /** Equal for two sets if they can be made to look alike, both with the given sign. */
    String content(int sign) {
        List<String> contents =
                blocks.stream().map(block -> block.content(sign)).toList();
        return (permutes ? contents.stream().sorted().toList() : contents).toString();
    }

    double count() {
        return orders * inside;
    }

    /** Puts these blocks to the places of a set's blocks, as {@link BlockArrangements#place} does. */
    void place(long rank, ExchangeableBlocks slots, int sign, Shuffle shuffle) {
        long left = (long) inside;
        int[] order = permutes
                ? order(rank / left)
                : IntStream.range(0, blocks.size()).toArray();
        long rest = rank % left;
        for (int slot = 0; slot < order.length; slot++) {
            BlockArrangements block = blocks.get(order[slot]);
            left /= (long) block.count();
            block.place(rest / left, slots.blocks().get(slot), sign, shuffle);
            rest %= left;
        }
    }

    /** The orders of a multiset in lexical order of their kinds; blocks of one kind come in their own order. */
    private int[] order(long rank) {
        int[] order = new int[blocks.size()], placed = new int[kinds.length];
        long left = (long) orders, rest = rank;
        for (int slot = 0; slot < order.length; slot++) {
            int kind = -1;
            long share = 0;
            do {
                rest -= share;
                kind++;
                share = left * (kinds[kind].length - placed[kind]) / (order.length - slot);
            } while (rest >= share);
            order[slot] = kinds[kind][placed[kind]++];
            left = share;
        }
        return order;
    }
}
