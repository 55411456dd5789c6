package cohort.figure.glass;

import cohort.figure.colour.ColourRange;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.PageWidth;
import cohort.figure.paper.Paper;
import cohort.figure.paper.Pixels;
import cohort.figure.space.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The views of a panel side by side, in one row or several, at the scale that all panels of a figure share.
 *
 * @param views from left to right and from above
 * @param perRow views in a row, at least 1
 * @param low the least of the glasses' outer faces along x, y, z in mm
 * @param high the greatest
 * @param scale points per mm
 */
public record ViewRows(List<View> views, int perRow, double[] low, double[] high, double scale) {
    /** Room around the glass, as a fraction of its longest side; between two views. */
    private static final double AROUND = 0.02, BETWEEN = 0.05;

    private static final int EMPTY = 0x28, OUTLINE = 0xA0;
    /** Lines of values lie on a rim, to be seen on dark colours too. */
    private static final int RIM = 0xC0;

    /**
     * The stage whose width and longest side do not exceed the given ones, unless its longest side would be too small.
     *
     * @param perRow views in a row
     * @param width at most, in points
     * @param largest longest side at most, in points
     * @param least longest side at least, in points
     */
    public static ViewRows fitting(
            List<View> views, int perRow, Collection<GlassViews> glasses, double width, double largest, double least) {
        double[] low = new double[3], high = new double[3];
        for (int s = 0; s < 3; s++) {
            int axis = s;
            low[s] = glasses.stream().mapToDouble(g -> g.low()[axis]).min().orElseThrow();
            high[s] = glasses.stream().mapToDouble(g -> g.high()[axis]).max().orElseThrow();
        }
        ViewRows unit = new ViewRows(views, perRow, low, high, 1);
        double scale = Math.min(width / unit.width(), largest / unit.side());
        return new ViewRows(views, perRow, low, high, Math.max(scale, least / unit.side()));
    }

    /** Longest side of any view in points. */
    double side() {
        double longest = 0;
        for (View view : views) longest = Math.max(longest, Math.max(span(view.across()), span(view.up())));
        return longest * scale;
    }

    private double span(int axis) {
        return high[axis] - low[axis];
    }

    private double width(View view) {
        return span(view.across()) * scale + 2 * AROUND * side();
    }

    private double height(View view) {
        return span(view.up()) * scale + 2 * AROUND * side();
    }

    private List<List<View>> rows() {
        List<List<View>> rows = new ArrayList<>();
        for (int first = 0; first < views.size(); first += perRow)
            rows.add(views.subList(first, Math.min(views.size(), first + perRow)));
        return rows;
    }

    private double width(List<View> row) {
        return row.stream().mapToDouble(this::width).sum() + (row.size() - 1) * BETWEEN * side();
    }

    private double height(List<View> row) {
        return row.stream().mapToDouble(this::height).max().orElseThrow();
    }

    /** Width of the longest row in points. */
    double width() {
        return rows().stream().mapToDouble(this::width).max().orElseThrow();
    }

    /** Height of all rows in points. */
    double height() {
        List<List<View>> rows = rows();
        return rows.stream().mapToDouble(this::height).sum() + (rows.size() - 1) * BETWEEN * side();
    }

    /**
     * Draws a panel.
     *
     * @param x left end in points
     * @param y upper end in points
     * @param paper what it is drawn on
     */
    void paint(
            Graphics2D g,
            double x,
            double y,
            PanelProjections map,
            GlassViews glasses,
            ColourRange range,
            Paper paper) {
        List<ViewPlace> places = places(x, y);
        for (int v = 0; v < views.size(); v++) {
            View view = views.get(v);
            Rectangle2D frame = places.get(v).frame();
            AffineTransform fromMm = places.get(v).fromMm();
            if (glasses.glass().containsKey(view)) {
                Glass glass = glasses.glass().get(view);
                shade(g, glass, fromMm, paper);
                map(g, map.projections().get(v), range, fromMm);
                if (!map.contours().isEmpty()) contours(g, map.contours().get(v), fromMm, paper);
                lines(g, glass, fromMm, paper);
            } else {
                g.setColor(paper.ink(EMPTY));
                g.setStroke(new BasicStroke(1));
                g.draw(frame);
            }
            if (view.showsLeftAndRight()) sides(g, frame.getX(), frame.getY(), frame.getWidth(), paper);
        }
        String message = map.emptiness();
        if (!message.isEmpty()) say(g, message, paper, places.get((Math.min(perRow, views.size()) - 1) / 2));
    }

