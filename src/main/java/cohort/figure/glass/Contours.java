package cohort.figure.glass;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * The curves on which a projection crosses levels, those of positive and of negative values apart.
 *
 * @param positive in mm across (negative if the view is mirrored) and up
 * @param negative likewise, at minus the levels
 */
record Contours(Path2D positive, Path2D negative) {
    /** @param levels above 0 */
    static Contours of(Projection projection, List<Double> levels) {
        return new Contours(trace(projection, levels, 1), trace(projection, levels, -1));
    }

    private static Path2D trace(Projection projection, List<Double> levels, int sign) {
        // A frame of zeros, because curves must close.
        int width = projection.width() + 2, height = projection.height() + 2;
        float[] field = new float[width * height];
        for (int u = 0; u < projection.height(); u++)
            for (int a = 0; a < projection.width(); a++)
                field[a + 1 + width * (u + 1)] = (float) Math.max(0, sign * projection.value(a, u));
        for (int p = 0; p < field.length; p++) if (Float.isNaN(field[p])) field[p] = 0;
        Path2D all = new Path2D.Double();
        for (double level : levels)
            for (Path2D curve : ContourTracer.trace(field, width, height, (float) level, 0)) all.append(curve, false);
        AffineTransform toMm = AffineTransform.getTranslateInstance(
                projection.mm().getX(), projection.mm().getY());
        toMm.scale(
                projection.mm().getWidth() / projection.width(), projection.mm().getHeight() / projection.height());
        toMm.translate(-0.5, -0.5);
        all.transform(toMm);
        return all;
    }

    boolean isEmpty() {
        return positive.getCurrentPoint() == null && negative.getCurrentPoint() == null;
    }
}
