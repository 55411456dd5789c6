package cohort.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class SampleBrainTest {
    private static final Grid GRID = SampleBrain.GRID;
    private static final boolean[] INSIDE = SampleBrain.inside();

    @Test
    void isAboutAsLargeAsTheMaskOfTheLocalizer() {
        int size = SampleCohort.brain().size();
        assertTrue(size > 50_000 && size < 60_000, "found " + size + " voxels, the localizer's mask has 56,175");
    }

    /** The background rule takes the value of the background from a border of two voxels. */
    @Test
    void leavesABorderOfTwoVoxels() {
        forEach((i, j, k) -> {
            boolean border = i < 2 || j < 2 || k < 2 || i > 50 || j > 60 || k > 43;
            assertFalse(border && contains(i, j, k), i + " " + j + " " + k);
        });
    }

    @Test
    void sidesMirrorEachOther() {
        forEach((i, j, k) -> assertEquals(contains(i, j, k), contains(52 - i, j, k), i + " " + j + " " + k));
    }

    @Test
    void isOnePiece() {
        boolean[] seen = new boolean[INSIDE.length];
        ArrayDeque<Integer> front = new ArrayDeque<>();
        int start = GRID.index(27, 31, 22), reached = 0;
        seen[start] = true;
        front.add(start);
        while (!front.isEmpty()) {
            int v = front.remove();
            reached++;
            for (int stride : new int[] {1, 53, 53 * 63})
                for (int n : new int[] {v - stride, v + stride})
                    if (INSIDE[n] && !seen[n]) {
                        seen[n] = true;
                        front.add(n);
                    }
        }
        assertEquals(SampleCohort.brain().size(), reached);
    }

    @Test
    void aFissurePartsTheHemispheresAboveTheCore() {
        double[] top = GRID.toVoxel(0, -20, 52), core = GRID.toVoxel(0, -20, 7);
        assertFalse(contains(26, (int) top[1], (int) top[2]));
        assertTrue(contains(25, (int) top[1], (int) top[2]) && contains(27, (int) top[1], (int) top[2]));
        assertTrue(contains(26, (int) core[1], (int) core[2]));
    }

    private interface Check {
        void at(int i, int j, int k);
    }

    private static void forEach(Check check) {
        for (int k = 0; k < 46; k++) for (int j = 0; j < 63; j++) for (int i = 0; i < 53; i++) check.at(i, j, k);
    }

    private static boolean contains(int i, int j, int k) {
        return INSIDE[GRID.index(i, j, k)];
    }
}
