package cohort.report;

import cohort.figure.Figure;
import cohort.figure.Figures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Figures within the page. */
final class Picture {
    /** Pixels per point of bitmaps: sharp in print, yet small. */
    private static final double SCALE = 2.5;
    /** Points are drawn larger than on paper, for their letters to be as large as those of the page. */
    private static final double ZOOM = 1.35;

    private Picture() {}

    /** A figure of many colours, as PNG. */
    static Element bitmap(Figure figure, String description, Node... caption) {
        BufferedImage image = figure.toImage(SCALE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return element("image/png", bytes.toByteArray(), figure, description, caption);
    }

    /** A figure of lines and letters, as SVG. */
    static Element drawing(Figure figure, String description, Node... caption) {
        byte[] bytes = Figures.toSvg(figure).getBytes(StandardCharsets.UTF_8);
        return element("image/svg+xml", bytes, figure, description, caption);
    }

    private static Element element(String type, byte[] bytes, Figure figure, String description, Node... caption) {
        Element image = Element.of("img")
                .with("alt", description)
                .with("width", "" + Math.round(figure.width() * ZOOM))
                .with("height", "" + Math.round(figure.height() * ZOOM))
                .with("src", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        return Element.of("figure", image, Element.of("figcaption", caption));
    }
}
