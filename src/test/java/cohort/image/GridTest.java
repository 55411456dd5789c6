package cohort.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid GRID = new Grid(91, 109, 91, -2, 0, 0, 90, 0, 2, 0, -126, 0, 0, 2, -72);

    private static Grid with(int entry, double change) {
        double[] affine = GRID.affine();
        affine[entry] += change;
        return new Grid(91, 109, 91, affine);
    }

    /** Float32 and texts of a few decimals leave zeros that are none and sizes a little off. */
    @Test
    void roundingIsNoDifference() {
        assertTrue(GRID.sameSpace(with(1, 1e-7)), "a zero of a quaternion");
        assertTrue(GRID.sameSpace(with(3, 1e-3)), "an origin of three decimals");
        assertTrue(GRID.sameSpace(with(0, 1e-5)), "a voxel size of five digits");
        double[] single = GRID.affine();
        Arrays.setAll(single, e -> (float) (single[e] * 1.0000001));
        assertTrue(GRID.sameSpace(new Grid(91, 109, 91, single)));
    }

    /** To a tenth of a voxel or a rounder part; halves upwards, as JavaScript rounds. */
    @Test
    void positionsHaveTheDigitsThatVoxelsSupport() {
        assertEquals(-18.7, GRID.readable(-18.7499999));
        assertEquals(55, Grid.readable(54.98, 2.7));
        assertEquals(3.21, Grid.readable(3.2149, 0.12));
        assertEquals(10.025, Grid.readable(10.0251, 0.025));
        assertEquals(0.1, Grid.readable(0.12, 0.9999999999), "1 mm up to rounding");
        assertEquals(120, Grid.readable(119.6, 12));
        Grid flat = new Grid(10, 10, 1, 0.325, 0, 0, 0, 0, 0.325, 0, 0, 0, 0, 5, 0);
        assertEquals(1.63, flat.readable(1.625), "by the shortest edge");
    }

    @Test
    void whatCanBeSeenIsADifference() {
        assertFalse(GRID.sameSpace(with(3, 0.05)), "a fortieth of a voxel");
        assertFalse(GRID.sameSpace(with(0, 1e-3)), "a tenth of a mm at the far end");
        assertFalse(GRID.sameSpace(new Grid(91, 109, 90, GRID.affine())), "a slice less");
    }

    @Test
    void theDifferenceIsSaid() {
        assertEquals(
                "53 x 63 x 46 voxels instead of 91 x 109 x 91, voxels of 3 x 3.5 x 3 mm instead of 2 x 2 x 2 mm, axes"
                        + " that run RAS instead of LAS",
                GRID.difference(new Grid(53, 63, 46, 3, 0, 0, -78, 0, 3.5, 0, -112, 0, 0, 3, -50)));
        assertEquals("0.5 mm between the same voxels where they are furthest apart", GRID.difference(with(3, 0.5)));
        assertEquals(
                "axes that run LAI instead of LAS, 180 mm between the same voxels where they are furthest apart",
                GRID.difference(new Grid(91, 109, 91, -2, 0, 0, 90, 0, 2, 0, -126, 0, 0, -2, 108)));
    }

    /** A sagittal acquisition: the file's axes run down, to the left and to the back, none of them straight. */
    @Test
    void theNearestAxesAreFoundUnderFlipsOrdersAndTilts() {
        Grid tilted = new Grid(5, 6, 7, 0.2, -0.98, 0.1, 3, 0.3, 0.1, -1.9, 4, -2.9, -0.2, 0.2, 5);
        assertArrayEquals(new int[] {1, 2, 0}, tilted.nearestAxes());
        assertArrayEquals(
                new int[] {0, 1, 2}, Grid.ofVoxelSize(2, 2, 2, -1, 9, -3).nearestAxes());
    }
}
