package cohort.image.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import java.util.Arrays;
import net.imglib2.type.numeric.real.FloatType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
    private static final Volume MAP = TinyCohort.volumes()[2];

    private static Grid target(String name) {
        return name.equals("askew")
                ? new Grid(9, 8, 7, 0.4, 3.7, -0.3, -17.37, -3.2, 0.5, 0.2, 15.13, 0.3, 0.1, -4.1, 13.73)
                : new Grid(8, 9, 6, 4.7, 0, 0, -19.4, 0, 5.3, 0, -23.1, 0, 0, 6.1, -21.9);
    }

    /** nilearn.image.resample_img, src/test/reference/resampling.py. */
    @ParameterizedTest
    @CsvSource({"askew, nearest", "askew, linear", "askew, cubic", "coarse, nearest", "coarse, linear", "coarse, cubic"
    })
    void isThatOfNilearn(String grid, String interpolation) {
        double[] expected = ReferenceTable.read("resampled-" + grid + ".tsv").numbers(interpolation);
        Volume resampled = Resampling.resample(MAP, target(grid), Interpolation.named(interpolation), 0.0);
        assertArrayEquals(expected, resampled.values(), 1e-12 * 64);
        assertTrue(Arrays.stream(expected).filter(v -> v != 0).count() > 150);
    }

    /** scipy.ndimage.map_coordinates([1, 4, 2, 8], order=3, mode="mirror"), and of [1, 4]. */
    @Test
    void theSplineOfAShortLineIsThatOfScipy() {
        double[] values = {1, 4, 2, 8};
        double[] at = {0, 0.25, 0.5, 1, 1.3, 2, 2.5, 2.9, 3};
        double[] expected = {1, 1.46875, 2.5, 4, 3.379, 2, 5.375, 7.859, 8};
        assertSpline(values, at, expected);
        assertSpline(new double[] {1, 4}, new double[] {0, 0.25, 0.5, 0.9}, new double[] {1, 1.46875, 2.5, 3.916});
        assertSpline(new double[] {7}, new double[] {0}, new double[] {7});
    }

    private static void assertSpline(double[] values, double[] at, double[] expected) {
        Volume line = Volume.of(Grid.ofVoxelSize(values.length, 1, 1, 1, 1, 1), values.clone());
        for (int p = 0; p < at.length; p++) {
            Grid point = new Grid(1, 1, 1, 1, 0, 0, at[p], 0, 1, 0, 0, 0, 0, 1, 0);
            double[] value = Resampling.resample(line, point, Interpolation.named("cubic"), Double.NaN)
                    .values();
            assertEquals(expected[p], value[0], 1e-12, "at " + at[p]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "linear", "cubic"})
    void onItsOwnGridAVolumeStaysAsItIs(String interpolation) {
        Volume same = Resampling.resample(MAP, MAP.grid(), Interpolation.named(interpolation), Double.NaN);
        assertArrayEquals(MAP.values(), same.values(), 1e-12 * 64);
    }

    /** A cubic spline and all below it reproduce what is linear in mm, whatever the grids. */
    @ParameterizedTest
    @ValueSource(strings = {"linear", "cubic"})
    void aRampStaysARamp(String interpolation) {
        Grid grid = new Grid(24, 26, 22, 2.9, 0.3, -0.4, -33, -0.31, 2.8, 0.5, -38, 0.42, -0.45, 3.3, -33);
        double[] ramp = new double[grid.voxels()];
        for (int v = 0; v < ramp.length; v++) ramp[v] = ramp(grid, v);
        Grid inner = new Grid(2, 3, 2, 0.2, 0.1, 1, 0.3, 1.2, 0.1, 0.2, 1.4, 0.1, 0.9, 0.1, -1);
        double[] found = Resampling.resample(
                        Volume.of(grid, ramp), inner, Interpolation.named(interpolation), Double.NaN)
                .values();
        // The mirrored border bends the spline, which dies out by a factor of 3.7 a voxel.
        double tolerance = interpolation.equals("linear") ? 1e-12 : 1e-3;
        for (int v = 0; v < found.length; v++) assertEquals(ramp(inner, v), found[v], tolerance);
    }

    private static double ramp(Grid grid, int v) {
        double[] mm = grid.toMm(v % grid.nx(), v / grid.nx() % grid.ny(), v / (grid.nx() * grid.ny()));
        return 2 * mm[0] - 3 * mm[1] + 0.5 * mm[2] + 1;
    }

    @Test
    void beyondTheOutermostCentresThereIsNoData() {
        Volume line = Volume.of(Grid.ofVoxelSize(3, 1, 1, 2, 1, 1), new float[] {1, 2, 4});
        Grid wider = new Grid(7, 1, 1, 1, 0, 0, -1.0000001, 0, 1, 0, 0, 0, 0, 1, 0);
        Volume resampled = Resampling.resample(line, wider, Interpolation.named("linear"), Double.NaN);
        assertArrayEquals(new double[] {Double.NaN, 1, 1.5, 2, 3, 4, Double.NaN}, resampled.values(), 1e-6);
        assertEquals(FloatType.class, resampled.voxels().getType().getClass());
    }

    @Test
    void whatIsNextToAValueThatIsNotFiniteIsNotKnown() {
        Volume line = Volume.of(
                Grid.ofVoxelSize(6, 1, 1, 1, 1, 1), new double[] {1, 2, Double.NaN, 4, Double.POSITIVE_INFINITY, 6});
        Grid finer = Grid.ofVoxelSize(11, 1, 1, 0.5, 1, 1);
        double nan = Double.NaN;
        assertArrayEquals(
                new double[] {1, 1.5, 2, nan, nan, nan, 4, nan, nan, nan, 6},
                Resampling.resample(line, finer, Interpolation.named("linear"), 0.0)
                        .values());
        double[] cubic = Resampling.resample(line, finer, Interpolation.named("cubic"), 0.0)
                .values();
        for (int v : new int[] {3, 4, 5, 7, 8, 9}) assertTrue(Double.isNaN(cubic[v]), "voxel " + v);
        for (int v : new int[] {0, 1, 2, 6, 10}) assertTrue(Double.isFinite(cubic[v]), "voxel " + v);
    }

    /** Every way to store the same voxels: each comes back in the order of the first, to the last bit. */
    @Property(tries = 60)
    void theOrderOfStorageIsResolvedByTheAffine(
            @ForAll @IntRange(min = 0, max = 5) int permutation, @ForAll @IntRange(min = 0, max = 7) int flips) {
        Volume map = ordered(MAP, permutation, flips);
        Volume back = Resampling.reorder(map, MAP.grid()).orElseThrow();
        assertEquals(MAP.grid(), back.grid());
        assertArrayEquals(MAP.values(), back.values());
    }

    @Test
    void otherPlacesAreNoOtherOrder() {
        Grid grid = MAP.grid();
        for (double shift : new double[] {0.5, 3}) {
            double[] affine = grid.affine();
            affine[3] += shift;
            assertTrue(Resampling.reorder(MAP, new Grid(14, 16, 13, affine)).isEmpty(), shift + " mm to the right");
        }
        assertTrue(Resampling.reorder(MAP, new Grid(13, 16, 13, grid.affine())).isEmpty(), "a voxel less");
        assertTrue(Resampling.reorder(MAP, target("askew")).isEmpty(), "askew");
    }

    /** The same voxels in another order: axes permuted, some turned around. */
    private static Volume ordered(Volume map, int permutation, int flips) {
        int[][] all = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int[] axes = all[permutation];
        Grid grid = map.grid();
        double[] values = map.values(), affine = new double[12];
        for (int r = 0; r < 3; r++) affine[4 * r + 3] = grid.affine(r, 3);
        for (int c = 0; c < 3; c++)
            for (int r = 0; r < 3; r++) {
                double step = grid.affine(r, axes[c]);
                boolean back = (flips >> c & 1) == 1;
                affine[4 * r + c] = back ? -step : step;
                if (back) affine[4 * r + 3] += step * (grid.size(axes[c]) - 1);
            }
        Grid other = new Grid(grid.size(axes[0]), grid.size(axes[1]), grid.size(axes[2]), affine);
        double[] moved = new double[values.length];
        for (int k = 0; k < other.nz(); k++)
            for (int j = 0; j < other.ny(); j++)
                for (int i = 0; i < other.nx(); i++) {
                    int[] there = {i, j, k}, here = new int[3];
                    for (int c = 0; c < 3; c++)
                        here[axes[c]] = (flips >> c & 1) == 1 ? other.size(c) - 1 - there[c] : there[c];
                    moved[other.index(i, j, k)] = values[grid.index(here[0], here[1], here[2])];
                }
        return Volume.of(other, moved);
    }

    @Test
    void anUnknownInterpolationIsNamed() {
        String message = assertThrows(InputException.class, () -> Interpolation.named("spline"))
                .getMessage();
        assertTrue(
                message.startsWith("resample: found spline, expected no, or one of nearest, linear, cubic"), message);
    }
}
