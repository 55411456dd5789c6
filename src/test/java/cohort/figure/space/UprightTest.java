package cohort.figure.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import org.junit.jupiter.api.Test;

class UprightTest {

    @Test
    void aMapAlongTheAxesIsTakenAsItIs() {
        double[] values = new double[24];
        assertSame(
                values,
                Upright.of(new Grid(4, 3, 2, 0, 2, 0, 0, 0, 0, -3, 0, -1, 0, 0, 5), values)
                        .values());
    }

    @Test
    void aRotatedMapKeepsItsValuesWhereTheyWere() {
        double c = Math.cos(0.3), s = Math.sin(0.3);
        Grid grid = new Grid(20, 24, 18, 2 * c, -2 * s, 0, 5, 2 * s, 2 * c, 0, -30, 0, 0, 3, 1);
        double[] values = new double[grid.voxels()];
        for (int k = 0; k < grid.nz(); k++)
            for (int j = 0; j < grid.ny(); j++)
                for (int i = 0; i < grid.nx(); i++) values[grid.index(i, j, k)] = linear(grid.toMm(i, j, k));
        Upright map = Upright.of(grid, values);
        SpaceAxes axes = map.axes();
        int compared = 0;
        for (int z = 0; z < axes.size(2); z++)
            for (int y = 0; y < axes.size(1); y++)
                for (int x = 0; x < axes.size(0); x++) {
                    double[] mm = {middle(axes, 0, x), middle(axes, 1, y), middle(axes, 2, z)};
                    double[] at = grid.toVoxel(mm[0], mm[1], mm[2]);
                    if (at[0] < 0 || at[0] > 19 || at[1] < 0 || at[1] > 23 || at[2] < 0 || at[2] > 17) continue;
                    // Trilinear interpolation is exact for a linear function.
                    assertEquals(linear(mm), map.values()[axes.index(x, y, z)], 1e-9);
                    compared++;
                }
        assertTrue(compared > 0.9 * 19 * 23 * 17, "voxels inside: " + compared);
    }

    private static double middle(SpaceAxes axes, int space, int index) {
        return axes.low(space) + (index + 0.5) * axes.spacing(space);
    }

    private static double linear(double[] mm) {
        return 100 + mm[0] - 2 * mm[1] + 0.5 * mm[2];
    }

    @Test
    void theLeftHalfEndsAtTheOriginOfATemplateAndElseInTheMiddle() {
        assertEquals(0, new SpaceAxes(new Grid(47, 2, 2, -3.4375, 0, 0, 79.0625, 0, 1, 0, 0, 0, 0, 1, 0)).middle());
        assertEquals(4.5, new SpaceAxes(Grid.ofVoxelSize(10, 2, 2, 1, 1, 1)).middle());
    }
}
