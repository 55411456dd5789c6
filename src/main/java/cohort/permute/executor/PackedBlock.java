package cohort.permute.executor;

import cohort.permute.shuffle.Shuffle;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of shuffles as it is sent: a bit a sign, and neither rows nor signs that are as they were.
 *
 * @param first the number of the first shuffle
 * @param subjects how many each shuffle relabels
 * @param rows for each shuffle its rows; none if they stay where they are
 * @param negative for each shuffle the subjects whose sign is flipped
 */
record PackedBlock(int first, int subjects, int[][] rows, long[][] negative) implements Serializable {

    static PackedBlock of(ShuffleBlock block) {
        List<Shuffle> shuffles = block.shuffles();
        return new PackedBlock(
                block.first(),
                shuffles.isEmpty() ? 0 : shuffles.get(0).row().length,
                shuffles.stream().map(PackedBlock::rows).toArray(int[][]::new),
                shuffles.stream().map(PackedBlock::negative).toArray(long[][]::new));
    }

    private static int[] rows(Shuffle shuffle) {
        int[] row = shuffle.row();
        return IntStream.range(0, row.length).allMatch(i -> row[i] == i) ? new int[0] : row;
    }

    private static long[] negative(Shuffle shuffle) {
        BitSet bits = new BitSet();
        for (int i = 0; i < shuffle.sign().length; i++) bits.set(i, shuffle.sign()[i] < 0);
        return bits.toLongArray();
    }

    private Object readResolve() {
        return new ShuffleBlock(
                first, IntStream.range(0, rows.length).mapToObj(this::shuffle).toList());
    }

    private Shuffle shuffle(int k) {
        int[] row = rows[k].length == 0 ? IntStream.range(0, subjects).toArray() : rows[k], sign = new int[subjects];
        Arrays.fill(sign, 1);
        BitSet.valueOf(negative[k]).stream().forEach(i -> sign[i] = -1);
        return new Shuffle(row, sign);
    }
}
