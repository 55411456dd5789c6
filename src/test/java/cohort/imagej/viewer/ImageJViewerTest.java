package cohort.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.colour.ColourMap;
import cohort.image.Volume;
import cohort.imagej.EchoCommand;
import cohort.imagej.Headless;
import cohort.imagej.macro.MacroRun;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageJViewerTest {
    static {
        Headless.start();
    }

    private final ImageJViewer viewer = new ImageJViewer();

    @BeforeEach
    void closeAll() {
        WindowManager.closeAllWindows();
        MacroRun.run("while (nImages > 0) close();", "");
    }

    @Test
    void aMapShownByACommandIsThereForTheNextLine() {
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        """
                        run("Echo...", "action=show");
                        if (getTitle() != "echo") exit(getTitle());
                        getVoxelSize(width, height, depth, unit);
                        if (width != 3 || height != 3 || depth != 3 || unit != "mm") exit(unit);
                        getMinAndMax(min, max);
                        if (min != -2 || max != 5) exit("range " + min + " to " + max);
                        if (getMetadata("Info") != "run(\\"Echo...\\");") exit(getMetadata("Info"));
                        setSlice(1);
                        if (getPixel(3, 2) != 0) exit("" + getPixel(3, 2));
                        """,
                        ""));
    }

    @Test
    void aMapHasTheColoursOfItsColourMap() {
        MacroRun.run("run(\"Echo...\", \"action=show\");", "");
        ImagePlus image = WindowManager.getImage("echo");
        assertEquals(ImagePlus.class, image.getClass());
        int[] colours = ColourMap.INFERNO.table();
        for (int c : new int[] {0, 100, 255})
            assertEquals(colours[c], image.getProcessor().getLut().getRGB(c));
    }

    @Test
    void anOpenImageIsFoundByItsTitleAndByItsNumber() {
        MacroRun.run("run(\"Echo...\", \"action=show\");", "");
        Volume byTitle = viewer.find("echo").orElseThrow();
        assertEquals(EchoCommand.GRID, byTitle.grid());
        assertEquals(7, byTitle.values()[7]);
        assertTrue(viewer.find("" + WindowManager.getImage("echo").getID()).isPresent());
        assertEquals(Optional.empty(), viewer.find("ech"));
    }

    @Test
    void ofSeveralImagesOfATitleTheLastOpenedIsFound() {
        MacroRun.run("newImage(\"a\", \"32-bit black\", 3, 3, 1); newImage(\"b\", \"32-bit\", 2, 2, 1);", "");
        MacroRun.run("newImage(\"a\", \"32-bit white\", 4, 4, 1);", "");
        assertEquals(List.of("a", "b", "a"), viewer.titles());
        assertEquals(4, viewer.find("a").orElseThrow().grid().nx());
    }

    @Test
    void aFigureIsShownPixelForPixel() {
        BufferedImage figure = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        figure.setRGB(0, 0, 0xFF123456);
        figure.setRGB(1, 0, 0xFFFEDCBA);
        viewer.show("glass", figure, "run(\"Glass Brain...\");");
        ImagePlus image = WindowManager.getImage("glass");
        assertArrayEquals(new int[] {0x12, 0x34, 0x56, 0}, image.getPixel(0, 0));
        assertArrayEquals(new int[] {0xFE, 0xDC, 0xBA, 0}, image.getPixel(1, 0));
        assertEquals("run(\"Glass Brain...\");", image.getProperty("Info"));
    }
}
