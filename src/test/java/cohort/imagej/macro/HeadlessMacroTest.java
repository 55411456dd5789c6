package cohort.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program that runs a macro, as a shell sees it: what it prints and its exit code. */
@Tag("slow")
class HeadlessMacroTest {
    @TempDir
    Path folder;

    /**
     * What a process left.
     *
     * @param code its exit code
     * @param out lines of its standard output
     * @param err lines of its error output
     */
    record Ended(int code, List<String> out, List<String> err) {
        String lastError() {
            return err.get(err.size() - 1);
        }

        void assertNoTrace() {
            for (List<String> lines : List.of(out, err))
                for (String line : lines) assertFalse(line.matches("\\s+at [\\w.$]+\\(.*"), () -> "a trace: " + lines);
        }
    }

    @Test
    void aMacroThatSucceedsExitsWithZero() throws Exception {
        TinyStudy study = TinyStudy.in(folder);
        Path macro = macro("run(\"Group Mask...\", getArgument()); print(\"done\");");
        Path results = folder.resolve("re sults");
        Ended ended = run(macro.toString(), "maps=[" + study.table() + "] output=[" + results + "]");
        assertEquals(0, ended.code(), () -> "" + ended);
        assertEquals("done", ended.out().get(ended.out().size() - 1));
        assertTrue(Files.size(results.resolve("mask.nii.gz")) > 0);
        ended.assertNoTrace();
    }

    @Test
    void aCommandThatFailsIsTheLastLineAndNoTraceIsShown() throws Exception {
        TinyStudy study = TinyStudy.in(folder);
        study.cut(study.map(2), 1);
        Path macro = macro("print(\"so far\");\nrun(\"Group Mask...\", getArgument());\nprint(\"and on\");");
        Path results = folder.resolve("results");
        Ended ended = run(macro.toString(), "maps=[" + study.table() + "] output=[" + results + "]");
        assertEquals(1, ended.code(), () -> "" + ended);
        assertEquals(
                macro + ": line 2: " + study.map(2)
                        + ": found 11999 bytes, expected at least 1 x 11648 for the voxels that the header declares"
                        + " after byte 352; the file is truncated or its header damaged.",
                ended.lastError());
        assertTrue(ended.out().contains("so far") && !ended.out().contains("and on"), () -> "" + ended);
        ended.assertNoTrace();
        assertFalse(Files.exists(results), "something was written");
    }

    @ParameterizedTest
    @CsvSource({
        "exit('not today');, not today",
        "print(1;, ')' expected",
        "run('Nonsense...');, Unrecognized command",
        "run('Group Mask...');, maps is empty"
    })
    void aMacroThatFailsExitsWithOne(String text, String reason) throws Exception {
        Ended ended = run(macro(text).toString());
        assertEquals(1, ended.code(), () -> "" + ended);
        assertTrue(ended.lastError().contains(reason), ended::lastError);
        ended.assertNoTrace();
    }

    @Test
    void aMacroThatIsNotThereExitsWithTwo() throws Exception {
        Ended ended = run(folder.resolve("none.ijm").toString());
        assertEquals(2, ended.code(), () -> "" + ended);
        assertTrue(ended.lastError().contains("none.ijm"), ended::lastError);
        ended.assertNoTrace();
    }

    /** Three maps of 160³ voxels, each 125 MB while it is worked on, in a Java of 80 MB: nothing of them is read. */
    @Test
    void mapsForWhichMemoryDoesNotSufficeAreRefusedBeforeTheyAreRead() throws Exception {
        Grid grid = Grid.ofVoxelSize(160, 160, 160, 1, 1, 1);
        for (int s = 0; s < 3; s++)
            Volumes.write(Volume.of(grid, new float[grid.voxels()]), folder.resolve("maps/sub-" + s + ".nii.gz"), "");
        Path results = folder.resolve("results");
        Ended ended = run(
                List.of("-Xmx80m"),
                macro("run(\"Permutation Inference...\", getArgument());").toString(),
                "maps=" + folder.resolve("maps") + " output=" + results);
        assertEquals(1, ended.code(), () -> "" + ended);
        assertTrue(
                ended.lastError()
                        .endsWith(
                                "memory: found 80 MB that Java may use, expected at least 188 MB for 3 maps of 4,096,000"
                                        + " voxels; analyse images of fewer voxels, or give Java more (-Xmx)."),
                ended::lastError);
        assertTrue(ended.out().stream().noneMatch(line -> line.contains("Reading")), () -> "" + ended);
        ended.assertNoTrace();
        assertFalse(Files.exists(results), "something was written");
    }

    private Path macro(String text) throws IOException {
        return Files.writeString(folder.resolve("a macro.ijm"), text);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    private Ended run(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HeadlessMacro.class.getName()));
        command.addAll(List.of(arguments));
        File out = folder.resolve("out.txt").toFile(),
                err = folder.resolve("err.txt").toFile();
        int code = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start()
                .waitFor();
        return new Ended(code, Files.readAllLines(out.toPath()), Files.readAllLines(err.toPath()));
    }
}
