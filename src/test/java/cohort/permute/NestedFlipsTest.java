package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cohort.Progress;
import cohort.design.matrix.BlockLabels;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrected p of nested sign flips, held against all flips that PALM's rule allows, counted here by themselves. */
class NestedFlipsTest {
    private static final int VOXELS = 5;
    private static final Mask MASK =
            Mask.of(Grid.ofVoxelSize(VOXELS, 1, 1, 1, 1, 1), new boolean[] {true, true, true, true, true});

    private static int[][] labels(String text) {
        return Arrays.stream(text.split(";"))
                .map(row -> Arrays.stream(row.strip().split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * What has one sign with a row: from the outside in, the first block with a positive number lets the blocks inside it be
     * exchanged, and each of these has one sign; where no block is inside, or no number is positive, each row has its own.
     */
    private static List<Integer> unit(int[] path, int row) {
        List<Integer> unit = new ArrayList<>();
        for (int level = 0; level < path.length; level++) {
            unit.add(path[level]);
            if (path[level] > 0 && level + 1 < path.length) {
                unit.add(path[level + 1]);
                return unit;
            }
        }
        unit.add(row);
        return unit;
    }

    /** Persons of one family, and twins still more, are alike in part; there is an effect in the first voxel. */
    private static double[][] data(int[][] paths, long seed) {
        Random random = new Random(seed);
        double[][] data = new double[paths.length][VOXELS];
        for (int v = 0; v < VOXELS; v++) {
            double shared = 0;
            for (int i = 0; i < paths.length; i++) {
                boolean same = i > 0
                        && Arrays.equals(
                                Arrays.copyOf(paths[i], paths[i].length - 1),
                                Arrays.copyOf(paths[i - 1], paths[i].length - 1));
                if (!same) shared = random.nextGaussian();
                data[i][v] = shared + 0.6 * random.nextGaussian() + (v == 0 ? 0.9 : 0);
            }
        }
        return data;
    }

    private static double t(double[][] data, int v, int[] sign) {
        int n = data.length;
        double sum = 0, squares = 0;
        for (int i = 0; i < n; i++) {
            sum += sign[i] * data[i][v];
            squares += data[i][v] * data[i][v];
        }
        double mean = sum / n;
        return mean / Math.sqrt((squares - n * mean * mean) / (n - 1) / n);
    }

    /** For each voxel the share of all flips whose greatest evidence reaches that of the voxel as it is. */
    private static double[] enumerated(double[][] data, int[] unit, boolean bothSides) {
        int n = data.length, units = Arrays.stream(unit).max().orElseThrow() + 1;
        int[] none = new int[n];
        Arrays.fill(none, 1);
        double[] p = new double[VOXELS];
        for (int flips = 0; flips < 1 << units; flips++) {
            int[] sign = new int[n];
            for (int i = 0; i < n; i++) sign[i] = (flips >> unit[i] & 1) == 0 ? 1 : -1;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int v = 0; v < VOXELS; v++) greatest = Math.max(greatest, evidence(t(data, v, sign), bothSides));
            for (int v = 0; v < VOXELS; v++)
                if (greatest >= evidence(t(data, v, none), bothSides) - 1e-9) p[v] += 1.0 / (1 << units);
        }
        return p;
    }

    private static double evidence(double t, boolean bothSides) {
        return bothSides ? Math.abs(t) : t;
    }

    /** @param flips how many there are, 2 to the number of signs */
    @ParameterizedTest
    @CsvSource({
        // Two levels: pairs of twins as wholes and three singletons; twins who may be exchanged, so that each has a
        // sign.
        "1 1;1 1;1 2;1 2;1 3;1 3;2 4;2 5;2 6, 64",
        "-1 1;-1 1;-1 2;-1 2;-1 3;-1 3;-2 4;-2 5, 256",
        // Three levels: families of two as wholes, and singletons; families whose members are exchanged in their
        // places.
        "-1 1 1;-1 1 1;-1 1 2;-1 1 2;-1 1 3;-1 1 3;-1 2 4;-1 2 5;-1 2 6, 64",
        "-1 1 1;-1 1 2;-1 2 1;-1 2 2;-1 3 1;-1 4 1, 64",
        "1 -1 1;1 -1 2;1 -2 1;1 -2 2;1 -3 1;1 -3 2;1 -4 1;1 -4 2, 16",
        "-1 -1 1;-1 -1 2;-1 -2 3;-1 3 4;-1 3 5;-1 4 6;-1 4 7, 128",
        // Four: two families with twins and a sibling, one of two siblings, two singletons.
        "-1 1 -1 1;-1 1 -1 1;-1 1 -1 2;-1 1 -2 1;-1 1 -2 1;-1 1 -2 2;-1 2 3 1;-1 2 3 2;-1 3 4 1;-1 3 5 1, 32"
    })
    void pIsThatOfPalmsRule(String text, int flips) {
        int[][] paths = labels(text);
        List<List<Integer>> units = new ArrayList<>(new LinkedHashSet<>(IntStream.range(0, paths.length)
                .mapToObj(i -> unit(paths[i], i))
                .toList()));
        int[] unit = IntStream.range(0, paths.length)
                .map(i -> units.indexOf(unit(paths[i], i)))
                .toArray();
        assertEquals(flips, 1 << units.size());
        int[] each = IntStream.range(0, paths.length).toArray();
        for (Tail tail : List.of(Tail.POSITIVE, Tail.BOTH)) {
            double[][] data = data(paths, 4 + flips);
            double[] expected = enumerated(data, unit, tail == Tail.BOTH), found = found(data, paths, tail);
            for (int v = 0; v < VOXELS; v++) assertEquals(expected[v], found[v], 1e-9, "voxel " + v);
            if (units.size() < paths.length)
                assertNotEquals(
                        expected[0],
                        enumerated(data, each, tail == Tail.BOTH)[0],
                        1e-6,
                        "other than if each person were flipped alone");
        }
    }

    private static double[] found(double[][] data, int[][] paths, Tail tail) {
        int n = data.length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        ShuffleOptions shuffle = new ShuffleOptions(
                ShuffleScheme.FLIPS, RegressionMethod.FREEDMAN_LANE, Optional.of(new BlockLabels(paths)), false);
        PermutationResult result = PermutationInference.test(
                ArrayImgs.doubles(
                        Arrays.stream(data).flatMapToDouble(Arrays::stream).toArray(), VOXELS, n),
                MASK,
                new DMatrixRMaj(n, 1, true, ones),
                List.of(Hypothesis.of(new DMatrixRMaj(new double[][] {{1}}))),
                new PermutationOptions(100_000, 5, tail, shuffle, Optional.empty(), 6, EvidenceOptions.COUNTED),
                Progress.NONE);
        return Arrays.stream(result.contrasts().get(0).statistics().get(0).logP())
                .map(logP -> Math.pow(10, -logP))
                .toArray();
    }
}
