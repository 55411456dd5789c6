package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.files.ClusterFiles;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.mask.GroupMaps;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.report.ReportPage;
import cohort.subjects.CommonGrid;
import cohort.subjects.found.Cohorts;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro of the main job, as it is shipped, with few shuffles: what it leaves in its folder and on the screen. */
@Tag("slow")
class OneSampleMacroTest {
    static {
        Headless.start();
    }

    private static final int SHUFFLES = 200, SUBJECTS = 16;
    private static final String STEM = "contrast-intercept_stat-";

    @TempDir
    static Path folder;

    @BeforeAll
    static void runMacro() throws IOException {
        String macro = Files.readString(Path.of("macros/One_Sample_Test.ijm"));
        assertEquals(
                Optional.empty(),
                MacroRun.run(macro, "permutations=" + SHUFFLES + " tail=both seed=3 output=[" + results() + "]"));
    }

    private static Path results() {
        return folder.resolve("the results");
    }

    private static Path map(String statistic) {
        return results().resolve(STEM + statistic + "_statmap.nii.gz");
    }

    @Test
    void theFolderHoldsTheFilesOfTheContractAndNoOthers() throws IOException {
        Set<String> expected =
                new TreeSet<>(Set.of("mask.nii.gz", "design.tsv", "model.json", "nulls.tsv", "run.json", "sample"));
        expected.addAll(Set.of("subjects.png", "z.png", "corrected.png", "clusters.tsv", "report.html"));
        expected.addAll(new ClusterFiles("intercept").names());
        for (String statistic : List.of(
                "effect",
                "variance",
                "t",
                "p",
                "z",
                "logp",
                "logpBonferroni",
                "logpMaxT",
                "size",
                "logpMaxSize",
                "mass",
                "logpMaxMass",
                "d",
                "dLower",
                "dUpper",
                "g",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "sd")) expected.add(STEM + statistic + "_statmap.nii.gz");
        try (Stream<Path> files = Files.list(results())) {
            assertEquals(
                    expected,
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Noise of 6 mm, smoothed by 8 mm, has 10 mm; that the effect differs between subjects makes a little more of it. */
    @Test
    void theReportSaysHowLargeAndHowSmoothTheSearchVolumeIs() throws IOException {
        JsonObject smoothness = JsonParser.parseString(
                        Files.readString(results().resolve("run.json")))
                .getAsJsonObject()
                .getAsJsonObject("smoothness");
        double resels = mask().volumeMm3();
        for (String axis : List.of("x", "y", "z")) {
            double fwhm = smoothness.get(axis).getAsDouble();
            assertTrue(fwhm > 10 && fwhm < 11, axis + ": " + fwhm);
            resels /= fwhm;
        }
        assertEquals(resels, smoothness.get("resels").getAsDouble(), 1e-9 * resels);
        String report = ReportPage.plain(Files.readString(results().resolve("report.html")));
        assertTrue(report.contains("Search volume: 55,971 voxels, 1,511 cm³, "));
        assertTrue(report.contains(" resels. Smoothness of the residuals: "));
    }

    @Test
    void everyMapIsWhole() throws IOException {
        boolean[] inside = mask().inside();
        try (Stream<Path> files = Files.list(results())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".nii.gz")).toList()) {
                VolumeFile map = VolumeFile.open(file);
                assertEquals(1, map.volumes());
                assertTrue(map.grid().sameSpace(mask().grid()), file + " lies elsewhere");
                double[] values = map.read(0).values();
                for (int v = 0; v < values.length; v++)
                    assertTrue(inside[v] ? Double.isFinite(values[v]) : values[v] == 0, file + " at voxel " + v);
            }
        }
    }

    @Test
    void theFilesHoldWhatTheOpsGive() throws IOException {
        PermutedContrast result = result();
        List<String> lines = Files.readAllLines(results().resolve("nulls.tsv"));
        assertEquals("max_t\tmax_size\tmax_mass", lines.get(0));
        assertEquals(SHUFFLES + 1, lines.size());
        for (int c = 0; c < 3; c++) {
            int column = c;
            CorrectedMap statistic = result.statistics().get(c);
            assertArrayEquals(
                    statistic.nulls().maxima(),
                    lines.stream()
                            .skip(1)
                            .mapToDouble(line -> Double.parseDouble(line.split("\t")[column]))
                            .toArray());
            assertSameFloats(statistic.map(), statistic.name());
            assertSameFloats(
                    statistic.logP(),
                    List.of("logpMaxT", "logpMaxSize", "logpMaxMass").get(c));
        }
    }

    private static void assertSameFloats(double[] expected, String statistic) {
        double[] written = Volumes.read(map(statistic)).values();
        Mask mask = mask();
        for (int m = 0; m < expected.length; m++)
            assertEquals((float) expected[m], written[mask.gridIndex(m)], statistic + " at voxel " + m);
    }

