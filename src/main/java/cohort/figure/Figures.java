package cohort.figure;

import cohort.image.AtomicFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Figures to files. */
public final class Figures {

    /** Resolution of a file when none is asked for: sharp in print at the figure's size, yet small. */
    public static final double DPI = 200;

    private Figures() {}

    /**
     * Writes a PNG of {@link #DPI} dots per inch.
     *
     * @implNote op names='cohort.figure.writePng'
     * @param figure what to draw
     * @param path the file, conventionally ending in .png; an older one is replaced
     * @throws cohort.InputException if it cannot be written
     */
    public static void writePng(Figure figure, Path path) {
        writePng(figure, path, DPI);
    }

    /**
     * Writes a PNG that carries its resolution, so that it has the figure's size in print.
     *
     * @param figure what to draw
     * @param path the file, conventionally ending in .png; an older one is replaced
     * @param dpi pixels per inch, above 0
     * @throws cohort.InputException if it cannot be written
     */
    public static void writePng(Figure figure, Path path, double dpi) {
        BufferedImage image = figure.toImage(dpi / 72);
        AtomicFile.write(path, out -> Png.write(image, dpi, out));
    }
}
