package cohort.image.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of every kind against what tifffile reads from them (src/test/reference/tiff_files.py). */
class TiffReferenceTest {
    static final Path FILES = Path.of("src/test/resources/tiff");

    static Stream<String[]> rows(String table) throws IOException {
        return Files.readAllLines(FILES.resolve(table)).stream().map(line -> line.split("\t"));
    }

    static Stream<String[]> expected() throws IOException {
        return rows("expected.tsv");
    }

    static Stream<String[]> refused() throws IOException {
        return rows("refused.tsv");
    }

    static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void readsWhatTheReferenceReads(String name, String sizes, String narrow, String size, String values) {
        VolumeFile file = VolumeFile.open(FILES.resolve(name));
        Grid grid = file.grid();
        assertEquals(sizes, grid.nx() + " " + grid.ny() + " " + grid.nz() + " " + file.volumes());
        double[] mm = numbers(size);
        boolean stated = mm[0] > 0;
        assertEquals(stated ? 0 : 1, file.remarks().size(), file.remarks().toString());
        for (int axis = 0; axis < 3; axis++)
            assertEquals(stated ? mm[axis] : 1, grid.voxelSize(axis), 1e-6 * (stated ? mm[axis] : 1));
        double[] all = numbers(values);
        int n = grid.voxels();
        for (int t = 0; t < file.volumes(); t++) {
            double[] pages = Arrays.copyOfRange(all, t * n, (t + 1) * n);
            Volume alone = file.read(t);
            Class<?> type =
                    name.equals("imagej-signed.tif") || narrow.equals("false") ? DoubleType.class : FloatType.class;
            assertEquals(type, alone.voxels().getType().getClass());
            assertArrayEquals(upright(pages, grid), alone.values()); // to the last bit, NaN and -0 included
            assertArrayEquals(upright(pages, grid), file.readAll().get(t).values());
        }
    }

    /** The last row of a page is the first of the grid. */
    private static double[] upright(double[] pages, Grid grid) {
        double[] values = new double[pages.length];
        for (int k = 0, p = 0; k < grid.nz(); k++)
            for (int y = 0; y < grid.ny(); y++)
                for (int x = 0; x < grid.nx(); x++) values[grid.index(x, grid.ny() - 1 - y, k)] = pages[p++];
        return values;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotReadRightIsRefusedInOneSentence(String name, String words) {
        Path file = FILES.resolve(name);
        String message =
                assertThrows(InputException.class, () -> VolumeFile.open(file)).getMessage();
        assertTrue(message.startsWith(file + ": found ") && message.endsWith(".") && message.contains(words), message);
        boolean converted =
                name.matches("(jpeg|lzma|complex|bits|interleaved|planar|metamorph|ome-(two|short|elsewhere)).*");
        assertEquals(converted, message.contains("Fiji"), message);
        assertTrue(message.contains(", expected ") && message.contains("; "), message);
    }
}
