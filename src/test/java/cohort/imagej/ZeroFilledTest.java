package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maps that are 0 where a subject has no data: ten subjects, 24 voxels, of which the first is 0 in three subjects, the
 * second in one and the last in all. The t statistics are SciPy's {@code ttest_1samp}.
 */
class ZeroFilledTest {
    static {
        Headless.start();
    }

    private static final Grid GRID = Grid.ofVoxelSize(4, 3, 2, 3, 3, 3);
    private static final float[] VALUES = {1, 3, 2, 3, 4, 6, 2, 5, 7, 4};
    private static final String SENTENCE =
            "2 of 23 voxels are exactly 0 in some maps but not in all (sub-02: 2, sub-01: 1, sub-03: 1) and ";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("maps"));
        for (int s = 0; s < VALUES.length; s++) {
            float[] map = new float[GRID.voxels()];
            for (int v = 0; v < map.length; v++) map[v] = VALUES[(v % 2 == 0 ? s : 3 * s) % VALUES.length] + v / 8f;
            map[0] = s < 3 ? 0 : VALUES[s];
            map[1] = s == 1 ? 0 : VALUES[s];
            map[2] = VALUES[s];
            map[23] = s == 4 ? -0f : 0;
            Volumes.write(Volume.of(GRID, map), folder.resolve("maps").resolve("sub-%02d.nii".formatted(s + 1)), "");
        }
        float[] mask = new float[GRID.voxels()];
        Arrays.fill(mask, 1);
        Volumes.write(Volume.of(GRID, mask), folder.resolve("mask.nii"), "");
    }

    /** Runs the test with these keys too and gives what stands in the log. */
    private String run(String output, String keys) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    Optional.empty(),
                    MacroRun.run(
                            "run(\"Permutation Inference...\", \"maps=[" + folder.resolve("maps") + "] mask=["
                                    + folder.resolve("mask.nii") + "] permutations=100 cluster_p=0 output=["
                                    + folder.resolve(output) + "] " + keys + "\");",
                            ""));
        } finally {
            System.setOut(out);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private JsonObject record(String output) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve(output).resolve("run.json")))
                .getAsJsonObject();
    }

    private double[] map(String output, String name) {
        return Volumes.read(folder.resolve(output).resolve(name)).values();
    }

    @Test
    void byDefaultZerosStayAndAreToldBySubject() throws IOException {
        String log = run("default", "");
        assertTrue(
                log.contains(SENTENCE + "are analysed with 0 as a value; missing=exclude-zeros leaves such voxels out,"
                        + " missing=zero declares that zeros are data."),
                log);
        JsonObject record = record("default");
        assertEquals(23, record.get("voxels").getAsInt());
        assertEquals(1, record.get("missingVoxels").getAsInt());
        assertEquals(
                "{\"voxels\":2,\"of\":23,\"leftOut\":false,\"subjects\":[{\"id\":\"sub-02\",\"voxels\":2},"
                        + "{\"id\":\"sub-01\",\"voxels\":1},{\"id\":\"sub-03\",\"voxels\":1}]}",
                record.get("zeros").toString());
        double[] t = map("default", "contrast-intercept_stat-t_statmap.nii.gz");
        assertEquals(3.831998241951031, t[0], 1e-6);
        assertEquals(6.195415851264019, t[2], 1e-6);
    }

    /** Smoothing leaves no 0, so it is the maps as they are read that count. */
    @Test
    void zerosAreCountedBeforeSmoothing() throws IOException {
        run("smoothed", "fwhm=6");
        assertEquals(
                2, record("smoothed").getAsJsonObject("zeros").get("voxels").getAsInt());
    }

    @Test
    void excludeZerosLeavesThemOut() throws IOException {
        String log = run("excluded", "missing=exclude-zeros");
        assertTrue(log.contains(SENTENCE + "were left out."), log);
        assertEquals(21, record("excluded").get("voxels").getAsInt());
        assertEquals(1, record("excluded").get("missingVoxels").getAsInt());
        assertTrue(record("excluded").getAsJsonObject("zeros").get("leftOut").getAsBoolean());
        double[] mask = map("excluded", "mask.nii.gz");
        assertEquals(0, mask[0] + mask[1] + mask[23]);
        assertEquals(21, Arrays.stream(mask).sum());
        double[] t = map("excluded", "contrast-intercept_stat-t_statmap.nii.gz");
        assertEquals(0, t[0]);
        assertEquals(6.195415851264019, t[2], 1e-6);
    }

    @Test
    void declaredZerosAreNotTold() throws IOException {
        String log = run("declared", "missing=zero");
        assertFalse(log.contains("exactly 0"), log);
        assertEquals(23, record("declared").get("voxels").getAsInt());
        assertEquals(1, record("declared").get("constantVoxels").getAsInt(), "0 in all maps");
        assertEquals(
                0, record("declared").getAsJsonObject("zeros").get("voxels").getAsInt());
        assertEquals(3.831998241951031, map("declared", "contrast-intercept_stat-t_statmap.nii.gz")[0], 1e-6);
    }

    @Test
    void theReportTellsThemToo() throws IOException {
        for (String missing : new String[] {"exclude", "exclude-zeros", "zero"}) {
            run("results", "missing=" + missing);
            assertEquals(
                    Optional.empty(),
                    MacroRun.run("run(\"Group Report...\", \"results=[" + folder.resolve("results") + "]\");", ""));
            String html = ReportPage.plain(Files.readString(folder.resolve("results/report.html")));
            assertEquals(!missing.equals("zero"), html.contains(SENTENCE), missing);
            assertEquals(missing.equals("zero"), html.contains("With missing=zero, 0 is a value"), missing);
            assertEquals(
                    !missing.equals("zero"),
                    html.contains("2 voxels with a value of exactly 0 in some maps but not in all were "
                            + (missing.equals("exclude") ? "analysed with 0 as a value." : "left out.")),
                    missing);
        }
    }
}
