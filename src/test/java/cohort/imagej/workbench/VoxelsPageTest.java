package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.MacroLines;
import cohort.imagej.io.ImageVolumes;
import cohort.study.Step;
import cohort.study.StudyCheck.State;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.macro.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Masks that are drawn in ImageJ. */
class VoxelsPageTest extends DrivenWindow {
    /** A class of its own, for its ImageJ classes must not be loaded before they are patched. */
    private static final class Drawn {
        private static final ImagePlus IMAGE = ImageVolumes.toImage("drawn on", TinyCohort.volumes()[0]);
        private static final boolean BATCH_MODE = Interpreter.batchMode;

        private static void bringToFront() {
            WindowManager.setTempCurrentImage(IMAGE);
        }

        private static void nothing() {
            IMAGE.deleteRoi();
        }

        private static void rectangle() {
            IMAGE.setRoi(new Roi(4, 5, 6, 3));
        }

        private static void line() {
            IMAGE.setRoi(new Line(1, 1, 5, 5));
        }

        /** @return how many pixels it holds */
        private static int ovalOn(int slice) {
            Roi oval = new OvalRoi(3, 3, 8, 8);
            oval.setPosition(slice);
            IMAGE.setRoi(oval);
            return oval.getContainedPoints().length;
        }

        /** An image without a window, as in batch mode. */
        private static void open(String title, Volume map) {
            Interpreter.batchMode = true;
            Interpreter.addBatchModeImage(ImageVolumes.toImage(title, map));
        }

        private static void closeAll() {
            Interpreter.batchMode = BATCH_MODE;
        }
    }

    @AfterEach
    void closeImages() {
        MacroLines.closeImages();
    }

    private void openMaps() throws Exception {
        type("mask", "background");
        type("maps", TinyFiles.write(folder).toString());
        await(() -> is(Step.TEST, State.DONE));
    }

    private void takeRoi() throws Exception {
        onEvents(() -> {
            Drawn.bringToFront();
            return window;
        });
        click("roi");
    }

    private String said() {
        return widget("mask words", JLabel.class).getText();
    }

    @Test
    void theRoiOfTheCurrentImageIsAMask() throws Exception {
        openMaps();
        Drawn.nothing();
        takeRoi();
        await(() -> said().contains("\"drawn on\" has no ROI"));
        Drawn.rectangle();
        Path file = Path.of(widget("roi file", JTextField.class).getText());
        assertEquals(folder.resolve("roi-mask.nii.gz"), file);
        takeRoi();
        await(() -> model.study().get("mask").equals(file.toString()));
        click("mask picture");
        await(() -> said().contains("162 voxels")); // 6 x 3 pixels of the 9 slices that are not 0 in all maps
        Volume mask = Volumes.read(file);
        assertTrue(TinyCohort.grid().sameSpace(mask.grid()));
        go(Step.VOXELS);
        picture("roi");

        int pixels = Drawn.ovalOn(6);
        takeRoi();
        await(() -> said().contains("The mask is"));
        Volume oval = Volumes.read(file);
        assertEquals(pixels, sum(oval));
        for (int v = 0; v < TinyCohort.grid().voxels(); v++)
            if (oval.values()[v] != 0) assertEquals(5, TinyCohort.grid().coordinate(v, 2));
    }

    private static double sum(Volume mask) {
        double sum = 0;
        for (double value : mask.values()) sum += value;
        return sum;
    }

    @Test
    void noFileIsLost() throws Exception {
        openMaps();
        Path file = Files.writeString(folder.resolve("roi-mask.nii.gz"), "precious");
        Drawn.rectangle();
        takeRoi();
        await(() -> said().contains("which already exists"));
        assertEquals("precious", Files.readString(file));
        Drawn.line();
        type("roi file", folder.resolve("other.nii").toString());
        takeRoi();
        await(() -> said().contains("expected an area"));
        assertFalse(Files.exists(folder.resolve("other.nii")));
    }

    /** An open image is a mask by its title, as the field's menu of open images writes it. */
    @Test
    void anOpenImageIsAMask() throws Exception {
        openMaps();
        double[] half = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < half.length; v++) half[v] = TinyCohort.mask()[v] && v % 14 < 7 ? 1 : 0;
        Drawn.open("half a head", Volume.of(TinyCohort.grid(), half));
        try {
            type("mask", "half a head");
            type("permutations", "20");
            await(() -> is(Step.VOXELS, State.DONE));
            click("mask picture");
            int voxels = (int) sum(Volume.of(TinyCohort.grid(), half));
            await(() -> said().contains(voxels + " voxels"));
        } finally {
            Drawn.closeAll();
        }
    }
}
