package cohort.figure.anatomy;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A smooth curve through points: one cubic Bézier curve from each to the next, which leaves a point in the direction from
 * the one before to the one after it, and goes straight into corners and ends.
 */
final class SmoothCurve {
    /** How far from a point its control point lies, as a part of the distance to the next point. */
    private static final double REACH = 1.0 / 3;

    /**
     * @param x across
     * @param y up
     * @param corner whether the curve may break here
     */
    record Point(double x, double y, boolean corner) {
        /** @param text such as {@code -12,40.5} or, at a corner, {@code -12,40.5*} */
        static Point of(String text) {
            boolean corner = text.endsWith("*");
            String[] numbers = text.replace("*", "").split(",");
            return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), corner);
        }

        Point mirrored() {
            return new Point(0 - x, y, corner);
        }
    }

    private final List<Point> points;
    private final boolean closed;

    /** @param points two at least, neighbours apart */
    SmoothCurve(List<Point> points, boolean closed) {
        this.points = points;
        this.closed = closed;
    }

    void appendTo(Path2D path) {
        int n = points.size();
        path.moveTo(points.get(0).x, points.get(0).y);
        for (int p = 0; p < (closed ? n : n - 1); p++) {
            Point from = points.get(p), to = points.get((p + 1) % n);
            double reach = REACH * Math.hypot(to.x - from.x, to.y - from.y);
            double[] leave = direction(p), arrive = direction((p + 1) % n);
            path.curveTo(
                    from.x + reach * leave[0],
                    from.y + reach * leave[1],
                    to.x - reach * arrive[0],
                    to.y - reach * arrive[1],
                    to.x,
                    to.y);
        }
        if (closed) path.closePath();
    }

    /** Of length 1, or 0 where the curve may break. */
    private double[] direction(int p) {
        int n = points.size();
        if (points.get(p).corner || !closed && (p == 0 || p == n - 1)) return new double[2];
        Point before = points.get((p + n - 1) % n), after = points.get((p + 1) % n);
        double dx = after.x - before.x, dy = after.y - before.y, length = Math.hypot(dx, dy);
        return new double[] {dx / length, dy / length};
    }
}
