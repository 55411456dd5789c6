package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.command.viewer.Viewer;
import cohort.imagej.Headless;
import cohort.imagej.Widgets;
import cohort.study.Step;
import cohort.study.StudyCheck.State;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** The window's widgets, worked as a person does, on the thread of events. */
abstract class DrivenWindow {
    static {
        Headless.start();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    final Context context = new Context();
    private final EventThreadWatch watch = new EventThreadWatch();
    WorkbenchModel model;
    Workbench window;

    @BeforeEach
    void open() throws Exception {
        onEvents(() -> {
            Viewer viewer = context.service(Viewer.class);
            model = new WorkbenchModel(viewer);
            window = new Workbench(model, viewer, context.service(CommandService.class));
            window.setSize(window.getPreferredSize());
            return window;
        });
        onEvents(() -> window.maps()); // behind the events in which the pages are made
    }

    @AfterEach
    void dispose() {
        watch.close();
        context.dispose();
        assertEquals(Set.of(), watch.found(), "done on the thread of events");
    }

    static <T> T onEvents(Supplier<T> work) throws Exception {
        List<T> result = new ArrayList<>();
        EventQueue.invokeAndWait(() -> result.add(work.get()));
        return result.get(0);
    }

    void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onEvents(condition::getAsBoolean)) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> "waited in vain; "
                            + Stream.of("so far", "mask words", "covariate words", "attention")
                                    .map(name -> widget(name, JLabel.class).getText())
                                    .collect(Collectors.joining("; "))
                            + widget("log", JTextArea.class).getText());
            Thread.sleep(20);
        }
    }

    <C extends Component> C widget(String name, Class<C> type) {
        return Widgets.named(window, name, type);
    }

    void type(String key, String text) throws Exception {
        onEvents(() -> {
            Widgets.fill(widget(key, Component.class), text);
            return key;
        });
    }

    void click(String name) throws Exception {
        onEvents(() -> {
            widget(name, AbstractButton.class).doClick();
            return name;
        });
    }

    void go(Step step) throws Exception {
        onEvents(() -> {
            widget("steps", JList.class).setSelectedIndex(step.ordinal());
            return step;
        });
        picture(step.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** For a person to look at. */
    void picture(String name) throws Exception {
        Path file = Files.createDirectories(Path.of("target/workbench")).resolve(name + ".png");
        BufferedImage image = onEvents(() -> {
            Widgets.layout(window);
            BufferedImage picture =
                    new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = picture.createGraphics();
            window.printAll(g);
            g.dispose();
            return picture;
        });
        ImageIO.write(image, "png", file.toFile());
    }

    boolean is(Step step, State state) {
        return model.check().state(step) == state;
    }
}
