package cohort.report.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatticeTest {
    private static final double C = Math.cos(0.3), S = Math.sin(0.3);

    /** Stored along x, y, z; to the left; with other axes first; askew; askew and flipped. */
    static Stream<Grid> grids() {
        return Stream.of(
                Grid.ofVoxelSize(7, 8, 9, 2, 3, 4),
                new Grid(7, 8, 9, -2, 0, 0, 5, 0, 3, 0, -1, 0, 0, 4, 2),
                new Grid(7, 8, 9, 0, 0, 2, -3, -3, 0, 0, 9, 0, 4, 0, 1),
                new Grid(7, 8, 9, 2 * C, -3 * S, 0, 5, 2 * S, 3 * C, 0, -1, 0, 0, 4, 2),
                new Grid(7, 8, 9, -2 * C, 3 * S, 0, 5, -2 * S, -3 * C, 0, -1, 0, 0, -4, 2));
    }

    private static Mask mask(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        for (int k = 3; k < 6; k++)
            for (int j = 2; j < 5; j++) for (int i = 3; i < 5; i++) inside[grid.index(i, j, k)] = true;
        return Mask.of(grid, inside);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void voxelsStayWhereTheyAre(Grid grid) {
        Lattice lattice = Lattice.around(mask(grid), 1);
        Grid upright = lattice.grid(1);
        int[] indices = lattice.fileIndices();
        for (int v = 0; v < indices.length; v++) assertArrayEquals(grid.toMm(indices[v]), upright.toMm(v), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void stepsRunToTheRightToTheFrontAndUp(Grid grid) {
        Grid upright = Lattice.around(mask(grid), 1).grid(1);
        for (int s = 0; s < 3; s++) {
            assertTrue(upright.affine(s, s) > 0.5 * upright.voxelSize(s), upright.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theBoxHoldsTheMaskAndAMargin(Grid grid) {
        Mask mask = mask(grid);
        Lattice lattice = Lattice.around(mask, 1);
        boolean[] inside = mask.inside();
        int held = 0;
        for (int index : lattice.fileIndices()) if (inside[index]) held++;
        assertEquals(mask.size(), held);
        assertEquals(4 * 5 * 5, lattice.voxels());
        assertEquals(mask(Grid.ofVoxelSize(7, 8, 9, 1, 1, 1)).size(), held);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void partsOfAVoxelFillIt(Grid grid) {
        Lattice lattice = Lattice.around(mask(grid), 1);
        Grid whole = lattice.grid(1), parts = lattice.grid(3);
        assertEquals(27 * whole.voxels(), parts.voxels());
        assertArrayEquals(whole.toMm(0, 0, 0), parts.toMm(1, 1, 1), 1e-9);
        assertArrayEquals(whole.toMm(2, 1, 3), parts.toMm(7, 4, 10), 1e-9);
        assertArrayEquals(whole.toMm(-0.5, -0.5, -0.5), parts.toMm(-0.5, -0.5, -0.5), 1e-9);
    }
}
