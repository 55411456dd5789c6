package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.imagej.macro.MacroRun;
import java.util.Optional;

/** Commands by lines of macros, after {@link Headless#start}. */
public final class MacroLines {
    private MacroLines() {}

    /** Runs a command; gives why it failed, if it did. */
    public static Optional<String> attempt(String command, String options) {
        return MacroRun.run("run(\"" + command + "...\", \"" + options + "\");", "")
                .map(reason -> reason.replaceFirst("^line 1: ", ""));
    }

    /** Runs a command that must not fail. */
    public static void run(String command, String options) {
        assertEquals(Optional.empty(), attempt(command, options));
    }

    /** Images that macros show would stay in memory until the last test. */
    public static void closeImages() {
        assertEquals(Optional.empty(), MacroRun.run("close(\"*\");", ""));
    }
}
