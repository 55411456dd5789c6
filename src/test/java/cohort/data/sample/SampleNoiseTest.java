package cohort.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;

class SampleNoiseTest {
    private static final Grid GRID = Grid.ofVoxelSize(128, 120, 100, 3, 2, 2.5);
    private static final float[] NOISE = SampleNoise.draw(GRID, new MersenneTwister(1));

    /** About 90,000 independent values: the variance is known to 0.005. */
    @Test
    void hasMeanZeroAndVarianceOne() {
        double sum = 0, squares = 0;
        for (float value : NOISE) {
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / NOISE.length, 0.02);
        assertEquals(1, squares / NOISE.length, 0.02);
    }

    /**
     * White noise smoothed by a Gaussian of sigma is correlated by exp(-d² / 4 sigma²) at distance d, if the voxels are
     * no larger than about sigma.
     */
    @Test
    void isCorrelatedAsAFwhmOfSixMillimetresSays() {
        double sigma = 6 / Math.sqrt(8 * Math.log(2));
        for (int axis = 0; axis < 3; axis++)
            for (int lag = 1; lag <= 3; lag++) {
                double d = lag * GRID.voxelSize(axis);
                assertEquals(Math.exp(-d * d / (4 * sigma * sigma)), correlation(axis, lag), 0.02, axis + " " + lag);
            }
    }

    private static double correlation(int axis, int lag) {
        double sum = 0, squares = 0;
        for (int k = 0, v = 0; k < GRID.nz(); k++)
            for (int j = 0; j < GRID.ny(); j++)
                for (int i = 0; i < GRID.nx(); i++, v++) {
                    int i2 = (i + (axis == 0 ? lag : 0)) % GRID.nx(), j2 = (j + (axis == 1 ? lag : 0)) % GRID.ny();
                    sum += NOISE[v] * NOISE[GRID.index(i2, j2, (k + (axis == 2 ? lag : 0)) % GRID.nz())];
                    squares += NOISE[v] * NOISE[v];
                }
        return sum / squares;
    }
}
