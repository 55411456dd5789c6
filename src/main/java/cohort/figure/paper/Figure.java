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
 * @param width in units, at least 1
 * @param height in units, at least 1
 * @param unit in points (1/72 inch) in print, above 0
 * @param ground the colour of the paper
 * @param painter draws on the rectangle from (0, 0) to (width, height), y down; may be called more than once
 */
public record Figure(int width, int height, double unit, Color ground, Consumer<? super Graphics2D> painter) {
    private static final double MM_PER_POINT = 25.4 / 72;

    /** @throws IllegalArgumentException if a side is below 1 or the unit not above 0 */
    public Figure {
        if (width < 1 || height < 1 || !(unit > 0))
            throw new IllegalArgumentException("a figure of " + width + " x " + height + " x " + unit + " points");
    }

    /** On white, with points as units. */
    public Figure(int width, int height, Consumer<? super Graphics2D> painter) {
        this(width, height, 1, Color.WHITE, painter);
    }

    /** So many units in mm, in print. */
    public double mm(int units) {
        return units * unit * MM_PER_POINT;
    }

    /**
     * Draws on its paper.
     *
     * @param pointScale pixels per point, above 0, e.g. 1 for a screen of 72 dpi, 300 / 72.0 for print
     * @return RGB without transparency
     */
    public BufferedImage toImage(double pointScale) {
        double scale = pointScale * unit;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(ground);
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
