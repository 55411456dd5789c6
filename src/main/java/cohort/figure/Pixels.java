package cohort.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.graphics2d.svg.SVGGraphics2D;

/** Bitmaps within figures. */
final class Pixels {
    /** Pixels across that keep the edges of a bitmap's pixels sharp where a reader of a vector file smooths them. */
    private static final int SHARP = 1200;

    private Pixels() {}

    /**
     * Draws a bitmap whose pixels stay rectangles however large they are.
     *
     * @param place from pixels to points
     */
    static void draw(Graphics2D g, BufferedImage image, AffineTransform place) {
        int times = g instanceof SVGGraphics2D
                ? Math.max(1, Math.min(16, SHARP / Math.max(image.getWidth(), image.getHeight())))
                : 1;
        AffineTransform finer = new AffineTransform(place);
        finer.scale(1.0 / times, 1.0 / times);
        draw(
                g,
                times == 1 ? image : enlarged(image, times),
                finer,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    /** Draws a bitmap whose pixels stay rectangles into a rectangle, its first row uppermost. */
    static void draw(Graphics2D g, BufferedImage image, Rectangle2D area) {
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        draw(g, image, place);
    }

    /**
     * Draws a bitmap whose pixels run into each other.
     *
     * @param place from pixels to points
     */
    static void drawSmoothly(Graphics2D g, BufferedImage image, AffineTransform place) {
        draw(g, image, place, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private static void draw(Graphics2D g, BufferedImage image, AffineTransform place, Object interpolation) {
        Object before = g.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        g.drawImage(image, place, null);
        if (before != null) g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
    }

    private static BufferedImage enlarged(BufferedImage image, int times) {
        BufferedImage large =
                new BufferedImage(image.getWidth() * times, image.getHeight() * times, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = large.createGraphics();
        try {
            draw(g, image, AffineTransform.getScaleInstance(times, times));
        } finally {
            g.dispose();
        }
        return large;
    }
}
