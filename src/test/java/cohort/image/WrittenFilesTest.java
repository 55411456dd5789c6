package cohort.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.WrittenFiles.Given;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.stored.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files written here as nibabel reads them (src/test/reference/written_files.py). */
class WrittenFilesTest {
    private static final Path FILES = FormatsReferenceTest.FILES.resolveSibling("written");

    /** Whole numbers that are labels are written as integers that hold the greatest. */
    private static final Map<String, String> TYPES = Map.of("labels_dseg.nii.gz", "int16", "many_dseg.nii", "int32");

    @TempDir
    Path folder;

    static Stream<String> names() {
        return WrittenFiles.all().keySet().stream();
    }

    /** What nibabel read is what is written today. Compressed bytes may differ between versions of zlib. */
    @ParameterizedTest
    @MethodSource("names")
    void theFilesThatNibabelReadAreStillWritten(String name) throws IOException {
        Path file = folder.resolve(name);
        WrittenFiles.all().get(name).write(file);
        assertArrayEquals(inflated(FILES.resolve(name)), inflated(file));
    }

    private static byte[] inflated(Path file) throws IOException {
        try (InputStream in = StoredBytes.of(file).open(0)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nibabelReadsWhatWasGiven(String name) throws IOException {
        Given given = WrittenFiles.all().get(name);
        Map<String, String> read = row(name);
        Grid grid = given.grid();
        String volumes = given.values().size() > 1 ? " " + given.values().size() : "";
        assertEquals(grid.nx() + " " + grid.ny() + " " + grid.nz() + volumes, read.get("shape"));
        assertEquals(TYPES.getOrDefault(name, "float32"), read.get("dtype"));
        double[] affine = numbers(read.get("affine")), qform = numbers(read.get("qform"));
        for (int e = 0; e < 12; e++) assertEquals((float) grid.affine()[e], (float) affine[e], "affine " + e);
        // The quaternion is of float32 numbers and knows no shears, of which the oblique grid has a little.
        boolean sheared = Arrays.stream(grid.affine()).allMatch(entry -> entry != 0);
        for (int e = 0; e < 12; e++)
            assertEquals(grid.affine()[e], qform[e], sheared && e % 4 < 3 ? 0.12 : 2e-5, "qform " + e);
        double[] values = numbers(read.get("values"));
        int n = grid.voxels();
        for (int t = 0; t < given.values().size(); t++) {
            double[] expected = new double[n];
            for (int v = 0; v < n; v++) expected[v] = given.values().get(t)[v];
            assertArrayEquals(expected, Arrays.copyOfRange(values, t * n, (t + 1) * n), "volume " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nibabelReadsTheFieldsOfTheHeader(String name) throws IOException {
        HeaderNotes notes = WrittenFiles.all().get(name).notes();
        Map<String, String> read = row(name);
        String ascii = notes.description().replace('\u00e9', '?');
        assertEquals(ascii.substring(0, Math.min(79, ascii.length())), read.get("descrip"));
        String space = "" + (notes.space() == 0 ? 2 : notes.space());
        assertEquals(List.of(space, space), List.of(read.get("sform_code"), read.get("qform_code")));
        assertEquals(name.equals("subjects.nii") ? "mm unknown" : "mm sec", read.get("units"));
        assertEquals(notes.intent() + "", read.get("intent_code"));
        assertArrayEquals(new double[] {notes.p1(), notes.p2(), notes.p3()}, numbers(read.get("intent_p")));
        assertEquals(notes.intentName(), read.get("intent_name"));
        assertArrayEquals(new double[] {notes.displayMin(), notes.displayMax()}, numbers(read.get("cal")));
        double step = notes.timeStep() == 0 ? 1 : notes.timeStep();
        assertArrayEquals(new double[] {notes.timeOffset(), step}, numbers(read.get("time")));
        assertEquals("", read.get("complaints"));
    }

    private static Map<String, String> row(String name) throws IOException {
        List<String[]> rows = Files.readAllLines(FILES.resolve("nibabel.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .toList();
        String[] row = rows.stream().filter(r -> r[0].equals(name)).findFirst().orElseThrow();
        Map<String, String> cells = new HashMap<>();
        for (int c = 0; c < row.length; c++) cells.put(rows.get(0)[c], row[c]);
        assertTrue(cells.size() > 10, "columns");
        return cells;
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" "))
                .map(s -> s.replace("inf", "Infinity").replace("nan", "NaN"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
