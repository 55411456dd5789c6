package cohort.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.Headless;
import cohort.table.Table;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** What scripts get from commands without a file between. */
@Tag("slow")
class OutputsTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private final Context context = new Context();
    private TinyStudy study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
    }

    @AfterEach
    void dispose() {
        context.dispose();
    }

    private Module run(Class<? extends CohortCommand> command, Map<String, Object> inputs)
            throws ExecutionException, InterruptedException {
        return context.service(CommandService.class).run(command, true, inputs).get();
    }

    @Test
    void eachCommandHandsOverWhatItMade() throws Exception {
        String maps = study.table().toString(), output = folder.resolve("out").toString();
        GroupResults results = (GroupResults)
                run(PermutationInferenceCommand.class, Map.of("maps", maps, "permutations", 20, "output", output))
                        .getOutput("results");
        String logP = output + "/contrast-intercept_stat-logpMaxT_statmap.nii.gz";
        assertArrayEquals(
                Volumes.read(Path.of(logP)).values(),
                results.contrasts().get(0).maps().get("logpMaxT").values(),
                1e-6);
        Volume mask = (Volume) run(GroupMaskCommand.class, Map.of("maps", maps)).getOutput("map");
        assertEquals(
                results.mask().size(),
                java.util.Arrays.stream(mask.values())
                        .filter(value -> value == 1)
                        .count());
        Volume kept = (Volume) run(ThresholdMapCommand.class, Map.of("image", logP, "control", "0.5"))
                .getOutput("map");
        assertTrue(java.util.Arrays.stream(kept.values()).allMatch(value -> value == 0 || value >= 0.5));
        Table table = (Table) run(ClusterTableCommand.class, Map.of("image", logP, "threshold", "0.1"))
                .getOutput("table");
        assertTrue(table.has("X"));
        File report =
                (File) run(GroupReportCommand.class, Map.of("results", output)).getOutput("file");
        assertTrue(Files.readString(report.toPath()).contains("</html>"));
        BufferedImage figure = (BufferedImage) run(DesignMatrixCommand.class, Map.of("maps", maps, "model", "1"))
                .getOutput("figure");
        assertTrue(figure.getWidth() > 50);
    }

    /** Two languages that call commands as their users do. */
    @Test
    @Tag("slow")
    void groovyAndPythonGetTheSame() {
        Binding binding = new Binding(Map.of(
                "command",
                context.service(CommandService.class),
                "maps",
                study.table().toString()));
        Object groovy = new GroovyShell(binding)
                .evaluate(
                        """
                        def module = command.run("cohort.command.SecondLevelModelCommand", true, [maps: maps]).get()
                        module.getOutput("results").contrasts()[0].maps()["t"].values().max()
                        """);
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.set("command", context.service(CommandService.class));
            python.set("maps", study.table().toString());
            python.exec(
                    """
                    module = command.run("cohort.command.SecondLevelModelCommand", True, ["maps", maps]).get()
                    largest = max(module.getOutput("results").contrasts().get(0).maps()["t"].values())
                    """);
            assertEquals((double) groovy, python.get("largest").asDouble(), 0);
        }
    }
}
