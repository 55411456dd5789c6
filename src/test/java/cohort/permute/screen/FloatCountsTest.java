package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.matrix.VoxelMatrix;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts in single precision, against double precision: the same, though aims are close to what is reached, and few left open. */
class FloatCountsTest {
    private static final int VOXELS = VoxelTile.SIZE, SHUFFLES = 40;
    private static final double LEVEL = 0.99;

    /** |b| / √(1 − a²) itself. */
    private record Ratio(int effects) implements Reach {
        @Override
        public boolean isSigned() {
            return effects == 1;
        }

        @Override
        public double reach(double level) {
            return level;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30, 4, 1, BOTH",
        "200, 20, 1, NEGATIVE",
        "200, 20, 3, POSITIVE",
        "1000, 8, 1, BOTH",
        "1000, 8, 1, POSITIVE"
    })
    void countsAreThoseOfDoublePrecision(int subjects, int columns, int effects, Tail tail) {
        Random random = new Random(subjects);
        double[][][] designs = new double[SHUFFLES][][];
        for (int k = 0; k < SHUFFLES; k++) designs[k] = Orthonormal.columns(random, subjects, columns);
        VoxelTile tile = tile(random, subjects, designs);
        double[][] evidence = new double[SHUFFLES][VOXELS];
        for (int v = 0; v < VOXELS; v++)
            for (int k = 0; k < SHUFFLES; k++) evidence[k][v] = evidence(designs[k], tile.residuals(v), effects, tail);
        double[] aims = new double[VOXELS];
        for (int v = 0; v < VOXELS; v++) {
            double off = Math.pow(10, -2 - v % 8) * (random.nextBoolean() ? 1 : -1);
            aims[v] = evidence[random.nextInt(SHUFFLES)][v] * (1 + off);
        }
        Reach statistic = new Ratio(effects);
        FloatCounts counts = new FloatCounts(new SquaredDots(subjects, effects, columns), tail, statistic);
        counts.prepare(Collections.nCopies(SHUFFLES, Shuffle.identity(subjects)), k -> designs[k]);
        counts.load(List.of(tile), aims, 0);
        int[] reached = new int[VOXELS], expected = new int[VOXELS], found = new int[VOXELS];
        int open = 0;
        for (int k = 0; k < SHUFFLES; k++) {
            counts.candidates(k, LEVEL, LEVEL, found);
            int more = counts.count(k, found);
            for (int c = 0; c < more; c++) if (evidence[k][found[c]] >= aims[found[c]]) reached[found[c]]++;
            for (int v = 0; v < VOXELS; v++) if (evidence[k][v] >= aims[v]) expected[v]++;
            open += more;
        }
        counts.addCounts(reached, 0);
        assertArrayEquals(expected, reached);
        // of each voxel that one shuffle whose value the aim is next to, and hardly any other
        assertTrue(open < 1.25 * VOXELS, open + " of " + SHUFFLES * VOXELS + " were left open");
    }

    private static double evidence(double[][] design, double[] unit, int effects, Tail tail) {
        double explained = 0, gained = 0;
        for (int c = 0; c < design.length; c++) {
            double inner = Products.dot(design[c], unit);
            if (c < effects) gained += inner * inner;
            else explained += inner * inner;
        }
        double ratio = Math.sqrt(gained / (1 - explained));
        return effects > 1 ? ratio : tail.evidence(Products.dot(design[0], unit) < 0 ? -ratio : ratio);
    }

    /** Noise, one subject far off, and voxels that a shuffled design explains in part. */
    private static VoxelTile tile(Random random, int subjects, double[][][] designs) {
        double[] data = new double[subjects * VOXELS];
        for (int v = 0; v < VOXELS; v++)
            for (int i = 0; i < subjects; i++)
                data[i * VOXELS + v] = switch (v % 16) {
                    case 0 -> i == v % subjects ? 1e3 : random.nextGaussian();
                    case 1 -> designs[v % SHUFFLES][v % designs[0].length][i] + 1e-2 * random.nextGaussian();
                    default -> random.nextGaussian();
                };
        VoxelTile tile = new VoxelTile(VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, subjects)), new double[0][]);
        tile.moveTo(0);
        return tile;
    }
}
