package cohort.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.VoxelValues;
import cohort.memory.Storage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is put in comes out to the last bit, wherever it lived and however it is read. */
class VoxelMatrixTest {
    @TempDir
    Path folder;

    private final Random random = new Random(1);

    private Storage storage(Storage.Place place) {
        return new Storage(place, folder, Runtime.getRuntime().maxMemory());
    }

    /** Any bits but those of NaN, so that arrays are equal where all bits are. */
    private double[][] values(int voxels, int maps) {
        return IntStream.range(0, maps)
                .mapToObj(m -> random.longs()
                        .mapToDouble(Double::longBitsToDouble)
                        .filter(Double::isFinite)
                        .limit(voxels)
                        .toArray())
                .toArray(double[][]::new);
    }

    private FilledMatrix filled(Storage.Place place, double[][] values) {
        FilledMatrix matrix = FilledMatrix.in(storage(place), values[0].length, values.length);
        assertEquals(place == Storage.Place.HEAP, matrix.isHeld());
        IntStream.range(0, values.length).parallel().forEach(m -> matrix.put(m, values[m]));
        return matrix;
    }

    /** Fewer maps than a chunk of the file holds, as many, and more; voxels up to, at and behind the end of a tile. */
    @ParameterizedTest
    @CsvSource({"1,1", "511,3", "512,64", "513,65", "1700,130", "2048,2"})
    void givesBackAnyRunOfVoxels(int voxels, int maps) {
        double[][] values = values(voxels, maps);
        for (Storage.Place place : new Storage.Place[] {Storage.Place.HEAP, Storage.Place.DISK})
            try (FilledMatrix matrix = filled(place, values)) {
                for (int k = 0; k < 200; k++) {
                    int first = random.nextInt(voxels), n = 1 + random.nextInt(voxels - first);
                    assertRun(values, matrix, first, n);
                }
                assertRun(values, matrix.copy(), 0, voxels);
                assertTrue(matrix.copy().isHeld());
            }
    }

    private static void assertRun(double[][] values, VoxelMatrix matrix, int first, int n) {
        double[][] rows = new double[values.length][n];
        matrix.read(first, n, rows);
        for (int m = 0; m < rows.length; m++)
            assertArrayEquals(Arrays.copyOfRange(values[m], first, first + n), rows[m]);
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAP", "DISK"})
    void visitsEveryVoxelOnceAndInOrder(Storage.Place place) {
        double[][] values = values(1700, 7);
        try (FilledMatrix matrix = filled(place, values)) {
            int[] next = {0};
            matrix.forEach((first, n, rows) -> {
                assertEquals(next[0], first);
                for (int m = 0; m < 7; m++) for (int v = 0; v < n; v++) assertEquals(values[m][first + v], rows[m][v]);
                next[0] += n;
            });
            assertEquals(1700, next[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAP", "DISK"})
    void isAnImageOfVoxelsAndMaps(Storage.Place place) {
        double[][] values = values(1100, 5);
        try (FilledMatrix matrix = filled(place, values)) {
            Img<DoubleType> image = matrix.image();
            assertArrayEquals(new long[] {1100, 5}, image.dimensionsAsLongArray());
            assertArrayEquals(
                    Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray(), VoxelValues.of(image));
            RandomAccess<DoubleType> access = image.randomAccess();
            for (int[] at : new int[][] {{0, 0}, {511, 4}, {512, 3}, {1099, 4}, {1024, 0}})
                assertEquals(
                        values[at[1]][at[0]],
                        access.setPositionAndGet(at[0], at[1]).get());
            assertSame(matrix, VoxelMatrix.of(image));
        }
    }

    @Test
    void takesTheValuesOfAnyImage() {
        double[][] values = values(600, 3);
        double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        VoxelMatrix matrix = VoxelMatrix.of(ArrayImgs.doubles(flat, 600, 3));
        assertInstanceOf(HeapMatrix.class, matrix);
        assertRun(values, matrix, 0, 600);
    }

    /** Few and far between, nearly all, a run, and one. */
    @ParameterizedTest
    @EnumSource(names = {"HEAP", "DISK"})
    void leavesVoxelsOut(Storage.Place place) {
        double[][] values = values(3000, 4);
        boolean[] run = new boolean[3000], one = new boolean[3000];
        Arrays.fill(run, 700, 1900, true);
        one[2999] = true;
        try (FilledMatrix matrix = filled(place, values)) {
            for (boolean[] inside : new boolean[][] {some(0.01), some(0.5), some(0.99), run, one}) {
                int[] kept = IntStream.range(0, 3000).filter(v -> inside[v]).toArray();
                double[][] left = Arrays.stream(values)
                        .map(row -> Arrays.stream(kept).mapToDouble(v -> row[v]).toArray())
                        .toArray(double[][]::new);
                VoxelMatrix some = matrix.only(inside);
                assertEquals(kept.length, some.voxels());
                assertEquals(matrix.isHeld(), some.isHeld());
                for (int k = 0; k < 50; k++) {
                    int first = random.nextInt(kept.length);
                    assertRun(left, some, first, 1 + random.nextInt(kept.length - first));
                }
                assertRun(left, some, 0, kept.length);
            }
        }
    }

    private boolean[] some(double share) {
        boolean[] inside = new boolean[3000];
        for (int v = 0; v < 3000; v++) inside[v] = random.nextDouble() < share;
        inside[0] = true;
        return inside;
    }

    @Test
    void livesOnDiskWhereAQuarterOfMemoryIsTooSmall() {
        long bytes = 1000L * 10 * Double.BYTES;
        try (FilledMatrix small = FilledMatrix.in(new Storage(Storage.Place.AUTO, folder, 4 * bytes), 1000, 10);
                FilledMatrix large =
                        FilledMatrix.in(new Storage(Storage.Place.AUTO, folder, 4 * bytes - 4), 1000, 10)) {
            assertTrue(small.isHeld());
            assertFalse(large.isHeld());
        }
    }

    @Test
    void matricesHeldTogetherShareAQuarterOfMemory() {
        Storage storage = new Storage(Storage.Place.AUTO, folder, 8 * 1000L * 10 * Double.BYTES);
        try (FilledMatrix two = FilledMatrix.in(storage, 1000, 10, 2);
                FilledMatrix three = FilledMatrix.in(storage, 1000, 10, 3)) {
            assertTrue(two.isHeld());
            assertFalse(three.isHeld());
        }
    }
}
