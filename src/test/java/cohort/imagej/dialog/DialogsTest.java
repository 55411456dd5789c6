package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.imagej.Headless;
import cohort.imagej.NeededInputs;
import cohort.imagej.Widgets;
import cohort.text.MacroOptions;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** Each dialog on a screen: opened, given what the command cannot do without, and OK. */
@Tag("slow")
class DialogsTest {
    static {
        Headless.start();
    }

    /** They download. */
    private static final Set<String> FROM_AFAR = Set.of("Fetch Localizer Contrasts...", "Fetch Template...");

    @TempDir
    Path folder;

    @BeforeEach
    void needsAScreen() {
        assumeFalse(GraphicsEnvironment.isHeadless());
    }

    @Test
    void whatMustBeGivenIsEnough() throws Exception {
        Map<String, Map<String, String>> needed = NeededInputs.in(folder);
        Map<String, CommandInfo> commands = new HashMap<>();
        try (Context context = new Context(CommandService.class)) {
            for (CommandInfo command : context.service(CommandService.class).getCommands())
                if (command.getDelegateClassName().startsWith("cohort.command."))
                    commands.put(CommandInputs.of(command).menuItem(), command);
        }
        Set<String> all =
                Stream.of(needed.keySet(), FROM_AFAR).flatMap(Set::stream).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(commands.keySet()), new TreeSet<>(all));
        Map<String, String> failures = new LinkedHashMap<>();
        Map<String, List<String>> expected = new TreeMap<>(), recorded = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> dialog : needed.entrySet()) {
            CommandInfo command =
                    CommandRun.command(commands.get(dialog.getKey()).getDelegateClassName());
            CommandInputs inputs = CommandInputs.of(command);
            LastValues.keep(inputs, inputs.defaults()); // whatever was given last, here or by another test
            expected.put(dialog.getKey(), List.of(line(command, dialog.getValue())));
            Person person = new Person(dialog.getValue());
            person.start();
            Started.record();
            Optional<String> failure = CommandRun.run(command, Optional.empty());
            recorded.put(dialog.getKey(), Started.recorded());
            person.leave();
            person.mistake.or(() -> failure).ifPresent(why -> failures.put(dialog.getKey(), why));
            Started.closeImages();
        }
        assertEquals(Map.of(), failures);
        assertEquals(expected, recorded, "one line for each dialog, of what was given");
    }

    /** The macro line of a dialog, its keys in the dialog's order. */
    private static String line(CommandInfo command, Map<String, String> given) {
        CommandInputs inputs = CommandInputs.of(command);
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : inputs.keys()) if (given.containsKey(key)) values.put(key, given.get(key));
        return new MacroOptions(values).line(inputs.menuItem());
    }

    /** The page can be read while the dialog is filled in, and goes with it. */
    @Test
    void helpOpensTheCommandsPageBesideTheDialog() throws Exception {
        CommandInfo command = CommandRun.command("cohort.command.GroupMaskCommand");
        AtomicReference<String> page = new AtomicReference<>();
        Thread person = new Thread(() -> {
            try {
                while (page.get() == null) {
                    Thread.sleep(20);
                    EventQueue.invokeAndWait(() -> showing("Group Mask").ifPresent(dialog -> {
                        Widgets.named(dialog, "Help", JButton.class).doClick();
                        Widgets.fill(Widgets.named(dialog, "maps", Component.class), "typed meanwhile");
                        page.set(Widgets.named(showing("Group Mask Help").orElseThrow(), "page", JEditorPane.class)
                                .getText());
                        Widgets.named(dialog, "Cancel", JButton.class).doClick();
                    }));
                }
            } catch (InterruptedException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        });
        person.start();
        CommandRun.run(command, Optional.empty());
        person.join();
        assertTrue(page.get().contains("commands/Group_Mask.md"), page.get());
        assertEquals(Optional.empty(), showing("Group Mask Help"));
    }

    private static Optional<JDialog> showing(String title) {
        return Stream.of(Window.getWindows())
                .filter(window ->
                        window.isShowing() && window instanceof JDialog dialog && title.equals(dialog.getTitle()))
                .map(JDialog.class::cast)
                .findFirst();
    }

    /** ImageJ's classes must not be loaded before they are patched. */
    private static final class Started {
        private static ij.plugin.frame.Recorder recorder;

        private static void record() throws Exception {
            EventQueue.invokeAndWait(() -> recorder = new ij.plugin.frame.Recorder());
        }

        /** The lines that it wrote until now. */
        private static List<String> recorded() throws Exception {
            List<String> lines = recorder.getText().lines().toList();
            EventQueue.invokeAndWait(recorder::close);
            return lines;
        }

        private static void closeImages() throws Exception {
            EventQueue.invokeAndWait(() -> {
                for (int id : ids()) {
                    ij.ImagePlus image = ij.WindowManager.getImage(id);
                    image.changes = false;
                    image.close();
                }
            });
        }

        private static int[] ids() {
            int[] ids = ij.WindowManager.getIDList();
            return ids == null ? new int[0] : ids;
        }
    }

    /** Waits for a dialog, fills in the fields and presses OK; if it comes again, keeps the reason and cancels it. */
    private static final class Person extends Thread {
        private final Map<String, String> given;
        private volatile Optional<String> mistake = Optional.empty();
        private boolean isDone;

        Person(Map<String, String> given) {
            this.given = given;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (!isInterrupted()) {
                    sleep(20);
                    EventQueue.invokeAndWait(this::look);
                }
            } catch (InterruptedException e) {
                // the command has ended
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        void leave() throws InterruptedException {
            interrupt();
            join();
        }

        private void look() {
            for (Window window : Window.getWindows())
                if (window instanceof JDialog dialog && dialog.isShowing()) answer(dialog.getContentPane());
        }

        private void answer(Container dialog) {
            if (isDone) {
                mistake = Optional.of(
                        Widgets.named(dialog, "mistake", JLabel.class).getText());
                Widgets.named(dialog, "Cancel", JButton.class).doClick();
                return;
            }
            // What other tests gave last is offered otherwise.
            Widgets.named(dialog, "Defaults", JButton.class).doClick();
            given.forEach((key, value) -> Widgets.fill(Widgets.named(dialog, key, Component.class), value));
            isDone = true;
            Widgets.named(dialog, "OK", JButton.class).doClick();
        }
    }
}
