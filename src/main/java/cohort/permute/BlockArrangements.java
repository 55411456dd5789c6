package cohort.permute;

import java.util.Arrays;
import java.util.List;

/**
 * The arrangements of what is inside a block that give different designs: both signs of the subjects that keep their
 * places, times the arrangements of each set of exchangeable blocks.
 */
final class BlockArrangements {
    private final int[] rigid;
    private final boolean flips;
    private final List<SetArrangements> sets;
    private final String content;
    private final double count;

    /**
     * @param flippable whether the block's sign may be flipped
     * @param scheme what is done to exchangeable blocks
     * @param rows which subjects' rows are alike
     */
    BlockArrangements(Block block, boolean flippable, ShuffleScheme scheme, RowClasses rows) {
        rigid = block.rigid();
        int[] codes = Arrays.stream(rigid).map(i -> rows.codes()[i]).toArray();
        int first = Arrays.stream(codes).filter(code -> code != 0).findFirst().orElse(0);
        flips = flippable && first != 0;
        sets = block.sets().stream()
                .map(set -> new SetArrangements(set, scheme, rows))
                .toList();
        int sign = flips ? Integer.signum(first) : 1;
        content = Arrays.toString(Arrays.stream(codes).map(code -> sign * code).toArray())
                + sets.stream().map(SetArrangements::content).toList();
        count = (flips ? 2 : 1)
                * sets.stream().mapToDouble(SetArrangements::count).reduce(1, (a, b) -> a * b);
    }

    /** Equal for two blocks if they can be made to look alike, each by its own arrangements. */
    String content() {
        return content;
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
     * @param shuffle takes who comes where with which sign
     */
    void place(long rank, Block slot, Shuffle shuffle) {
        long left = (long) count;
        if (flips) left /= 2;
        int sign = rank < left ? 1 : -1;
        for (int i = 0; i < rigid.length; i++) {
            shuffle.row()[slot.rigid()[i]] = rigid[i];
            shuffle.sign()[slot.rigid()[i]] = sign;
        }
        long rest = sign == 1 ? rank : rank - left;
        for (int s = 0; s < sets.size(); s++) {
            left /= (long) sets.get(s).count();
            sets.get(s).place(rest / left, slot.sets().get(s), shuffle);
            rest %= left;
        }
    }
}
