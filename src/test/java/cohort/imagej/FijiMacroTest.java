package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.command.GroupMaskCommand;
import cohort.imagej.macro.MacroRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** What is added to Fiji's way to run commands from macros. */
class FijiMacroTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @Test
    void aKeyWithinAValueIsNoKey() throws IOException {
        Path file = folder.resolve("report.txt");
        assertEquals(Optional.empty(), run("report=" + file + " model=[1 + fwhm=3] abs=false"));
        List<String> lines = Files.readAllLines(file);
        assertEquals("8.0", lines.get(0));
        assertEquals("false", lines.get(3));
        assertEquals("1 + fwhm=3", lines.get(4));
    }

    @Test
    void anUnknownKeyEndsTheMacro() {
        assertEquals(
                Optional.of("line 1: \"Echo...\" has no option fwmh (did you mean fwhm?); its options are report, fwhm,"
                        + " permutations, tail, abs, model, action."),
                run("fwmh=6"));
    }

    @Test
    void aCommandThatRejectsItsInputEndsTheMacro() {
        assertEquals(Optional.of("line 1: The option action is reject; leave it out."), run("action=reject"));
    }

    /** As Fiji does with {@code --headless --run}, whose user interface drops why a command was cancelled. */
    @Test
    void withoutAMacroTheReasonGoesToStandardError() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (Context context = new Context()) {
            context.service(CommandService.class)
                    .run(GroupMaskCommand.class, true, Map.of("maps", "/no/such/maps"))
                    .get();
        } finally {
            System.setErr(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("maps=/no/such/maps does not exist, expected a table"), text);
    }

    private Optional<String> run(String options) {
        Path after = folder.resolve("after.txt");
        Optional<String> reason = MacroRun.run(
                "run(\"Fiji Echo...\", \"" + options + "\");\nFile.saveString(\"x\", \"" + after + "\");", "");
        if (reason.isPresent()) assertFalse(Files.exists(after));
        return reason;
    }
}
