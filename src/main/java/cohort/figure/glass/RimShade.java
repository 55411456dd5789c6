package cohort.figure.glass;

import cohort.figure.space.Gaussian;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The darkening within an outline, as of a body that is rounded at its rim.
 *
 * @param image black with little opacity, first row lowest
 * @param place takes its pixels to mm
 */
record RimShade(BufferedImage image, AffineTransform place) {
    private static final double DARKEST = 0.4, DEPTH_MM = 4;

    /** At 1 mm a pixel. */
    static RimShade of(Path2D outline) {
        Rectangle2D box = outline.getBounds2D();
        double left = Math.floor(box.getMinX()), low = Math.floor(box.getMinY());
        int width = (int) Math.ceil(box.getMaxX() - left), height = (int) Math.ceil(box.getMaxY() - low);
        float[] body = new float[width * height];
        for (int p = 0; p < body.length; p++)
            body[p] = outline.contains(left + p % width + 0.5, low + p / width + 0.5) ? 1 : 0;
        Gaussian.blurImage(body, width, height, DEPTH_MM);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int p = 0; p < body.length; p++) {
            double away = Math.max(0, Math.min(1, 2 - 2 * body[p]));
            image.setRGB(p % width, p / width, (int) Math.round(255 * DARKEST * away * away) << 24);
        }
        return new RimShade(image, AffineTransform.getTranslateInstance(left, low));
    }
}
