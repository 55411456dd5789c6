package cohort.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.command.viewer.RunningTask;
import cohort.imagej.Headless;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opens in ImageJ, on a screen, while a task is at work. */
class ProgressWindowTest {
    static {
        Headless.start();
    }

    /** What other tests have left. */
    private final Set<Window> before = new HashSet<>();

    @BeforeEach
    void start() {
        assumeFalse(GraphicsEnvironment.isHeadless());
        before.addAll(Arrays.asList(Window.getWindows()));
        Started.start();
    }

    @AfterEach
    void quit() throws Exception {
        if (GraphicsEnvironment.isHeadless()) return;
        Started.quit();
        await(Started::hasQuit);
    }

    /** The first task is the longer one: when the window of the second has come, that of the first should have. */
    @Test
    void nothingOpensForATaskThatOpensNothing() throws Exception {
        ImageJViewer viewer = new ImageJViewer();
        try (RunningTask quiet = viewer.progress("Quiet", false)) {
            quiet.say("A remark.");
            assertEquals(Set.of(), windows());
            try (RunningTask told = viewer.progress("Told")) {
                await(() -> windows().contains("Told"));
                assertEquals(Set.of("Told"), windows());
                told.say("A remark.");
                await(() -> windows().contains("Log"));
                quiet.say("Another.");
                assertTrue(Started.log().contains("Quiet: Another."), Started.log());
            }
        }
    }

    private Set<String> windows() {
        Set<String> titles = new TreeSet<>();
        for (Window window : Window.getWindows()) {
            if (before.contains(window) || !window.isShowing()) continue;
            if (window instanceof Frame frame) titles.add(frame.getTitle());
            if (window instanceof Dialog dialog) titles.add(dialog.getTitle());
        }
        return titles;
    }

    private static void await(BooleanSupplier condition) throws Exception {
        for (int wait = 0; !condition.getAsBoolean(); wait++) {
            assertTrue(wait < 500, "waited in vain");
            Thread.sleep(20);
            EventQueue.invokeAndWait(() -> {});
        }
    }

    /** ImageJ's classes must not be loaded before they are patched. */
    private static final class Started {
        private static final boolean BATCH_MODE = ij.macro.Interpreter.batchMode;

        private static void start() {
            ij.macro.Interpreter.batchMode = false;
            new ij.ImageJ(ij.ImageJ.NO_SHOW);
        }

        private static String log() {
            return ij.IJ.getLog();
        }

        private static void quit() {
            Window log = ij.WindowManager.getWindow("Log");
            if (log instanceof ij.text.TextWindow open) open.close(false);
            ij.IJ.getInstance().exitWhenQuitting(false);
            ij.IJ.getInstance().quit();
            ij.macro.Interpreter.batchMode = BATCH_MODE;
        }

        private static boolean hasQuit() {
            return ij.IJ.getInstance() == null;
        }
    }
}
