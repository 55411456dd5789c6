package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.imagej.Headless;
import cohort.imagej.io.ImageJImages;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window of a contrast, on a screen. */
class ContrastWindowTest {
    static {
        Headless.start();
    }

    private static final Grid GRID = new Grid(20, 24, 9, -3, 0, 0, 30, 0, 3, 0, -30, 0, 0, 3, 0);

    private final ResultImage t = image("age t", 4), p = image("age logp", 7);

    private boolean batchMode;

    private static ResultImage image(String title, int slice) {
        float[] values = new float[GRID.voxels()];
        values[GRID.index(3, 5, slice)] = 6;
        return ResultImage.of(
                title,
                Volume.of(GRID, values),
                HeaderNotes.NONE.withIntent(0, 0, 0, title.substring(4)),
                "run(\"" + title + "\");",
                Optional.empty());
    }

    @BeforeEach
    void needsAScreen() {
        assumeFalse(GraphicsEnvironment.isHeadless());
        batchMode = Interpreter.batchMode;
        Interpreter.batchMode = false;
    }

    @AfterEach
    void close() throws Exception {
        if (GraphicsEnvironment.isHeadless()) return;
        Interpreter.batchMode = batchMode;
        EventQueue.invokeAndWait(() -> {
            WindowManager.closeAllWindows();
            for (Window window : Window.getWindows()) window.dispose();
        });
    }

    private static String seen() {
        return WindowManager.getCurrentImage().getTitle();
    }

    @Test
    void theMapsAreOfferedInWords() throws Exception {
        new MapWindows().show(new ContrastImages(List.of(t, p), t));
        EventQueue.invokeAndWait(() -> {
            Choice choice = Arrays.stream(WindowManager.getCurrentWindow().getComponents())
                    .filter(Choice.class::isInstance)
                    .map(Choice.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertEquals("t (age)", choice.getItem(0));
            assertEquals("\u2212log10 p, uncorrected (age)", choice.getItem(1));
        });
    }

    @Test
    void oneWindowHasTheMapsAndEachIsFoundByItsTitle() throws Exception {
        MapWindows windows = new MapWindows();
        windows.show(new ContrastImages(List.of(t, p), t));
        EventQueue.invokeAndWait(() -> {});
        assertEquals(1, WindowManager.getImageCount());
        assertEquals("age t", seen());
        assertEquals(List.of("age t", "age logp"), ImageJImages.titles());
        assertEquals(5, WindowManager.getCurrentImage().getCurrentSlice(), "where the effect is");
        assertEquals(
                "run(\"age logp\");",
                ImageJImages.find("age logp").orElseThrow().getProperty("Info"));
        double zoom = WindowManager.getCurrentWindow().getCanvas().getMagnification();
        assertEquals(16, zoom);

        double[] mm = GRID.toMm(3, 5, 7);
        Position.show(ImageJImages.find("age logp").orElseThrow(), mm[0], mm[1], mm[2]);
        assertEquals(1, WindowManager.getImageCount());
        assertEquals("age logp", seen());
        assertEquals("age logp (1600%)", WindowManager.getCurrentWindow().getTitle());
        assertEquals(8, WindowManager.getCurrentImage().getCurrentSlice());
        assertEquals(zoom, WindowManager.getCurrentWindow().getCanvas().getMagnification());

        windows.show(new ContrastImages(List.of(t, p), t));
        assertEquals(1, WindowManager.getImageCount(), "it is open already");
        assertEquals("age t", seen());
        assertEquals(8, WindowManager.getCurrentImage().getCurrentSlice(), "the slice stays");
        ImagePlus image = WindowManager.getCurrentImage();
        image.close();
        assertFalse(WindowManager.getImageCount() > 0);
        assertEquals(List.of(), ImageJImages.titles());
    }
}
