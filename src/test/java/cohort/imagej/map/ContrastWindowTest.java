package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.imagej.Headless;
import cohort.imagej.Widgets;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;
import java.awt.Choice;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
        assertEquals(
                new Dimension(16 * 20, 16 * 24),
                WindowManager.getCurrentWindow().getCanvas().getSize(),
                "all of it");

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

    /** ImageJ tells a window that is being closed, too, that it is in front. */
    @Test
    void aClosedMapLeavesTheViewerInPeace() throws Exception {
        MapWindows windows = new MapWindows();
        windows.show(new ContrastImages(List.of(t), t));
        await(() -> panel() != null);
        MapImage map = (MapImage) WindowManager.getCurrentImage();
        EventQueue.invokeAndWait(() -> {
            map.close();
            map.setActivated();
            windows.model().change(state -> state.withImages(List.of("another")));
            assertEquals(Optional.empty(), windows.model().state().front());
        });
        assertEquals(t.max(), map.colours().max());
    }

    /** It is made beside the thread of events, so it comes a little later. */
    @Test
    void anOpenImageIsABackground() throws Exception {
        new MapWindows().show(new ContrastImages(List.of(t), t));
        ImagePlus map = WindowManager.getCurrentImage();
        float[] values = new float[GRID.voxels()];
        Arrays.fill(values, 7);
        ImagePlus anatomy = ImageVolumes.toImage("anatomy", Volume.of(GRID, values));
        await(() -> panel() != null);
        EventQueue.invokeAndWait(() -> {
            anatomy.show();
            WindowManager.setCurrentWindow(map.getWindow());
            map.setActivated();
        });
        assertEquals(0, brightness(map), "no background yet");
        choose("anatomy");
        await(() -> brightness(map) > 0);
        assertEquals("anatomy", backgrounds().getSelectedItem());
        choose(ViewerState.NONE);
        await(() -> brightness(map) == 0);
    }

    /** What can be no background says why; the one before stays. */
    @Test
    void aColourPictureIsNoBackgroundAndSaysSo() throws Exception {
        new MapWindows().show(new ContrastImages(List.of(t), t));
        ImagePlus map = WindowManager.getCurrentImage();
        await(() -> panel() != null);
        EventQueue.invokeAndWait(() -> {
            new ImagePlus("photo", new ColorProcessor(20, 24)).show();
            WindowManager.setCurrentWindow(map.getWindow());
            map.setActivated();
        });
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8)); // where ImageJ tells without a main window
        try {
            choose("photo");
            await(() -> ViewerState.NONE.equals(backgrounds().getSelectedItem()));
        } finally {
            System.setOut(before);
        }
        assertTrue(
                told.toString(StandardCharsets.UTF_8)
                        .contains(
                                "The image \"photo\" is an RGB picture; give an image with one number per pixel, e.g. with"
                                        + " Image>Type>32-bit."),
                told.toString(StandardCharsets.UTF_8));
        assertEquals(0, brightness(map));
    }

    private static Window panel() {
        return Arrays.stream(WindowManager.getAllNonImageWindows())
                .filter(window -> window instanceof ViewerPanel && window.isShowing())
                .map(Window.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Choice backgrounds() {
        return Widgets.all(panel(), Choice.class).findFirst().orElseThrow();
    }

    private static void choose(String name) throws Exception {
        await(() -> IntStream.range(0, backgrounds().getItemCount())
                .anyMatch(item -> backgrounds().getItem(item).equals(name)));
        EventQueue.invokeAndWait(() -> {
            backgrounds().select(name);
            ItemEvent event = new ItemEvent(backgrounds(), ItemEvent.ITEM_STATE_CHANGED, name, ItemEvent.SELECTED);
            for (ItemListener listener : backgrounds().getItemListeners()) listener.itemStateChanged(event);
        });
    }

    /** Of the corner of the slice, where no voxel of the map is shown. */
    private static int brightness(ImagePlus map) {
        return map.getImage() == null ? 0 : new ColorProcessor(map.getImage()).getPixel(map.getWidth() - 1, 0) & 0xFF;
    }

    private static void await(BooleanSupplier condition) throws Exception {
        boolean[] done = {false};
        for (int wait = 0; !done[0]; wait++) {
            assertTrue(wait < 500, "waited in vain");
            Thread.sleep(20);
            EventQueue.invokeAndWait(() -> done[0] = condition.getAsBoolean());
        }
    }
}
