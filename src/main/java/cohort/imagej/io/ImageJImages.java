package cohort.imagej.io;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.StackWindow;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that ImageJ has open, in windows or, while a macro runs in batch mode, without. */
public final class ImageJImages {
    private ImageJImages() {}

    /** A window that shows one of several images. */
    public interface Several {
        /** All of them, in their order. */
        Stream<ImagePlus> images();
    }

    public static void show(String title, BufferedImage figure, String commandLine) {
        show(new ImagePlus(title, new ColorProcessor(figure)), commandLine);
    }

    /** With the macro line that made it as its info. */
    public static void show(ImagePlus image, String commandLine) {
        image.setProperty("Info", commandLine);
        show(image);
    }

    /** In a window or, while a macro runs in batch mode, without. */
    public static void show(ImagePlus image) {
        if (!inMacro() && GraphicsEnvironment.isHeadless()) return;
        image.show();
        // A window opens with its slider at the first slice, whichever is shown.
        if (image.getWindow() instanceof StackWindow window) window.updateSliceSelector();
    }

    /** The image that commands work on. */
    static Optional<ImagePlus> current() {
        return Optional.ofNullable(WindowManager.getCurrentImage());
    }

    /** The title of the image that commands work on. */
    public static Optional<String> activeTitle() {
        return current().map(ImagePlus::getTitle);
    }

    /** The image last opened of those that bear the title, or the image of that number. */
    public static Optional<ImagePlus> find(String title) {
        return images().filter(image -> image.getTitle().equals(title) || title.equals("" + image.getID()))
                .reduce((earlier, later) -> later);
    }

    public static List<String> titles() {
        return images().map(ImagePlus::getTitle).toList();
    }

    private static Stream<ImagePlus> images() {
        return seen().flatMap(
                        image -> image.getWindow() instanceof Several window ? window.images() : Stream.of(image));
    }

    /** The images that ImageJ knows: of several in one window the one that is seen. */
    public static Stream<ImagePlus> seen() {
        int[] ids = WindowManager.getIDList();
        return ids == null ? Stream.empty() : Arrays.stream(ids).mapToObj(WindowManager::getImage);
    }

    public static boolean inMacro() {
        return IJ.isMacro() || Interpreter.isBatchMode();
    }
}
