package cohort.figure.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Bitmaps within figures. */
public final class Pixels {
    /** Pixels across that keep the edges of a bitmap's pixels sharp where a reader of a vector file smooths them. */
    private static final int SHARP = 1200, MOST_TIMES = 40;
    /** Pixels per point in print. */
    private static final double PRINTED = 6;

    private Pixels() {}

    /**
     * Draws a bitmap whose pixels stay rectangles however large they are.
     *
     * @param place from pixels to points
     */
    public static void draw(Graphics2D g, BufferedImage image, AffineTransform place) {
        if (!(g instanceof VectorCanvas)) {
            draw(g, image, place, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            return;
        }
        int across = times(image.getWidth()), down = times(image.getHeight());
        AffineTransform finer = new AffineTransform(place);
        finer.scale(1.0 / across, 1.0 / down);
        g.drawImage(enlarged(image, across, down), finer, null);
    }

    /** How many pixels a point needs for none to be seen: in print, or twice those of the picture that is drawn into. */
    public static double perPoint(Graphics2D g) {
        if (g instanceof VectorCanvas) return PRINTED;
        return Math.min(PRINTED, 2 * Math.sqrt(Math.abs(g.getTransform().getDeterminant())));
    }

    private static int times(int pixels) {
        return Math.max(1, Math.min(MOST_TIMES, SHARP / pixels));
    }

    /** Draws a bitmap whose pixels stay rectangles into a rectangle, its first row uppermost. */
    public static void draw(Graphics2D g, BufferedImage image, Rectangle2D area) {
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        draw(g, image, place);
    }

    /**
     * Draws a bitmap whose pixels run into each other.
     *
     * @param place from pixels to points
     */
    public static void drawSmoothly(Graphics2D g, BufferedImage image, AffineTransform place) {
        draw(g, image, place, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private static void draw(Graphics2D g, BufferedImage image, AffineTransform place, Object interpolation) {
        Object before = g.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        g.drawImage(image, place, null);
        if (before != null) g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
    }

    private static BufferedImage enlarged(BufferedImage image, int across, int down) {
        BufferedImage large =
                new BufferedImage(image.getWidth() * across, image.getHeight() * down, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = large.createGraphics();
        try {
            draw(
                    g,
                    image,
                    AffineTransform.getScaleInstance(across, down),
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        } finally {
            g.dispose();
        }
        return large;
    }
}
