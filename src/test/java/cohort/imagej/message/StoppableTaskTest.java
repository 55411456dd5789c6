package cohort.imagej.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.command.viewer.PrintedTask;
import cohort.imagej.Widgets;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JProgressBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window with the button, on a screen. */
class StoppableTaskTest {
    private final List<String> printed = new ArrayList<>();

    @BeforeEach
    void needsAScreen() {
        assumeFalse(GraphicsEnvironment.isHeadless());
    }

    private StoppableTask task(String name) {
        return new StoppableTask(new PrintedTask(name, printed::add, System::nanoTime), name, null);
    }

    private static Optional<JDialog> window(String name) throws Exception {
        List<JDialog> found = new ArrayList<>();
        EventQueue.invokeAndWait(() -> Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof JDialog dialog && dialog.isShowing())
                .map(JDialog.class::cast)
                .filter(dialog -> dialog.getTitle().equals(name))
                .forEach(found::add));
        return found.stream().findFirst();
    }

    private static JDialog awaited(String name) throws Exception {
        for (int wait = 0; window(name).isEmpty(); wait++) {
            assertTrue(wait < 500, "waited in vain");
            Thread.sleep(20);
        }
        return window(name).orElseThrow();
    }

    @Test
    void theButtonStopsTheTask() throws Exception {
        try (StoppableTask task = task("Long one")) {
            task.update("Sign flips", 1, 1000);
            JDialog window = awaited("Long one");
            task.update("Sign flips", 250, 1000);
            EventQueue.invokeAndWait(() -> {});
            JProgressBar bar =
                    Widgets.all(window, JProgressBar.class).findFirst().orElseThrow();
            assertEquals(0.25, bar.getPercentComplete());
            assertFalse(task.isCanceled());
            JButton stop = Widgets.named(window, "Stop", JButton.class);
            EventQueue.invokeAndWait(stop::doClick);
            assertTrue(task.isCanceled());
            assertFalse(stop.isEnabled());
        }
        assertEquals(Optional.empty(), window("Long one"));
        assertTrue(
                printed.stream().anyMatch(line -> line.startsWith("Long one: Sign flips 250 of 1,000")),
                printed.toString());
    }

    /** Its end is before its window would come, which then stays away. */
    @Test
    void aShortTaskHasNoWindow() throws Exception {
        task("Short one").close();
        try (StoppableTask later = task("Later one")) {
            awaited("Later one");
            assertFalse(later.isCanceled());
        }
        assertEquals(Optional.empty(), window("Short one"));
    }
}
