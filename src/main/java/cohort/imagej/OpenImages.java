package cohort.imagej;

import cohort.command.ResultImage;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.Zoom;
import ij.process.ColorProcessor;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that ImageJ has open, in windows or, while a macro runs in batch mode, without. */
final class OpenImages {
    /** Maps are enlarged by a whole number to about this many pixels on the screen. */
    private static final int SIZE = 400;

    private OpenImages() {}

    static void show(ResultImage result) {
        ImagePlus image = ImageVolumes.toImage(result.name(), result.map());
        image.setLut(Luts.named(result.lut()));
        image.setDisplayRange(result.min(), result.max());
        image.setSlice((image.getStackSize() + 1) / 2);
        show(image, result.commandLine());
        int zoom = SIZE / Math.max(image.getWidth(), image.getHeight());
        if (image.getWindow() != null && zoom > 1) Zoom.set(image, zoom);
    }

    static void show(String title, BufferedImage figure, String commandLine) {
        show(new ImagePlus(title, new ColorProcessor(figure)), commandLine);
    }

    private static void show(ImagePlus image, String commandLine) {
        image.setProperty("Info", commandLine);
        show(image);
    }

    /** In a window or, while a macro runs in batch mode, without. */
    static void show(ImagePlus image) {
        if (inMacro() || !GraphicsEnvironment.isHeadless()) image.show();
    }

    /** The image that commands work on. */
    static Optional<ImagePlus> current() {
        return Optional.ofNullable(WindowManager.getCurrentImage());
    }

    /** The image last opened of those that bear the title, or the image of that number. */
    static Optional<ImagePlus> find(String title) {
        return images().filter(image -> image.getTitle().equals(title) || title.equals("" + image.getID()))
                .reduce((earlier, later) -> later);
    }

    static List<String> titles() {
        return images().map(ImagePlus::getTitle).toList();
    }

    private static Stream<ImagePlus> images() {
        int[] ids = WindowManager.getIDList();
        return ids == null ? Stream.empty() : Arrays.stream(ids).mapToObj(WindowManager::getImage);
    }

    static boolean inMacro() {
        return IJ.isMacro() || Interpreter.isBatchMode();
    }
}