    /**
     * Where each view stands, in points.
     *
     * @param x left end
     * @param y upper end
     */
    List<ViewPlace> places(double x, double y) {
        List<ViewPlace> places = new ArrayList<>();
        double top = y;
        for (List<View> row : rows()) {
            double left = x;
            for (View view : row) {
                double above = top + (height(row) - height(view)) / 2;
                Rectangle2D frame = new Rectangle2D.Double(left, above, width(view), height(view));
                places.add(new ViewPlace(view, frame, fromMm(view, left, above)));
                left += width(view) + BETWEEN * side();
            }
            top += height(row) + BETWEEN * side();
        }
        return places;
    }

    /** From mm across and up in a view to points, when the view's upper left corner is at a point. */
    public AffineTransform fromMm(View view, double left, double top) {
        double across = view.mirrored() ? -high[view.across()] : low[view.across()];
        AffineTransform transform = AffineTransform.getTranslateInstance(
                left + AROUND * side() - across * scale, top + AROUND * side() + high[view.up()] * scale);
        transform.scale(scale, -scale);
        return transform;
    }

    private static void shade(Graphics2D g, Glass glass, AffineTransform fromMm, Paper paper) {
        Shape clip = g.getClip();
        g.clip(fromMm.createTransformedShape(glass.silhouette()));
        AffineTransform place = new AffineTransform(fromMm);
        place.concatenate(glass.shadePlace());
        Pixels.drawSmoothly(g, glass.shade(paper), place);
        g.setClip(clip);
    }

    private static void map(Graphics2D g, Projection map, ColourRange range, AffineTransform fromMm) {
        BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
        for (int u = 0; u < map.height(); u++)
            for (int a = 0; a < map.width(); a++)
                if (!Double.isNaN(map.value(a, u))) image.setRGB(a, u, range.rgb(map.value(a, u)));
        AffineTransform place = new AffineTransform(fromMm);
        place.translate(map.mm().getX(), map.mm().getY());
        place.scale(map.mm().getWidth() / map.width(), map.mm().getHeight() / map.height());
        Pixels.draw(g, image, place);
    }

    /** Dashed where the value is negative. */
    private void contours(Graphics2D g, Contours contours, AffineTransform fromMm, Paper paper) {
        float thickness = (float) Math.max(0.5, 0.007 * side());
        Shape positive = fromMm.createTransformedShape(contours.positive());
        Shape negative = fromMm.createTransformedShape(contours.negative());
        g.setColor(new Color(paper.ground().getRGB() & 0xFFFFFF | RIM << 24, true));
        g.setStroke(new BasicStroke(2.2f * thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(positive);
        g.draw(negative);
        g.setColor(paper.ink());
        g.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(positive);
        float[] dashes = {2.5f * thickness, 2.5f * thickness};
        g.setStroke(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        g.draw(negative);
    }

    private void lines(Graphics2D g, Glass glass, AffineTransform fromMm, Paper paper) {
        double thickness = Math.max(0.45, 0.0065 * side());
        for (GlassLine line : glass.lines()) {
            Shape path = fromMm.createTransformedShape(line.path());
            g.setColor(paper.ink(line.fill().getAlpha()));
            if (line.fill().getAlpha() > 0) g.fill(path);
            double width = line.thickness() * thickness;
            g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(paper.ink(line.colour().getAlpha()));
            g.draw(path);
        }
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(paper.ink(OUTLINE));
        g.draw(fromMm.createTransformedShape(glass.silhouette()));
    }

    private void sides(Graphics2D g, double left, double top, double width, Paper paper) {
        Lettering letters = new Lettering(Math.max(PageWidth.LEAST_LETTERS, Math.min(10, 0.07 * side())));
        double inset = 0.03 * side(), baseline = top + inset + letters.capHeight();
        letters.drawOnRim(g, "L", left + inset, baseline, 0, paper);
        letters.drawOnRim(g, "R", left + width - inset, baseline, 1, paper);
    }

    /** Writes in a view, so that the text does not run from one into the next. */
    private void say(Graphics2D g, String message, Paper paper, ViewPlace place) {
        Lettering letters = new Lettering(Math.max(PageWidth.LEAST_LETTERS, Math.min(10, 0.07 * side())));
        Rectangle2D frame = place.frame();
        List<String> lines = letters.wrap(message, 0.85 * frame.getWidth(), 4);
        double baseline =
                frame.getCenterY() - (lines.size() / 2.0 - 0.5) * letters.lineHeight() + letters.capHeight() / 2;
        for (int n = 0; n < lines.size(); n++)
            letters.drawOnRim(g, lines.get(n), frame.getCenterX(), baseline + n * letters.lineHeight(), 0.5, paper);
    }
}
