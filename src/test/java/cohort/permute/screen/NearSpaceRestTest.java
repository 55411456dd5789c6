package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.matrix.VoxelMatrix;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a space near a tile's data says of nuisance columns, against double precision with all voxels. */
class NearSpaceRestTest {
    private static final int VOXELS = VoxelTile.SIZE, SHUFFLES = 11;

    @ParameterizedTest
    @CsvSource({"385, 9, 1, 12, 0.1", "513, 9, 1, 12, 0.1", "600, 80, 2, 12, 0.3", "520, 12, 1, 1, 0.9"})
    void neverSaysTooMuchAndRulesOutNoneThatMatters(
            int subjects, int columns, int effects, int width, double mostKept) {
        Random random = new Random(subjects);
        double[][][] designs = new double[SHUFFLES][][];
        for (int k = 0; k < SHUFFLES; k++) designs[k] = Orthonormal.columns(random, subjects, columns);
        VoxelTile tile = tile(random, subjects, width, designs);
        NearSpaceRest rest = new NearSpaceRest(new DesignBatch(subjects, effects, columns));
        rest.prepare(SHUFFLES, k -> designs[k]);
        rest.load(tile);
        float[][] inner = new float[effects][VOXELS];
        float[] least = new float[VOXELS], gained = new float[VOXELS];
        int kept = 0;
        for (int k = 0; k < SHUFFLES; k++) {
            rest.bound(k, inner, least);
            Arrays.fill(gained, 0);
            for (float[] effect : inner) FloatProducts.addSquares(effect, gained);
            double[] effect = new double[VOXELS], left = new double[VOXELS];
            for (int v = 0; v < VOXELS; v++) {
                int voxel = v;
                double[] unit = Arrays.stream(tile.residuals())
                        .mapToDouble(row -> row[voxel])
                        .toArray();
                left[v] = 1;
                for (int c = 0; c < columns; c++) {
                    double exact = Products.dot(designs[k][c], unit);
                    left[v] -= exact * exact;
                    if (c < effects) effect[v] += exact * exact;
                }
                assertTrue(least[v] <= left[v] + rest.error(), least[v] + " of " + left[v]);
                assertTrue(left[v] <= rest.most(k, v), left[v] + " of at most " + rest.most(k, v));
            }
            for (double level : new double[] {0.12, 0.2, 0.5}) {
                Limit limit = Limit.of(level, effects, rest);
                int[] found = IntStream.range(0, VOXELS)
                        .filter(v -> !limit.isMet(least[v], gained[v]))
                        .toArray();
                int count = rest.refine(k, gained, least, limit, found, found.length);
                for (int v = 0; v < VOXELS; v++)
                    if (effect[v] > level * level * (effect[v] + left[v]))
                        assertTrue(Arrays.binarySearch(found, 0, count, v) >= 0, "voxel " + v);
                kept += count;
            }
        }
        assertTrue(kept < mostKept * 3 * SHUFFLES * VOXELS, kept + " were kept");
    }

    /** Smooth noise along the tile, and voxels that a shuffled design nearly explains or where one subject is far off. */
    private static VoxelTile tile(Random random, int subjects, int width, double[][][] designs) {
        double[] data = new double[subjects * VOXELS];
        for (int i = 0; i < subjects; i++) {
            double[] noise = random.doubles(VOXELS + 2 * width, -1, 1).toArray();
            for (int v = 0; v < VOXELS; v++) {
                double sum = 0;
                for (int w = 0; w < 2 * width; w++) sum += noise[v + w] * Math.min(w + 1, 2 * width - w);
                data[i * VOXELS + v] = switch (v % 64) {
                    case 5 -> designs[v % SHUFFLES][v % designs[0].length][i] + 1e-4 * sum;
                    case 6 -> i == v % subjects ? 1e5 : sum;
                    default -> sum;
                };
            }
        }
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, subjects)), new double[0][]);
        tile.moveTo(0);
        return tile;
    }
}
