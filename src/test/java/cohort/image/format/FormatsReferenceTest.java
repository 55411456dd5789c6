package cohort.image.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import cohort.image.Volume;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of every kind against what nibabel and ITK read from them (src/test/reference/{nifti,mgh,itk}_files.py). */
public class FormatsReferenceTest {
    public static final Path FILES = files("nifti"), MGH = files("mgh"), ITK = files("itk");

    record Expected(Path folder, String file, int[] sizes, String type, double[] affine, double[] values, int space) {
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void readsWhatTheReferenceReads(Expected expected) {
        VolumeFile file = VolumeFile.open(expected.folder.resolve(expected.file));
        Grid grid = file.grid();
        assertArrayEquals(expected.sizes, new int[] {grid.nx(), grid.ny(), grid.nz(), file.volumes()});
        assertAffine(expected, grid);
        assertEquals(expected.space, file.notes().space());
        Volume first = file.read(0);
        assertEquals(
                expected.type.equals("float") ? FloatType.class : DoubleType.class,
                first.voxels().getType().getClass());
        for (int t = 0; t < file.volumes(); t++) assertVolume(expected, t, file.read(t));
        List<Volume> all = file.readAll();
        for (int t = 0; t < file.volumes(); t++) assertVolume(expected, t, all.get(t));
    }

    /** To the last bit, NaN and -0 included. */
    private static void assertVolume(Expected expected, int t, Volume volume) {
        int n = volume.grid().voxels();
        assertArrayEquals(Arrays.copyOfRange(expected.values, t * n, (t + 1) * n), volume.values(), "volume " + t);
    }

    /**
     * To the last bit, but for qforms, which the reference computes in extended precision, products of matrices, and ITK,
     * which keeps directions and sizes apart.
     */
    private static void assertAffine(Expected expected, Grid grid) {
        double[] affine = grid.affine();
        for (int e = 0; e < 12; e++) {
            double largest = grid.voxelSize(e % 4 == 3 ? 0 : e % 4);
            double tolerance = expected.file.matches("qform.*|code-.*") && e % 4 < 3 || expected.file.contains("spm")
                    ? 2 * Math.ulp(e % 4 < 3 ? largest : expected.affine[e])
                    : expected.folder.equals(ITK) ? 1e-12 * (e % 4 < 3 ? largest : Math.abs(expected.affine[e])) : 0;
            assertEquals(expected.affine[e] + 0.0, affine[e] + 0.0, tolerance, "affine " + e);
        }
    }

    static Stream<Expected> expected() throws IOException {
        return Stream.concat(Stream.concat(expected(FILES), expected(MGH)), expected(ITK));
    }

    private static Stream<Expected> expected(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("expected.tsv")).stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split("\t");
                    int[] sizes = Arrays.stream(cells, 1, 5)
                            .mapToInt(Integer::parseInt)
                            .toArray();
                    return new Expected(
                            folder,
                            cells[0],
                            sizes,
                            cells[5],
                            numbers(cells[6]),
                            numbers(cells[7]),
                            cells.length > 8 ? Integer.parseInt(cells[8]) : 0);
                });
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" "))
                .map(s -> s.replace("inf", "Infinity").replace("nan", "NaN"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Path files(String folder) {
        try {
            return Path.of(FormatsReferenceTest.class.getResource("/" + folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
