package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.Headless;
import cohort.imagej.Widgets;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
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

    /** What is to be given in each dialog, in an order in which results are there before they are read. */
    private final Map<String, Map<String, String>> needed = new LinkedHashMap<>();

    @BeforeEach
    void makeStudy() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless());
        String maps = TinyStudy.in(folder).table().toString();
        String results = folder.resolve("results").toString();
        String statistic = results + "/contrast-intercept_stat-t_statmap.nii.gz";
        String atlas = atlas().toString();
        needed.put("Sample Cohort...", Map.of("output", folder.resolve("sample").toString()));
        for (String item : List.of("Group Mask...", "Carpet...", "Subject Grid...", "Design Matrix..."))
            needed.put(item, Map.of("maps", maps));
        String model = folder.resolve("model").toString();
        needed.put("Second-Level Model...", Map.of("maps", maps, "output", model));
        needed.put("P-P Plot...", Map.of("image", model + "/contrast-intercept_stat-z_statmap.nii.gz"));
        needed.put("Region Inference...", Map.of("maps", maps, "atlas", atlas));
        needed.put("Permutation Inference...", Map.of("maps", maps, "true_discoveries", "true", "output", results));
        for (String item :
                List.of("Show Map...", "Slices...", "Glass Brain...", "Threshold Map...", "Cluster Table..."))
            needed.put(item, Map.of("image", statistic));
        for (String item : List.of("Null Distribution...", "Group Report..."))
            needed.put(item, Map.of("results", results));
        needed.put("True Discoveries...", Map.of("results", results, "regions", atlas));
        needed.put(
                "Within-Subject Maps...",
                Map.of(
                        "maps",
                        twice().toString(),
                        "model",
                        "C(session) + person",
                        "contrast",
                        "session.2",
                        "output",
                        folder.resolve("differences").toString()));
    }

    /** The mask in two halves. */
    private Path atlas() throws IOException {
        boolean[] mask = TinyCohort.mask();
        double[] labels = new double[mask.length];
        for (int v = 0; v < labels.length; v++) labels[v] = !mask[v] ? 0 : v < labels.length / 2 ? 1 : 2;
        Path file = folder.resolve("atlas.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), file, "atlas");
        Files.writeString(folder.resolve("atlas.tsv"), "index\tname\n1\tBelow\n2\tAbove\n");
        return file;
    }

    /** Three people, each with two of the maps. */
    private Path twice() throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\tperson\tsession\n");
        for (int s = 0; s < TinyStudy.SUBJECTS; s++)
            table.append("m" + s + "\tsub-" + (s + 1) + ".nii\tp" + s % 3 + "\t" + (s / 3 + 1) + "\n");
        return Files.writeString(folder.resolve("study/sessions.tsv"), table);
    }

    @Test
    void whatMustBeGivenIsEnough() throws Exception {
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
        for (Map.Entry<String, Map<String, String>> dialog : needed.entrySet()) {
            CommandInfo command =
                    CommandRun.command(commands.get(dialog.getKey()).getDelegateClassName());
            Person person = new Person(dialog.getValue());
            person.start();
            CommandRun.Outcome outcome = CommandRun.run(command, Optional.empty());
            person.leave();
            person.mistake.or(outcome::failure).ifPresent(why -> failures.put(dialog.getKey(), why));
            Started.closeImages();
        }
        assertEquals(Map.of(), failures);
    }

    /** ImageJ's classes must not be loaded before they are patched. */
    private static final class Started {
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
            given.forEach((key, value) -> Widgets.fill(Widgets.named(dialog, key, Component.class), value));
            isDone = true;
            Widgets.named(dialog, "OK", JButton.class).doClick();
        }
    }
}
