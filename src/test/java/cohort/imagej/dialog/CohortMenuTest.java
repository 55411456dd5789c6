package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.imagej.Headless;
import cohort.imagej.macro.MacroRun;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives a command by the macro interpreter. */
class CohortMenuTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @Test
    void theCommandReceivesTheValuesOfTheLine() throws IOException {
        assertEquals(List.of("6.5", "1000", "negative", "true", "1"), echo("fwhm=6.5 permutations=1000 tail=negative"));
    }

    @Test
    void aBooleanIsTrueByItsKeyAloneAndFalseBySaying() throws IOException {
        assertEquals("true", echo("abs").get(3));
        assertEquals("false", echo("abs=false").get(3));
    }

    @Test
    void valuesDoNotLeakFromOneRunToTheNext() throws IOException {
        echo("fwhm=3");
        assertEquals("8.0", echo("tail=both").get(0));
    }

    @Test
    void aKeyWithinAValueIsNoKey() throws IOException {
        List<String> values = echo("model=[1 + fwhm=3 tail=x]");
        assertEquals("8.0", values.get(0));
        assertEquals("both", values.get(2));
        assertEquals("1 + fwhm=3 tail=x", values.get(4));
    }

    @Test
    void pathsMayHoldSpaces() throws IOException {
        Path spaced = Files.createDirectory(folder.resolve("a folder"));
        Path file = spaced.resolve("report (1).txt");
        assertEquals(Optional.empty(), run("report=[" + file + "]"));
        assertTrue(Files.exists(file));
    }

    @Test
    void anUnknownKeyIsAnErrorThatListsTheRightOnesNearestFirst() {
        assertEquals(
                Optional.of(
                        "line 1: \"Echo...\" has no option permutation (did you mean permutations?); its options are"
                                + " report, fwhm, permutations, tail, abs, model, action."),
                run("permutation=3"));
    }

    @Test
    void aValueOfTheWrongTypeIsAnError() {
        assertEquals(Optional.of("line 1: \"Echo...\" got fwhm=wide; give a number."), run("fwhm=wide"));
        assertEquals(
                Optional.of("line 1: \"Echo...\" got permutations=1.5; give a whole number."), run("permutations=1.5"));
        assertEquals(Optional.of("line 1: \"Echo...\" got abs=maybe; give true or false."), run("abs=maybe"));
    }

    @Test
    void aCommandThatRejectsItsInputEndsTheMacroWithItsSentence() {
        Path after = folder.resolve("after.txt");
        Optional<String> reason =
                MacroRun.run("run(\"Echo...\", \"action=reject\");\nFile.saveString(\"x\", \"" + after + "\");", "");
        assertEquals(Optional.of("line 1: The option action is reject; leave it out."), reason);
        assertFalse(Files.exists(after));
    }

    @Test
    void aCommandThatThrowsEndsTheMacro() {
        Path after = folder.resolve("after.txt");
        Optional<String> reason =
                MacroRun.run("run(\"Echo...\", \"action=throw\");\nFile.saveString(\"x\", \"" + after + "\");", "");
        assertEquals(Optional.of("line 1: Echo... failed: java.lang.IllegalStateException: a bug"), reason);
        assertFalse(Files.exists(after));
    }

    @Test
    void aCommandWithoutMemoryEndsTheMacroWithASentence() {
        Path after = folder.resolve("after.txt");
        String reason = MacroRun.run(
                        "run(\"Echo...\", \"action=exhaust\");\nFile.saveString(\"x\", \"" + after + "\");", "")
                .orElseThrow();
        assertTrue(
                reason.matches("line 1: memory: the [\\d,]+ MB that Java may use are not enough; give Java more .*\\."),
                reason);
        assertFalse(Files.exists(after));
    }

    private List<String> echo(String options) throws IOException {
        Path file = folder.resolve("report.txt");
        assertEquals(Optional.empty(), run("report=" + file + " " + options));
        return Files.readAllLines(file);
    }

    private static Optional<String> run(String options) {
        return MacroRun.run("run(\"Echo...\", \"" + options + "\");", "");
    }

    @Test
    void anOldJavaIsNamedInASentence() {
        assertFalse(CohortMenu.suffices("1.8"));
        assertFalse(CohortMenu.suffices("11"));
        assertTrue(CohortMenu.suffices("17"));
        assertTrue(CohortMenu.suffices("21"));
        assertEquals(
                "Cohort needs Java 17 or newer, and this ImageJ runs on Java 1.8: download the current ImageJ"
                        + " or Fiji, which include one.",
                CohortMenu.refusal("1.8"));
    }

    @Test
    void theClassOfTheMenuIsForJava8AndNamesNoOther() throws IOException {
        try (InputStream file = CohortMenu.class.getResourceAsStream("CohortMenu.class")) {
            DataInputStream data = new DataInputStream(file);
            assertEquals(0xCAFEBABE, data.readInt());
            assertEquals(52, data.readInt());
            String constants = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertEquals(
                    Set.of("cohort/imagej/dialog/CohortMenu"),
                    Pattern.compile("cohort/[\\w/]+")
                            .matcher(constants)
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()));
        }
    }
}
