package cohort.figure.glass;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outlines of a field's higher parts as smooth closed curves: marching squares (Lorensen &amp; Cline 1987 in the plane)
 * with linear interpolation; then the polygon is drawn as tight as it can be without leaving a narrow tube about itself,
 * which takes out the steps of the voxels but no shape (after Gibson 1998, Constrained Elastic Surface Nets); and at last
 * it steers a quadratic B-spline.
 */
final class ContourTracer {
    /**
     * For each pattern of corners above the level (1: low x and y, 2: high x, 4: both high, 8: high y) the edges (B, R, T,
     * L) at which the curve enters and leaves the cell, higher ground at its left. The patterns 5 and 10 are for a middle
     * above the level.
     */
    private static final String[] CELLS = {
        "", "BL", "RB", "RL", "TR", "BRTL", "TB", "TL", "LT", "BT", "LBRT", "RT", "LR", "BR", "LB", ""
    };

    private static final String[] DIVIDED = {"BLTR", "RBLT"};

    private static final int TIGHT_ROUNDS = 150, SOFT_ROUNDS = 2;

    private final float[] field;
    private final int width, height;
    private final float level;
    private final double slack;
    /** For each edge that the curve crosses the next one plus 1, 0 for the others. */
    private final int[] next;

    private ContourTracer(float[] field, int width, int height, float level, double slack) {
        this.field = field;
        this.width = width;
        this.height = height;
        this.level = level;
        this.slack = slack;
        this.next = new int[2 * width * height];
    }

    /**
     * All curves on which the field has a level.
     *
     * @param field {@code width * height} values, x fastest; the values at the border must be below the level
     * @param level the level
     * @param slack how far a point may move to make the curve smooth, in the units of the index
     * @return closed curves, in units of the field's index
     */
    static List<Path2D> trace(float[] field, int width, int height, float level, double slack) {
        return new ContourTracer(field, width, height, level, slack).curves();
    }

    private List<Path2D> curves() {
        for (int y = 0; y + 1 < height; y++) for (int x = 0; x + 1 < width; x++) link(x, y);
        List<Path2D> curves = new ArrayList<>();
        for (int edge = 0; edge < next.length; edge++) if (next[edge] != 0) curves.add(spline(tighten(loop(edge))));
        return curves;
    }

    private void link(int x, int y) {
        float a = at(x, y), b = at(x + 1, y), c = at(x + 1, y + 1), d = at(x, y + 1);
        int pattern = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        boolean divided = (pattern == 5 || pattern == 10) && a + b + c + d < 4 * level;
        String edges = divided ? DIVIDED[pattern / 10] : CELLS[pattern];
        for (int e = 0; e < edges.length(); e += 2)
            next[edge(x, y, edges.charAt(e))] = 1 + edge(x, y, edges.charAt(e + 1));
    }

    private float at(int x, int y) {
        return field[x + width * y];
    }

    private int edge(int x, int y, char side) {
        return switch (side) {
            case 'B' -> 2 * (x + width * y);
            case 'T' -> 2 * (x + width * (y + 1));
            case 'L' -> 2 * (x + width * y) + 1;
            default -> 2 * (x + 1 + width * y) + 1;
        };
    }

    /** The points (x, y, x, y, ...) of the loop through an edge, which is taken out of the links. */
    private double[] loop(int start) {
        double[] points = new double[64];
        int n = 0;
        for (int edge = start; next[edge] != 0; ) {
            if (n == points.length) points = Arrays.copyOf(points, 2 * n);
            int x = edge / 2 % width, y = edge / 2 / width;
            boolean upright = edge % 2 == 1;
            double p = at(x, y), q = upright ? at(x, y + 1) : at(x + 1, y), part = (level - p) / (q - p);
            points[n++] = upright ? x : x + part;
            points[n++] = upright ? y + part : y;
            int following = next[edge] - 1;
            next[edge] = 0;
            edge = following;
        }
        return Arrays.copyOf(points, n);
    }

    /** Moves each point to the middle of its neighbours again and again, but nowhere farther than the slack. */
    private double[] tighten(double[] points) {
        int n = points.length;
        double[] now = points.clone(), before = new double[n];
        int soft = (int) Math.round(SOFT_ROUNDS * slack * slack / 0.25);
        for (int round = 0; round < TIGHT_ROUNDS + soft; round++) {
            boolean tight = round < TIGHT_ROUNDS;
            System.arraycopy(now, 0, before, 0, n);
            for (int p = 0; p < n; p += 2) {
                int last = (p + n - 2) % n, following = (p + 2) % n;
                double dx = (before[last] + before[following]) / 2 - points[p];
                double dy = (before[last + 1] + before[following + 1]) / 2 - points[p + 1];
                double shorten = !tight ? 1 : Math.min(1, slack / Math.max(1e-12, Math.hypot(dx, dy)));
                now[p] = points[p] + shorten * dx;
                now[p + 1] = points[p + 1] + shorten * dy;
            }
        }
        return now;
    }

    private static Path2D spline(double[] points) {
        int n = points.length;
        Path2D path = new Path2D.Double();
        path.moveTo((points[n - 2] + points[0]) / 2, (points[n - 1] + points[1]) / 2);
        for (int p = 0; p < n; p += 2) {
            double x = points[p], y = points[p + 1];
            path.quadTo(x, y, (x + points[(p + 2) % n]) / 2, (y + points[(p + 3) % n]) / 2);
        }
        path.closePath();
        return path;
    }
}
