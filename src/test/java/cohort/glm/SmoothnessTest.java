package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.smooth.Smoothing;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SmoothnessTest {
    private static final int MAPS = 12;
    private static final Grid GRID = Grid.ofVoxelSize(48, 40, 24, 2, 3, 4);

    /** White noise, smoothed; maps x voxels. */
    private static double[][] noise(Grid grid, double fwhm) {
        Random random = new Random(5);
        double[][] maps = new double[MAPS][];
        for (int m = 0; m < MAPS; m++)
            maps[m] = Smoothing.gaussian(
                            Volume.of(grid, random.doubles(grid.voxels(), -1, 1).toArray()), fwhm)
                    .values();
        return maps;
    }

    private static Smoothness of(double[][] maps, Mask mask, DMatrixRMaj design) {
        double[] values = new double[MAPS * mask.size()];
        for (int m = 0; m < MAPS; m++)
            for (int v = 0; v < mask.size(); v++) values[m * mask.size() + v] = maps[m][mask.gridIndex(v)];
        return Smoothness.of(ArrayImgs.doubles(values, mask.size(), MAPS), design, mask);
    }

    private static DMatrixRMaj ones() {
        DMatrixRMaj ones = new DMatrixRMaj(MAPS, 1);
        ones.fill(1);
        return ones;
    }

    @Test
    void theWidthOfTheKernelIsFound() {
        boolean[] inside = new boolean[GRID.voxels()]; // 12 mm away from the border, where smoothing meets nothing
        for (int v = 0; v < inside.length; v++)
            for (int axis = 0; axis < 3; axis++) {
                double mm = GRID.coordinate(v, axis) * GRID.voxelSize(axis);
                inside[v] = (axis == 0 || inside[v]) && mm >= 12 && mm < GRID.size(axis) * GRID.voxelSize(axis) - 12;
            }
        Mask mask = Mask.of(GRID, inside);
        Smoothness found = of(noise(GRID, 10), mask, ones());
        assertEquals(10, found.x(), 0.15);
        assertEquals(10, found.y(), 0.15);
        assertEquals(10, found.z(), 0.15);
        double mm3 = mask.size() * 24.0;
        assertEquals(mm3 / (found.x() * found.y() * found.z()), found.resels(), 1e-9 * found.resels());
    }

    /** By the definition, with plain loops, in a mask with holes and a design with a covariate. */
    @Test
    void itIsTheCorrelationOfNeighbouringResiduals() {
        double[][] maps = noise(GRID, 6);
        boolean[] inside = new boolean[GRID.voxels()];
        for (int v = 0; v < inside.length; v++) inside[v] = v % 7 != 0 && GRID.coordinate(v, 0) > 3;
        DMatrixRMaj design = new DMatrixRMaj(MAPS, 2);
        for (int m = 0; m < MAPS; m++) {
            design.set(m, 0, 1);
            design.set(m, 1, m * m);
        }
        double slope = 0, squares = 0, mean = 0;
        for (int m = 0; m < MAPS; m++) mean += (double) m * m / MAPS;
        for (int m = 0; m < MAPS; m++) squares += (m * m - mean) * (m * m - mean);
        double[][] unit = new double[GRID.voxels()][MAPS];
        for (int v = 0; v < unit.length; v++) {
            double average = 0, length = 0;
            slope = 0;
            for (int m = 0; m < MAPS; m++) {
                average += maps[m][v] / MAPS;
                slope += (m * m - mean) * maps[m][v] / squares;
            }
            for (int m = 0; m < MAPS; m++) {
                unit[v][m] = maps[m][v] - average - slope * (m * m - mean);
                length += unit[v][m] * unit[v][m];
            }
            for (int m = 0; m < MAPS; m++) unit[v][m] /= Math.sqrt(length);
        }
        int[] steps = {1, GRID.nx(), GRID.nx() * GRID.ny()};
        double[] expected = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double products = 0;
            int pairs = 0;
            for (int v = 0; v < unit.length; v++)
                if (GRID.coordinate(v, axis) > 0 && inside[v] && inside[v - steps[axis]]) {
                    for (int m = 0; m < MAPS; m++) products += unit[v][m] * unit[v - steps[axis]][m];
                    pairs++;
                }
            expected[axis] = GRID.voxelSize(axis) * Math.sqrt(-2 * Math.log(2) / Math.log(unbiased(products / pairs)));
        }
        Smoothness found = of(maps, Mask.of(GRID, inside), design);
        assertEquals(expected[0], found.x(), 1e-5);
        assertEquals(expected[1], found.y(), 1e-5);
        assertEquals(expected[2], found.z(), 1e-5);
    }

    /** Olkin and Pratt's approximation, ten degrees of freedom. */
    private static double unbiased(double r) {
        return r * (1 + (1 - r * r) / (2 * 9));
    }

    /** What a model explains, and the units of the maps, tell nothing of how smooth the errors are. */
    @Test
    void unitsAndMeansDoNotMatter() {
        double[][] maps = noise(GRID, 8);
        Smoothness before = of(maps, Mask.everywhere(GRID), ones());
        Random random = new Random(6);
        for (int v = 0; v < GRID.voxels(); v++) {
            double scale = Math.exp(3 * random.nextGaussian()), mean = 100 * random.nextGaussian();
            for (double[] map : maps) map[v] = scale * (map[v] + mean);
        }
        Smoothness after = of(maps, Mask.everywhere(GRID), ones());
        assertEquals(before.x(), after.x(), 1e-5);
        assertEquals(before.resels(), after.resels(), 1e-3);
    }

    @Test
    void aPictureHasAreasAndNoThirdWidth() {
        Grid picture = Grid.ofVoxelSize(200, 150, 1, 0.01, 0.01, 0.01);
        Smoothness found = of(noise(picture, 0.05), Mask.everywhere(picture), ones());
        assertEquals(0.05, found.x(), 0.001);
        assertEquals(0, found.z());
        assertEquals(picture.voxels() * 1e-4 / (found.x() * found.y()), found.resels(), 1e-9 * found.resels());
    }

    @Test
    void roughMapsAreNarrowerThanAVoxel() {
        Smoothness found = of(noise(GRID, 0), Mask.everywhere(GRID), ones());
        assertEquals(1, found.x(), 0.4);
    }
}