    @Test
    void theRecordTellsAllThatIsNeededToRepeatTheRun() throws Exception {
        JsonObject run = JsonParser.parseString(Files.readString(results().resolve("run.json")))
                .getAsJsonObject();
        JsonObject parameters = run.getAsJsonObject("parameters");
        Path table = results().resolve("sample/participants.tsv");
        Map<String, String> expected = new TreeMap<>(Map.of(
                "maps", table.toString(),
                "model", "1",
                "design", "",
                "contrast", "",
                "mask", "auto",
                "missing", "exclude",
                "fwhm", "8.0",
                "output", results().toString()));
        expected.putAll(Map.of(
                "permutations", "" + SHUFFLES,
                "seed", "3",
                "tail", "both",
                "cluster_p", "0.001",
                "tfce", "false",
                "threads", "0"));
        Map<String, String> found = new TreeMap<>();
        parameters
                .entrySet()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().getAsString()));
        expected.forEach((key, value) -> assertEquals(value, found.get(key), key));

        JsonObject software = run.getAsJsonObject("software");
        for (String name : List.of("Cohort", "Java", "ImgLib2", "EJML"))
            assertTrue(software.get(name).getAsString().matches(".*\\d.*|unknown"), name + " " + software.get(name));
        assertEquals(mask().size(), run.get("voxels").getAsInt());
        assertEquals(mask().volumeMm3(), run.get("maskMm3").getAsDouble(), 1e-6);
        JsonObject shuffled = run.getAsJsonObject("shuffled");
        assertEquals(SHUFFLES, shuffled.get("shuffles").getAsInt());
        assertFalse(shuffled.get("exhaustive").getAsBoolean());
        for (String step : List.of("read", "mask", "smooth", "permute", "write"))
            assertTrue(run.getAsJsonObject("seconds").get(step).getAsDouble() > 0, step);

        List<JsonElement> inputs = run.getAsJsonArray("inputs").asList();
        assertEquals(1 + SUBJECTS, inputs.size());
        for (JsonElement input : inputs) {
            Path file = Path.of(input.getAsJsonObject().get("file").getAsString());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            assertEquals(
                    HexFormat.of().formatHex(digest),
                    input.getAsJsonObject().get("sha256").getAsString());
        }
    }

    /** The record's macro line is a macro line: it gives the same bytes, on one thread too. */
    @Test
    void theSameLineGivesTheSameBytes() throws IOException {
        JsonObject run = JsonParser.parseString(Files.readString(results().resolve("run.json")))
                .getAsJsonObject();
        Path again = folder.resolve("again");
        String line = run.get("command")
                .getAsString()
                .replace("output=[" + results() + "]", "output=[" + again + "]")
                .replace("threads=0", "threads=1");
        assertEquals(Optional.empty(), MacroRun.run(line, ""));
        try (Stream<Path> files = Files.list(again)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertEquals(21, names.size());
            for (String name : names)
                if (!name.equals("run.json"))
                    assertArrayEquals(
                            Files.readAllBytes(results().resolve(name)),
                            Files.readAllBytes(again.resolve(name)),
                            name + " differs");
        }
    }

    @Test
    void theFiguresArePicturesWithSomethingOnThem() throws IOException {
        for (String name : List.of("subjects.png", "z.png", "corrected.png")) {
            Path file = results().resolve(name);
            assertTrue(Files.size(file) > 20_000, name + " has " + Files.size(file) + " bytes");
            assertTrue(ImageIO.read(file.toFile()).getWidth() > 500, name);
        }
    }

    /** With an output folder too, so that a macro's next line can work on the images. */
    @Test
    void theNextLineOfAMacroSeesTheImages() {
        String line = "maps=[" + results().resolve("sample/participants.tsv") + "] fwhm=8";
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        """
                        while (nImages > 0) close();
                        run("Second-Level Model...", getArgument());
                        if (nImages != 7) exit(nImages + " images");
                        selectImage("intercept z");
                        getDimensions(width, height, channels, slices, frames);
                        if (width != 53 || height != 63 || slices != 46) exit(width + " x " + height + " x " + slices);
                        getVoxelSize(dx, dy, dz, unit);
                        if (dx != 3 || dy != 3 || dz != 3 || unit != "mm") exit("voxels of " + dx + " " + unit);
                        Stack.getStatistics(n, mean, min, max);
                        if (max < 4 || min > -4) exit("z from " + min + " to " + max);
                        if (indexOf(getImageInfo(), "run(\\"Second-Level Model...\\", \\"maps=") < 0) exit(getImageInfo());
                        run("Glass Brain...", "image=[intercept z] threshold=3.09");
                        if (nImages != 8 || bitDepth() != 24) exit(nImages + " images");
                        if (indexOf(getImageInfo(), "run(\\"Glass Brain...\\"") < 0) exit(getImageInfo());
                        """,
                        line));
    }

    private static Mask mask() {
        Volume image = Volumes.read(results().resolve("mask.nii.gz"));
        return Mask.of(image.grid(), image.voxels());
    }

    private static PermutedContrast result() {
        DMatrixRMaj ones = new DMatrixRMaj(SUBJECTS, 1);
        ones.fill(1);
        String table = results().resolve("sample/participants.tsv").toString();
        return PermutationInference.test(
                        SubjectMatrix.extract(
                                GroupMaps.read(Cohorts.read(table), CommonGrid.REQUIRED, Progress.NONE),
                                mask(),
                                8.0,
                                Progress.NONE),
                        mask(),
                        ones,
                        List.of(new Hypothesis(
                                new DMatrixRMaj(new double[][] {{1}}),
                                ClusterForming.statistics(0.001, Tail.BOTH, 1, SUBJECTS - 1))),
                        PermutationOptions.of(SHUFFLES, 3, Tail.BOTH),
                        Progress.NONE)
                .contrasts()
                .get(0);
    }
}
