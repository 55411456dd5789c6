package cohort.figure.glass;

import cohort.figure.space.Gaussian;
import cohort.figure.space.View;
import java.awt.image.BufferedImage;

/**
 * The part of a body that a view looks through.
 *
 * @param body the mask
 * @param view where the eye is
 * @param from first cell along the axis of sight that holds tissue
 * @param to last such cell
 */
record Depths(TissueDensity body, View view, int from, int to) {
    private static final double DARKEST = 0.4;

    static Depths of(TissueDensity body, View view, double middle) {
        int from = 0, to = body.size(view.depth()) - 1;
        if (view == View.L) while (to > 0 && body.mm(0, to) > middle) to--;
        if (view == View.R) while (from < to && body.mm(0, from) < middle) from++;
        int first = from, last = to;
        while (first < to && new Depths(body, view, first, first).isEmpty()) first++;
        while (last > first && new Depths(body, view, last, last).isEmpty()) last--;
        return new Depths(body, view, first, last);
    }

    private boolean isEmpty() {
        for (float most : densest(from, to)) if (most >= TissueDensity.SURFACE) return false;
        return true;
    }

    /** The cell at a fraction of the depth, 0 at the low end. */
    int at(double part) {
        return (int) Math.round(from + part * (to - from));
    }

    /**
     * The most tissue on each line of sight: its outline at the surface's density is the silhouette.
     *
     * @param first first cell along the line of sight
     * @param last last cell, inclusive
     * @return cells across x cells up, across fastest, upwards in space whatever the view
     */
    float[] densest(int first, int last) {
        int width = body.size(view.across()), height = body.size(view.up()), sight = body.step(view.depth());
        float[] most = new float[width * height];
        for (int u = 0; u < height; u++)
            for (int a = 0; a < width; a++) {
                int foot = a * body.step(view.across()) + u * body.step(view.up());
                float best = 0;
                for (int d = first; d <= last; d++) best = Math.max(best, body.tissue(foot + d * sight));
                most[a + width * u] = best;
            }
        return most;
    }

    /** Black whose opacity grows as the surface that the eye meets first turns away from it; first row lowest. */
    BufferedImage shade() {
        int width = body.size(view.across()), height = body.size(view.up());
        float[] turned = new float[width * height], covered = new float[width * height];
        for (int u = 1; u + 1 < height; u++)
            for (int a = 1; a + 1 < width; a++) {
                int cell = surface(a * body.step(view.across()) + u * body.step(view.up()));
                if (cell < 0) continue;
                turned[a + width * u] = turned(cell);
                covered[a + width * u] = 1;
            }
        double sigma = 0.7 * body.grain();
        Gaussian.blurImage(turned, width, height, sigma);
        Gaussian.blurImage(covered, width, height, sigma);
        BufferedImage shade = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int p = 0; p < turned.length; p++)
            if (covered[p] > 0) {
                double away = turned[p] / covered[p];
                shade.setRGB(p % width, p / width, (int) Math.round(255 * DARKEST * away * away) << 24);
            }
        return shade;
    }

    /** Index of the first cell of tissue on a line of sight, -1 if there is none. */
    private int surface(int foot) {
        int sight = body.step(view.depth());
        for (int n = 0; n <= to - from; n++) {
            int cell = foot + (view.fromHighEnd() ? to - n : from + n) * sight;
            if (body.tissue(cell) >= TissueDensity.SURFACE) return cell;
        }
        return -1;
    }

    /** How far the surface at a cell is turned away: 0 facing the eye, 1 edge-on. */
    private float turned(int cell) {
        double squares = 0, along = 0;
        for (int s = 0; s < 3; s++) {
            double slope = (body.tissue(cell + body.step(s)) - body.tissue(cell - body.step(s))) / body.cell(s);
            squares += slope * slope;
            if (s == view.depth()) along = Math.abs(slope);
        }
        return (float) (squares > 0 ? 1 - along / Math.sqrt(squares) : 0);
    }
}
