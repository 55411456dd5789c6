package cohort.permute.shuffle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** The numbers were printed by NumPy's RandomState. */
class NumpyRandomTest {
    private static Iterator<Shuffle> random(ShuffleScheme scheme, int seed) {
        RowClasses rows = RowClasses.of(new double[][] {new double[16]});
        return new BlockShuffling(scheme, BlockTree.free(16), rows).random(seed);
    }

    private static String text(Shuffle shuffle) {
        StringBuilder text = new StringBuilder();
        for (int sign : shuffle.sign()) text.append(sign > 0 ? '+' : '-');
        return text.toString();
    }

    @Test
    void flipsTheSignsOfNilearnsFirstJob() {
        Iterator<Shuffle> flips = random(ShuffleScheme.FLIPS, 0);
        assertEquals("-+-+++-+-++++--+", text(flips.next()));
    }

    @Test
    void permutesAsNilearnsFirstJob() {
        int[] expected = {10, 3, 7, 12, 15, 8, 2, 13, 5, 4, 14, 11, 9, 6, 1, 0};
        assertArrayEquals(expected, random(ShuffleScheme.PERMUTATIONS, 0).next().row());
    }

    @Test
    void takesThePermutationFirstWhereBothAreDrawn() {
        Iterator<Shuffle> both = random(ShuffleScheme.BOTH, 0);
        Shuffle first = both.next(), second = both.next();
        assertArrayEquals(random(ShuffleScheme.PERMUTATIONS, 0).next().row(), first.row());
        NumpyRandom stream = NumpyRandom.ofFirstJob(0);
        stream.permutation(16);
        int[] signs = new int[16];
        for (int i = 0; i < 16; i++) signs[i] = 2 * stream.bounded(1) - 1;
        assertArrayEquals(signs, first.sign());
        int[] order = stream.permutation(16);
        for (int i = 0; i < 16; i++) {
            assertEquals(first.row()[order[i]], second.row()[i]);
            assertEquals(first.sign()[order[i]] * (2 * stream.bounded(1) - 1), second.sign()[i]);
        }
    }

    @Test
    void seedsTheFirstJobAsNilearn() {
        assertEquals(
                new NumpyRandom(209652397).bounded(1 << 30),
                NumpyRandom.ofFirstJob(0).bounded(1 << 30));
        assertEquals(
                new NumpyRandom(1608637543).bounded(1 << 30),
                NumpyRandom.ofFirstJob(42).bounded(1 << 30));
    }
}
