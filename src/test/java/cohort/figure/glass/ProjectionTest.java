package cohort.figure.glass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Grid;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    /** numpy.random.RandomState(0).randint(-9, 10, (4, 3, 2)), i fastest. */
    private static final double[] VALUES = {
        3, 0, -3, -1, -9, -5, 5, 7, -6, 3, -4, 6, 6, 9, -2, 0, -6, -3, 8, -4, -2, -8, 4, 6
    };

    /** Stored from right to left: x = 3, 1, -1, -3 mm. */
    private static final Grid FLIPPED = new Grid(4, 3, 2, -2, 0, 0, 3, 0, 3, 0, -3, 0, 0, 4, -2);

    // Expected rows by numpy: v = where(|v| > 6), take_along_axis(v, argmax(|v|)) of the array turned to rising x.
    @ParameterizedTest
    @CsvSource({
        "X, false, 0 -9 0 9 8 -8",
        "X, true, 0 9 0 9 8 8",
        "Y, false, 7 0 0 -9 0 8 9 0",
        "Y, true, 7 0 0 9 0 8 9 0",
        "Z, false, 0 0 9 0 7 8 0 -9 0 0 -8 0",
        "Z, true, 0 0 9 0 7 8 0 9 0 0 8 0",
        "L, false, 0 7 0 0 8 0",
        "L, true, 0 7 0 0 8 0",
        "R, false, 0 -9 0 9 0 -8",
        "R, true, 0 9 0 9 0 8"
    })
    void agreesWithNumpyInEveryView(View view, boolean abs, String expected) {
        double[] x = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(x, seen(Upright.of(FLIPPED, VALUES), view, 6, abs));
        assertArrayEquals(x, seen(stored(1, 2, 0), view, 6, abs), "axes stored in the order y, z, x");
        assertArrayEquals(x, seen(stored(2, 0, 1), view, 6, abs), "axes stored in the order z, x, y");
    }

    /** The same map with its axes in another order. */
    private static Upright stored(int first, int second, int third) {
        int[] order = {first, second, third}, size = new int[3];
        double[] affine = new double[12];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = FLIPPED.size(order[axis]);
            for (int row = 0; row < 3; row++) affine[4 * row + axis] = FLIPPED.affine(row, order[axis]);
        }
        for (int row = 0; row < 3; row++) affine[4 * row + 3] = FLIPPED.affine(row, 3);
        Grid grid = new Grid(size[0], size[1], size[2], affine);
        double[] values = new double[grid.voxels()];
        int[] voxel = new int[3], original = new int[3];
        for (int v = 0; v < values.length; v++) {
            voxel[0] = v % size[0];
            voxel[1] = v / size[0] % size[1];
            voxel[2] = v / size[0] / size[1];
            for (int axis = 0; axis < 3; axis++) original[order[axis]] = voxel[axis];
            values[v] = VALUES[FLIPPED.index(original[0], original[1], original[2])];
        }
        return Upright.of(grid, values);
    }

    private static double[] seen(Upright map, View view, double threshold, boolean abs) {
        Projection projection = Projection.of(map, view, threshold, abs);
        double[] seen = new double[projection.width() * projection.height()];
        for (int p = 0; p < seen.length; p++) {
            double value = projection.value(p % projection.width(), p / projection.width());
            seen[p] = Double.isNaN(value) ? 0 : value;
        }
        return seen;
    }

    @Test
    void ofEqualDistancesTheLowestInSpaceWinsAndTheThresholdItselfIsHidden() {
        Grid row = new Grid(3, 1, 1, -1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0);
        Upright map = Upright.of(row, new double[] {5, -5, 2});
        assertEquals(-5, Projection.of(map, View.X, 4, false).value(0, 0));
        assertEquals(Double.NaN, Projection.of(map, View.X, 5, false).value(0, 0));
    }

    @Test
    void whatIsNotFiniteIsNeverSeen() {
        Grid row = Grid.ofVoxelSize(3, 1, 1, 1, 1, 1);
        Upright map = Upright.of(row, new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 0.5});
        assertEquals(0.5, Projection.of(map, View.X, 0, false).value(0, 0));
    }

    @Test
    void theWholeVoxelsHaveTheirPlaceInMm() {
        Upright map = Upright.of(FLIPPED, VALUES);
        assertEquals(
                new Rectangle2D.Double(-4, -4.5, 8, 9),
                Projection.of(map, View.Z, 0, false).mm());
        assertEquals(
                new Rectangle2D.Double(-4.5, -4, 9, 8),
                Projection.of(map, View.L, 0, false).mm());
    }
}
