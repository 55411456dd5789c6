package cohort.report.html;

import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.figure.paper.PageWidth;
import cohort.figure.paper.Style;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** Figures within the page. */
public final class Picture {
    /** For a picture as wide as a printed page, whose letters are then of 6 points or more. */
    public static final Style PAGE = Style.DEFAULT.withWidth(PageWidth.of(176));
    /** For one of two pictures beside each other. */
    public static final Style HALF = Style.DEFAULT.withWidth(PageWidth.of(85));

    /** Pixels per point of bitmaps: sharp in print, yet small. */
    private static final double SCALE = 2.75;
    /** Points are drawn larger than on paper, for their letters to be as large as those of the page. */
    private static final double ZOOM = 1.35, ZOOM_OF_BITMAPS = 1.8;

    private Picture() {}

    /** Small pictures, as many side by side as there is room for, with what they show. */
    public static Element small(List<Element> images, Node... caption) {
        return Element.of(
                "figure", Element.of("div", images.stream()).styled("panels small"), Element.of("figcaption", caption));
    }

    /** A picture, or several side by side where there is room, with what they show. */
    public static Element figure(List<Element> images, Node... caption) {
        Element pictures = images.size() == 1
                ? images.get(0)
                : Element.of("div", images.stream()).styled("panels");
        return Element.of("figure", pictures, Element.of("figcaption", caption));
    }

    /** A picture that a narrow screen scrolls, since its letters would be too small to read if it were made to fit. */
    public static Element large(Element image, Node... caption) {
        Element box = Element.of("div", image)
                .styled("large")
                .with("role", "region")
                .with("aria-label", "Figure")
                .with("tabindex", "0");
        return Element.of("figure", box, Element.of("figcaption", caption));
    }

    /** An image under a title of its own. */
    public static Element titled(String title, Element image) {
        return Element.of("div", Element.of("p", title).styled("title"), image);
    }

    /**
     * A picture as wide as the page, and the same laid out for a narrow screen, where its letters would be too small.
     *
     * @param image draws it in a style
     */
    public static Element ofAnyWidth(Function<Style, Element> image) {
        return Element.of(
                "div", image.apply(PAGE).styled("wide"), image.apply(HALF).styled("narrow"));
    }

    /** An image of many colours, as PNG. */
    public static Element bitmap(Figure figure, String description) {
        BufferedImage image = figure.toImage(SCALE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return image("image/png", bytes.toByteArray(), figure, ZOOM_OF_BITMAPS, description);
    }

    /** An image of lines and letters, as SVG. */
    public static Element drawing(Figure figure, String description) {
        byte[] bytes = Figures.toSvg(figure).getBytes(StandardCharsets.UTF_8);
        return image("image/svg+xml", bytes, figure, ZOOM, description);
    }

    private static Element image(String type, byte[] bytes, Figure figure, double zoom, String description) {
        return Element.of("img")
                .with("alt", description)
                .with("width", "" + Math.round(figure.width() * zoom))
                .with("height", "" + Math.round(figure.height() * zoom))
                .with("src", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }
}
