package cohort.figure.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A picture that has not been drawn yet: its size and what draws it. The same painter serves a bitmap of any resolution
 * and a vector format, and needs no screen.
 *
 * @param width in points (1/72 inch), at least 1
 * @param height in points, at least 1
 * @param painter draws on the rectangle from (0, 0) to (width, height), y down; may be called more than once
 */
public record Figure(int width, int height, Consumer<? super Graphics2D> painter) {

    /** @throws IllegalArgumentException if a side is below 1 */
    public Figure {
        if (width < 1 || height < 1)
            throw new IllegalArgumentException("a figure of " + width + " x " + height + " points");
    }

    /**
     * Draws on white.
     *
     * @param scale pixels per point, above 0, e.g. 1 for a screen of 72 dpi, 300 / 72.0 for print
     * @return RGB without transparency
     */
    public BufferedImage toImage(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(scale, scale);
            painter.accept(g);
        } finally {
            g.dispose();
        }
        return image;
    }
}
