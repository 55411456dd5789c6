package cohort.imagej;

import cohort.command.Backdrop;
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
        Evidence evidence = Evidence.of(result.name(), result.notes());
        ImagePlus image = ImageVolumes.toImage(result.name(), result.map());
        NotesProperty.set(image, result.notes());
        image.setLut(Luts.named(evidence.lut(result.lut())));
        image.setDisplayRange(result.min(), evidence.displayMax(result.max()));
        image.setSlice((image.getStackSize() + 1) / 2);
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) show(image, result.commandLine());
        else showInWindow(new MapImage(image, result.map().grid(), evidence, look(evidence, result)), result);
    }

    private static Look look(Evidence evidence, ResultImage result) {
        return new Look(
                evidence.first(),
                result.backdrop().map(Backdrop::shown).map(shown -> Backgrounds.of(shown.name(), shown.volume())));
    }

    private static void showInWindow(MapImage image, ResultImage result) {
        show(image, result.commandLine());
        int zoom = SIZE / Math.max(image.getWidth(), image.getHeight());
        if (zoom > 1) Zoom.set(image, zoom);
        ViewerPanel.open(image);
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
