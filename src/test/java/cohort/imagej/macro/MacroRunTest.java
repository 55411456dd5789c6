package cohort.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.imagej.Headless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroRunTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @Test
    void aMacroThatEndsHasNoReasonToFail() throws IOException {
        Path file = folder.resolve("argument.txt");
        String macro = "File.saveString(getArgument(), \"" + file + "\"); exit();";
        assertEquals(Optional.empty(), MacroRun.run(macro, "maps=a.tsv fwhm=8"));
        assertEquals("maps=a.tsv fwhm=8", Files.readString(file).strip());
    }

    @Test
    void aMistakeInTheMacroIsTheReason() {
        assertEquals(Optional.of("line 2: ')' expected"), MacroRun.run("x = 1;\nprint(x;\n", ""));
    }

    @Test
    void aMacroThatStopsInTheMiddleOfAStatementFails() {
        assertEquals(Optional.of("')' expected"), MacroRun.run("print(1);\nwait(", ""));
    }

    @Test
    void anUnknownCommandIsTheReason() {
        assertEquals(
                Optional.of("line 1: Unrecognized command: \"Nonsense...\""),
                MacroRun.run("run(\"Nonsense...\");", ""));
    }

    @Test
    void theMessageOfExitIsTheReason() {
        assertEquals(Optional.of("not today"), MacroRun.run("print(\"so far\"); exit(\"not today\");", ""));
    }

    @Test
    void aMacroThatAMacroRunsFailsBoth() {
        assertEquals(Optional.of("not today"), MacroRun.run("eval(\"exit('not today')\");", ""));
    }

    @Test
    void aMissingImageIsTheReason() {
        Path missing = folder.resolve("missing.tif");
        assertEquals(
                Optional.of("File not found: " + missing),
                MacroRun.run("open(\"" + missing + "\"); print(\"and on\");", ""));
    }

    @Test
    void anExceptionOfACalledMethodIsTheReason() {
        assertEquals(
                Optional.of("java.lang.NumberFormatException: For input string: \"ten\""),
                MacroRun.run("call(\"java.lang.Integer.parseInt\", \"ten\");", ""));
    }

    @Test
    void builtInCommandsRunWithoutADisplay() {
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "newImage(\"a\", \"32-bit black\", 5, 5, 1); run(\"Add...\", \"value=3\");"
                                + " if (getPixel(1, 1) != 3) exit(\"\" + getPixel(1, 1)); close();",
                        ""));
    }
}
