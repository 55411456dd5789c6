package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.matrix.VoxelMatrix;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a few rows of Cholesky's factor say of many nuisance columns, against double precision with all of them. */
class NystromRestTest {
    private static final int VOXELS = VoxelTile.SIZE, SHUFFLES = 3;

    @ParameterizedTest
    @CsvSource({"24, 12, 1", "60, 40, 3", "120, 100, 1", "200, 100, 1", "90, 70, 2"})
    void neverSaysTooMuchAndRulesOutNoneThatMatters(int subjects, int columns, int effects) {
        Random random = new Random(subjects);
        double[][] design = Orthonormal.columns(random, subjects, columns);
        double[][] removed = Arrays.copyOfRange(design, effects, columns);
        double[][][] designs = new double[SHUFFLES][][];
        for (int k = 0; k < SHUFFLES; k++) {
            Shuffle shuffle = k == 0 ? Shuffle.identity(subjects) : shuffle(random, subjects);
            designs[k] = Arrays.stream(design).map(shuffle::apply).toArray(double[][]::new);
        }
        VoxelTile tile = tile(random, subjects, designs, removed);
        NystromRest rest = new NystromRest(subjects, removed, effects, columns, true);
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
                double off = 0;
                left[v] = 1;
                for (int c = 0; c < columns; c++) {
                    double exact = Products.dot(designs[k][c], voxel(tile, v));
                    left[v] -= exact * exact;
                    if (c >= effects) continue;
                    effect[v] += exact * exact;
                    off += (inner[c][v] - exact) * (inner[c][v] - exact);
                }
                assertTrue(least[v] <= left[v] + rest.error(), least[v] + " of " + left[v]);
                float most = least[v] + rest.beyond()[v];
                assertTrue(left[v] <= most + rest.error(), left[v] + " of at most " + most);
                assertTrue(left[v] <= rest.most(k, v), left[v] + " of at most " + rest.most(k, v));
                assertTrue(Math.sqrt(off) <= rest.effectError(), off + " of " + rest.effectError());
            }
            for (double level : new double[] {0.2, 0.5, 0.8}) {
                Limit limit = Limit.of(level, effects, rest);
                int[] found = IntStream.range(0, VOXELS)
                        .filter(v -> !limit.isMet(least[v], gained[v]))
                        .toArray();
                int count = rest.refine(k, gained, least, limit, found, found.length);
                List<Integer> all = Arrays.stream(found, 0, count).boxed().toList();
                for (int v = 0; v < VOXELS; v++)
                    if (effect[v] > level * level * (effect[v] + left[v]))
                        assertTrue(Collections.binarySearch(all, v) >= 0, "voxel " + v);
                kept += count;
            }
            float[] known = least.clone();
            int[] odd = IntStream.range(0, VOXELS / 2).map(v -> 2 * v + 1).toArray();
            rest.know(k, known, odd, odd.length);
            for (int v = 0; v < VOXELS; v++) assertEquals(v % 2 == 0 ? least[v] : left[v], known[v], rest.error());
        }
        assertTrue(kept < 0.5 * 3 * SHUFFLES * VOXELS, kept + " of all were kept");
    }

    /** Noise, one subject far off, and voxels that a shuffled design nearly explains. */
    private static VoxelTile tile(Random random, int subjects, double[][][] designs, double[][] removed) {
        double[] data = new double[subjects * VOXELS];
        for (int v = 0; v < VOXELS; v++)
            for (int i = 0; i < subjects; i++)
                data[i * VOXELS + v] = switch (v % 4) {
                    case 0 -> i == v % subjects ? 1e5 : random.nextGaussian();
                    case 1 -> designs[v % SHUFFLES][v % designs[0].length][i] + 1e-4 * random.nextGaussian();
                    default -> random.nextGaussian();
                };
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, subjects)), removed);
        tile.moveTo(0);
        return tile;
    }

    private static double[] voxel(VoxelTile tile, int v) {
        return Arrays.stream(tile.residuals()).mapToDouble(row -> row[v]).toArray();
    }

    private static Shuffle shuffle(Random random, int subjects) {
        List<Integer> rows = Arrays.asList(IntStream.range(0, subjects).boxed().toArray(Integer[]::new));
        Collections.shuffle(rows, random);
        return new Shuffle(
                rows.stream().mapToInt(Integer::intValue).toArray(),
                IntStream.range(0, subjects)
                        .map(i -> random.nextBoolean() ? 1 : -1)
                        .toArray());
    }
}
