package cohort.data.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SampleAnatomyTest {
    private static final int FLUID = 100, WHITE = 200;

    private static Volume image;
    private static double[] values;

    @BeforeAll
    static void draw() {
        image = SampleAnatomy.image();
        values = image.values();
    }

    private static double at(double x, double y, double z) {
        double[] voxel = image.grid().toVoxel(x, y, z);
        return values[
                image.grid().index((int) Math.round(voxel[0]), (int) Math.round(voxel[1]), (int) Math.round(voxel[2]))];
    }

    @Test
    void itIsTheSameOnAnyNumberOfThreads() {
        Parallelization.runSingleThreaded(
                () -> assertArrayEquals(values, SampleAnatomy.image().values()));
    }

    @Test
    void itCoversTheBrainAndNothingElse() {
        Grid grid = image.grid();
        boolean[] inside = SampleBrain.inside(grid);
        for (int v = 0; v < values.length; v++) assertEquals(inside[v], values[v] > 0, "voxel " + v);
        double[] first = grid.toMm(-0.5, -0.5, -0.5), maps = SampleBrain.GRID.toMm(-0.5, -0.5, -0.5);
        assertArrayEquals(maps, first, 1e-9, "the outer corner");
    }

    @Test
    void tissuesHaveTheSharesOfABrain() {
        double brain =
                IntStream.range(0, values.length).filter(v -> values[v] > 0).count();
        double fluid = count(1, FLUID) / brain, grey = count(FLUID, WHITE) / brain, white = count(WHITE, 256) / brain;
        String found = "fluid " + fluid + ", grey " + grey + ", white " + white;
        assertTrue(fluid > 0.1 && fluid < 0.25, found);
        assertTrue(grey > 0.3 && grey < 0.6, found);
        assertTrue(white > 0.3 && white < 0.6, found);
    }

    private static long count(double from, double to) {
        return IntStream.range(0, values.length)
                .filter(v -> values[v] >= from && values[v] < to)
                .count();
    }

    @Test
    void partsAreWhereTheyAre() {
        for (int side : new int[] {-1, 1}) {
            assertTrue(at(7 * side, -10, 22) < FLUID, "lateral ventricle");
            double thalamus = at(10 * side, -18, 6);
            assertTrue(thalamus > FLUID && thalamus < WHITE, "thalamus " + thalamus);
        }
        assertTrue(at(0, -10, 3) < FLUID, "third ventricle");
        assertTrue(at(0, -32, -35) > WHITE, "brain stem");
    }

    /** The ribbon is folded: below the surface, where the brain is deep, there is grey matter as well as white. */
    @Test
    void greyMatterReachesIntoTheDepthOfSulci() {
        float[] depth = SampleDepth.of(image.grid(), SampleBrain.inside(image.grid()));
        List<Integer> below = IntStream.range(0, values.length)
                .filter(v -> depth[v] > 6 && depth[v] < 10 && image.grid().toMm(v)[2] > 20)
                .boxed()
                .toList();
        double grey = below.stream().filter(v -> values[v] < WHITE).count() / (double) below.size();
        assertTrue(grey > 0.25 && grey < 0.75, "grey matter 6 to 10 mm deep: " + grey);
    }

    @Test
    void depthIsTheWayOut() {
        Grid grid = Grid.ofVoxelSize(9, 9, 9, 2, 2, 2);
        boolean[] inside = new boolean[729];
        for (int v = 0; v < inside.length; v++)
            inside[v] = IntStream.of(grid.coordinate(v, 0), grid.coordinate(v, 1), grid.coordinate(v, 2))
                    .allMatch(c -> c >= 2 && c <= 6);
        float[] depth = SampleDepth.of(grid, inside);
        assertEquals(5, depth[grid.index(4, 4, 4)], 1e-6, "the middle of a cube of 10 mm");
        assertEquals(1, depth[grid.index(2, 4, 4)], 1e-6, "a voxel of its face");
        assertEquals(0, depth[grid.index(1, 4, 4)], 1e-6);
    }
}
