package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.Headless;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptService;

/** The templates of Fiji's script editor, run as SciJava runs them. */
@Tag("slow")
class ScriptsTest {
    private static final int MAPS = 24;
    private static final Path SCRIPTS = Path.of("scripts");

    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @BeforeEach
    void writeMaps() {
        double[][] values = TinyCohort.maps();
        Random random = new Random(2);
        for (int i = 0; i < MAPS; i++) {
            double[] map = values[i % values.length].clone();
            for (int v = 0; v < map.length; v++) if (map[v] != 0) map[v] += random.nextGaussian();
            Volumes.write(Volume.of(TinyCohort.grid(), map), folder.resolve(i + ".nii"), "");
        }
    }

    /** Groovy and Python, with the defaults of their parameters, write what the macro writes with its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "One_Sample_Test",
                "Two_Sample_Test",
                "ANCOVA",
                "Paired_Test",
                "Repeated_Measures",
                "Within_Subject_2x2",
                "Several_Maps",
                "Region_Inference"
            })
    void eachScriptOfADesignWritesTheSame(String design) throws Exception {
        Map<String, Object> given = given(design);
        Path macro = folder.resolve("macro");
        String options = given.entrySet().stream()
                .map(key -> key.getKey() + "=[" + key.getValue() + "]")
                .collect(Collectors.joining(" "));
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        Files.readString(Path.of("macros", design + ".ijm")), options + " output=[" + macro + "]"));
        for (String language : new String[] {"groovy", "py"}) {
            Path script = folder.resolve(language);
            run(design + "." + language, given, script);
            assertEquals(mapsAndTables(macro), mapsAndTables(script), language);
            for (String file : mapsAndTables(script))
                assertArrayEquals(
                        Files.readAllBytes(macro.resolve(file)), Files.readAllBytes(script.resolve(file)), file);
            assertTrue(ReportPage.plain(Files.readString(script.resolve("report.html")))
                    .contains("</html>"));
        }
    }

    private static void run(String script, Map<String, Object> given, Path output)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, Object> inputs = new LinkedHashMap<>(given);
        inputs.put("output", output.toString());
        try (Context context = new Context(ScriptService.class)) {
            ScriptService scripts = context.service(ScriptService.class);
            for (String language : new String[] {"groovy", "python"})
                scripts.getIndex().add(new AdaptedScriptLanguage(language) {}, false);
            scripts.run(script, Files.newBufferedReader(SCRIPTS.resolve(script)), true, inputs)
                    .get();
        }
    }

    /** What both are given: data on which their defaults are a question. */
    private Map<String, Object> given(String design) throws IOException {
        Map<String, Object> given = new LinkedHashMap<>();
        Path table = folder.resolve("participants.tsv");
        Files.writeString(
                table,
                switch (design) {
                    case "Paired_Test" -> repeated(2, "session", s -> "ses" + (s + 1));
                    case "Repeated_Measures" -> repeated(3, "session", s -> "ses" + (s + 1));
                    case "Within_Subject_2x2" -> repeated(4, "A\tB", s -> "a" + (1 + s / 2) + "\tb" + (1 + s % 2));
                    case "Several_Maps" -> people("map_a\tmap_b", s -> s + ".nii\t" + (s + MAPS / 2) + ".nii");
                    default ->
                        people("map\tsex\tage", s -> s + ".nii\t" + (s % 3 == 0 ? "F" : "M") + "\t" + 7 * s % 31);
                });
        given.put("maps", table.toString());
        given.put("permutations", 20);
        if (design.equals("Region_Inference")) {
            given.put("atlas", atlas().toString());
            given.put("search", "left");
        }
        return given;
    }

    private static String people(String columns, IntFunction<String> row) {
        return "participant_id\t" + columns + "\n"
                + IntStream.range(0, MAPS / 2)
                        .mapToObj(s -> "sub-" + s + "\t" + row.apply(s) + "\n")
                        .collect(Collectors.joining());
    }

    private static String repeated(int maps, String columns, IntFunction<String> row) {
        return "participant_id\tmap\tsubject\t" + columns + "\n"
                + IntStream.range(0, MAPS)
                        .mapToObj(m -> "m" + m + "\t" + m + ".nii\tsub-" + m / maps + "\t" + row.apply(m % maps) + "\n")
                        .collect(Collectors.joining());
    }

    /** Two halves of the grid. */
    private Path atlas() throws IOException {
        double[] labels = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < labels.length; v++)
            labels[v] = v % TinyCohort.grid().nx() < 7 ? 1 : 2;
        Files.writeString(folder.resolve("atlas.tsv"), "index\tname\n1\tleft\n2\tright\n");
        Path file = folder.resolve("atlas.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), file, "");
        return file;
    }

    /** Of a folder; the table that the macro of one sample makes of its clusters is in the report as well. */
    private static TreeSet<String> mapsAndTables(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.map(file -> results.relativize(file).toString())
                    .filter(file -> file.matches(".*\\.(nii\\.gz|tsv)") && !file.equals("clusters.tsv"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
