package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The numbers were printed by NumPy's RandomState. */
class NumpyRandomTest {

    @Test
    void flipsTheSignsOfNilearnsFirstJob() {
        StringBuilder text = new StringBuilder();
        for (int sign : new SignFlips(16).random(0).next().sign()) text.append(sign > 0 ? '+' : '-');
        assertEquals("-+-+++-+-++++--+", text.toString());
    }

    @Test
    void permutesAsNilearnsFirstJob() {
        int[] expected = {10, 3, 7, 12, 15, 8, 2, 13, 5, 4, 14, 11, 9, 6, 1, 0};
        assertArrayEquals(expected, new Permutations(16).random(0).next().row());
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
