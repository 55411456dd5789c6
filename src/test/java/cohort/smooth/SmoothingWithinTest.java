package cohort.smooth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothingWithinTest {
    private static final Grid GRID = Grid.ofVoxelSize(9, 7, 5, 2, 3, 4);

    private static int[] some(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, GRID.voxels())
                .filter(v -> random.nextInt(3) > 0)
                .toArray();
    }

    @Test
    void aConstantStaysTheSameUpToTheBorder() {
        int[] voxels = some(1);
        double[] map = new double[voxels.length];
        Arrays.fill(map, 7);
        new SmoothingWithin(GRID, voxels, 9).smooth(map);
        for (double value : map) assertEquals(7, value, 1e-12);
    }

    /** The definition: each voxel the mean of all, weighted by the Gaussian of their distance, cut at ⌊4σ + 0.5⌋ voxels. */
    @Test
    void eachVoxelIsTheWeightedMeanOfThoseAroundIt() {
        int[] voxels = some(2);
        double[] map = new Random(3).doubles(voxels.length).toArray(), expected = new double[map.length];
        for (int a = 0; a < map.length; a++) {
            double sum = 0, weights = 0;
            for (int b = 0; b < map.length; b++) {
                double weight = 1;
                for (int axis = 0; axis < 3; axis++) {
                    double sigma = 6 / Math.sqrt(8 * Math.log(2)) / GRID.voxelSize(axis);
                    int apart = Math.abs(GRID.coordinate(voxels[a], axis) - GRID.coordinate(voxels[b], axis));
                    weight *= apart > (int) (4 * sigma + 0.5) ? 0 : Math.exp(-apart * apart / (2 * sigma * sigma));
                }
                sum += weight * map[b];
                weights += weight;
            }
            expected[a] = sum / weights;
        }
        new SmoothingWithin(GRID, voxels, 6).smooth(map);
        assertArrayEquals(expected, map, 1e-12);
    }

    @Test
    void aWidthOfNothingLeavesTheMap() {
        int[] voxels = some(4);
        double[] map = new Random(5).doubles(voxels.length).toArray(), before = map.clone();
        new SmoothingWithin(GRID, voxels, 0).smooth(map);
        assertArrayEquals(before, map);
    }
}
