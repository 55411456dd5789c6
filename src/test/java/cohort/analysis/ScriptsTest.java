package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.analysis.results.GroupResults;
import cohort.report.ReportPage;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.core.PyList;
import org.python.core.PyString;
import org.python.util.PythonInterpreter;

/** The scripts of the folder {@code scripts}, run as they stand. */
@Tag("slow")
class ScriptsTest {
    private static final Path SCRIPTS = Path.of("scripts");

    @TempDir
    Path folder;

    /** Fiji binds what stands in lines of #@, which Groovy does not know. */
    private String runGroovy(Path maps, Path output) throws IOException {
        StringWriter said = new StringWriter();
        Binding binding = new Binding();
        binding.setVariable("maps", maps.toString());
        binding.setVariable("output", output.toString());
        binding.setVariable("out", new PrintWriter(said));
        new GroovyShell(binding)
                .evaluate(Files.readString(SCRIPTS.resolve("One_Sample_Test.groovy"))
                        .replaceAll("(?m)^#@.*$", ""));
        return said.toString();
    }

    /** PyImageJ's two modules are stood in for: there is no Fiji to start, and classes come from this JVM. */
    private String runPython(Path maps, Path output) throws IOException {
        StringWriter said = new StringWriter();
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.setOut(said);
            python.exec(
                    """
                    import sys, types
                    imagej = types.ModuleType("imagej")
                    imagej.init = lambda fiji: None
                    scyjava = types.ModuleType("scyjava")
                    def jimport(name):
                        package, _, simple = name.rpartition(".")
                        return getattr(__import__(package, fromlist=[simple]), simple)
                    scyjava.jimport = jimport
                    sys.modules["imagej"], sys.modules["scyjava"] = imagej, scyjava
                    """);
            python.getSystemState().argv = new PyList();
            for (String argument : new String[] {"one_sample_test.py", "Fiji.app", maps.toString(), output.toString()})
                python.getSystemState().argv.append(new PyString(argument));
            python.exec(Files.readString(SCRIPTS.resolve("one_sample_test.py")));
        }
        return said.toString();
    }

    @Test
    void bothGiveTheSameResultsAndAReport() throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        Path groovy = folder.resolve("groovy"), python = folder.resolve("python");
        String said = runGroovy(study.table(), groovy);
        assertEquals(
                said.strip().split(": ")[0],
                runPython(study.table(), python).strip().split(": ")[0]);
        double[] logP = GroupResults.read(groovy)
                .contrasts()
                .get(0)
                .test("t")
                .orElseThrow()
                .logP();
        double smallest = Math.pow(10, -Arrays.stream(logP).max().orElseThrow());
        assertEquals(smallest, Double.parseDouble(said.strip().split(": ")[1]), 1e-6);
        for (String map : new String[] {"t", "z", "effect", "logpMaxT", "logpMaxMass"}) {
            String name = "contrast-intercept_stat-" + map + "_statmap.nii.gz";
            assertArrayEquals(Files.readAllBytes(groovy.resolve(name)), Files.readAllBytes(python.resolve(name)));
        }
        assertTrue(GroupResults.read(groovy).run().isPermutation());
        assertTrue(ReportPage.plain(Files.readString(python.resolve("report.html")))
                .contains("</html>"));
    }
}
