package cohort.figure.colour;

import cohort.figure.paper.Lettering;
import cohort.figure.paper.Paper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A vertical colour bar with its ticks at the right: both ends, the threshold, and round numbers where there is room.
 * What the threshold hides is grey.
 */
public final class ColourBar {
    private static final double TICK = 2.5, GAP = 2;

    private final ColourRange range;
    private final Paper paper;
    private final Lettering letters;
    private final String label;
    private final double thickness, height;
    private final List<Tick> ticks;

    /**
     * @param paper what it is drawn on
     * @param letters of the ticks
     * @param label stands above the bar, empty for nothing
     * @param thickness of the bar in points
     * @param height in points, all included
     */
    public ColourBar(ColourRange range, Paper paper, Lettering letters, String label, double thickness, double height) {
        this.range = range;
        this.paper = paper;
        this.letters = letters;
        this.label = label;
        this.thickness = thickness;
        this.height = height;
        this.ticks = Tick.along(range, letters.lineHeight() / barHeight());
    }

    private double top() {
        return (label.isBlank() ? 0.5 : 1.6) * letters.lineHeight();
    }

    private double barHeight() {
        return height - top() - 0.5 * letters.lineHeight();
    }

    /** Height in points, all included. */
    public double height() {
        return height;
    }

    /** Width in points, all included. */
    public double width() {
        double labels = letters.width(label) - thickness - TICK - GAP;
        for (Tick tick : ticks) labels = Math.max(labels, letters.width(tick.label()));
        return thickness + TICK + GAP + labels;
    }

    /** Draws the bar with its upper left corner at a point. */
    public void paint(Graphics2D g, double x, double y) {
        double top = y + top(), bottom = top + barHeight();
        int steps = 256;
        double step = (bottom - top) / steps;
        for (int s = 0; s < steps; s++) {
            double value = range.low() + (range.high() - range.low()) * (s + 0.5) / steps;
            g.setColor(!range.shows(value) ? paper.hidden() : new Color(range.rgb(value)));
            // Each step reaches under the next, or the joints would shine through.
            double reach = s + 1 < steps ? 1.5 * step : step;
            g.fill(new Rectangle2D.Double(x, bottom - s * step - reach, thickness, reach));
        }
        g.setColor(paper.ink());
        g.setStroke(new BasicStroke(0.5f));
        g.draw(new Rectangle2D.Double(x, top, thickness, bottom - top));
        for (Tick tick : ticks) {
            double at = bottom - tick.position() * (bottom - top), text = bottom - tick.textPosition() * (bottom - top);
            g.setColor(paper.ink());
            g.setStroke(new BasicStroke(tick.threshold() ? 1f : 0.5f));
            double start = tick.threshold() ? x : x + thickness;
            g.draw(new Line2D.Double(start, at, x + thickness, at));
            g.draw(new Line2D.Double(x + thickness, at, x + thickness + TICK, text));
            letters.draw(g, tick.label(), x + thickness + TICK + GAP, text + letters.capHeight() / 2, 0, paper.ink());
        }
        if (!label.isBlank()) letters.draw(g, label, x, y + letters.lineHeight() * 0.8, 0, paper.ink());
    }
}
