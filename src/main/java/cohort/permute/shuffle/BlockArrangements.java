package cohort.permute.shuffle;

import java.util.Arrays;
import java.util.List;

/**
 * The arrangements of what is inside a block that give different designs: those of each set of exchangeable blocks, times both
 * signs of all subjects together where the block has a sign and this makes a difference.
 */
final class BlockArrangements {
    private final int[] rigid;
    private final boolean flips;
    private final List<SetArrangements> sets;
    private final String content, mirrored;
    private final double count;

    /**
     * @param flippable whether the block's sign may be flipped
     * @param insideFlippable whether the signs of the blocks inside may be flipped; not together with its own
     * @param permutes whether exchangeable blocks are exchanged
     * @param rows which subjects' rows are alike
     */
    BlockArrangements(Block block, boolean flippable, boolean insideFlippable, boolean permutes, RowClasses rows) {
        rigid = block.rigid();
        sets = block.sets().stream()
                .map(set -> new SetArrangements(set, insideFlippable, permutes, rows))
                .toList();
        String plus = content(rows, 1), minus = content(rows, -1);
        flips = flippable && !plus.equals(minus);
        boolean swapped = flips && minus.compareTo(plus) < 0;
        content = swapped ? minus : plus;
        mirrored = flips ? content : minus;
        count = (flips ? 2 : 1)
                * sets.stream().mapToDouble(SetArrangements::count).reduce(1, (a, b) -> a * b);
    }

    private String content(RowClasses rows, int sign) {
        int[] codes = Arrays.stream(rigid).map(i -> sign * rows.codes()[i]).toArray();
        return Arrays.toString(codes)
                + sets.stream().map(set -> set.content(sign)).toList();
    }

    /**
     * Equal for two blocks if they can be made to look alike, each by its own arrangements.
     *
     * @param sign -1 for what the block looks like after a flip
     */
    String content(int sign) {
        return sign > 0 ? content : mirrored;
    }

    /** How many arrangements there are. */
    double count() {
        return count;
    }

    /**
     * Puts this block's subjects, in one of its arrangements, to the places of a block.
     *
     * @param rank the arrangement's number, from 0
     * @param slot whose subjects' places are taken
     * @param outer the sign of what the block is in
     * @param shuffle takes who comes where with which sign
     */
    void place(long rank, Block slot, int outer, Shuffle shuffle) {
        long left = (long) count;
        if (flips) left /= 2;
        int sign = rank < left ? outer : -outer;
        for (int i = 0; i < rigid.length; i++) {
            shuffle.row()[slot.rigid()[i]] = rigid[i];
            shuffle.sign()[slot.rigid()[i]] = sign;
        }
        long rest = rank < left ? rank : rank - left;
        for (int s = 0; s < sets.size(); s++) {
            left /= (long) sets.get(s).count();
            sets.get(s).place(rest / left, slot.sets().get(s), sign, shuffle);
            rest %= left;
        }
    }
}
