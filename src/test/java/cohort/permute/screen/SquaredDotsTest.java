package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.matrix.VoxelMatrix;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single precision says, against double precision: off, but by no more than the bound. */
class SquaredDotsTest {
    private static final int VOXELS = VoxelTile.SIZE, SHUFFLES = 3;

    @ParameterizedTest
    @CsvSource({"5, 1, 1", "30, 7, 1", "31, 20, 3", "200, 100, 1", "600, 12, 2"})
    void theErrorIsWithinItsBound(int subjects, int columns, int effects) {
        Random random = new Random(subjects);
        double[] data = new double[subjects * VOXELS];
        for (int v = 0; v < VOXELS; v++)
            for (int i = 0; i < subjects; i++)
                data[i * VOXELS + v] = v % 3 == 0 && i == v % subjects ? 1e5 : random.nextGaussian();
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, subjects)), new double[0][]);
        tile.moveTo(0);
        double[][][] designs = new double[SHUFFLES][][];
        for (int k = 0; k < SHUFFLES; k++) designs[k] = Orthonormal.columns(random, subjects, columns);
        SquaredDots dots = new SquaredDots(subjects, effects, columns);
        dots.prepare(SHUFFLES, k -> designs[k]);
        dots.load(tile);
        float[][] inner = new float[effects][VOXELS];
        float[] left = new float[VOXELS];
        double worstInner = 0, worstLeft = 0;
        for (int k = 0; k < SHUFFLES; k++) {
            dots.bound(k, inner, left);
            for (int v = 0; v < VOXELS; v++) {
                int voxel = v;
                double[] unit = Arrays.stream(tile.residuals())
                        .mapToDouble(row -> row[voxel])
                        .toArray();
                double rest = 1, off = 0;
                for (int c = 0; c < columns; c++) {
                    double exact = Products.dot(designs[k][c], unit);
                    rest -= exact * exact;
                    if (c < effects) off += (inner[c][v] - exact) * (inner[c][v] - exact);
                }
                worstInner = Math.max(worstInner, Math.sqrt(off));
                worstLeft = Math.max(worstLeft, Math.abs(left[v] - rest));
                assertTrue(dots.most(k, v) >= rest, "what is left at most");
            }
        }
        assertTrue(worstInner > 0 && worstInner <= dots.effectError(), worstInner + " of " + dots.effectError());
        assertTrue(worstLeft > 0 && worstLeft <= dots.error(), worstLeft + " of " + dots.error());
    }
}
