package cohort.figure.chart;

import cohort.figure.colour.Tick;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A frame in which values have places. Lengths are in points, y down.
 *
 * @param area the frame
 * @param xLow the value at its left
 * @param xHigh the value at its right, above {@code xLow}
 * @param yLow the value at its lower end
 * @param yHigh the value at its upper end, above {@code yLow}
 */
public record Axes(Rectangle2D area, double xLow, double xHigh, double yLow, double yHigh) {
    private static final double TICK = 3, GAP = 2;
    /** The least distance of the labels of neighbours. */
    private static final double APART = 7;

    private static final int MOST = 8;

    /**
     * A labelled place on an axis.
     *
     * @param value where
     * @param label what stands there
     */
    public record Mark(double value, String label) {}

    /** Letters of the numbers and of the names of the axes. */
    static final Lettering NUMBERS = new Lettering(7), NAMES = new Lettering(8);

    /** What the marks and the name of an axis take below the frame. */
    public static final double BELOW = TICK + GAP + NUMBERS.lineHeight() + 1.3 * NAMES.lineHeight();

    /** Round values from one end to the other, about {@code count} of them. */
    public static List<Mark> round(double low, double high, int count) {
        double step = Tick.step((high - low) / count);
        return LongStream.rangeClosed((long) Math.ceil(low / step - 1e-9), (long) Math.floor(high / step + 1e-9))
                .mapToObj(n -> new Mark(n * step, Numbers.text(n * step)))
                .toList();
    }

    /** Round values from left to right, as many as their labels leave room for, about 8 at most. */
    List<Mark> across() {
        for (int count = MOST; ; count--) {
            List<Mark> marks = round(xLow, xHigh, count);
            double needed = marks.stream()
                    .mapToDouble(mark -> NUMBERS.width(mark.label()) + APART)
                    .sum();
            if (needed <= area.getWidth() || count == 1) return marks;
        }
    }

    public double x(double value) {
        return area.getX() + (value - xLow) / (xHigh - xLow) * area.getWidth();
    }

    public double y(double value) {
        return area.getMaxY() - (value - yLow) / (yHigh - yLow) * area.getHeight();
    }

    /** Draws the lower and the left side with their marks and names. */
    public void paint(Graphics2D g, List<Mark> across, String xName, List<Mark> up, String yName) {
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.6f));
        double left = area.getX(), bottom = area.getMaxY(), widest = 0;
        g.draw(new Line2D.Double(left, bottom, area.getMaxX(), bottom));
        g.draw(new Line2D.Double(left, area.getY(), left, bottom));
        for (Mark mark : across) {
            g.draw(new Line2D.Double(x(mark.value()), bottom, x(mark.value()), bottom + TICK));
            NUMBERS.draw(g, mark.label(), x(mark.value()), bottom + TICK + GAP + NUMBERS.capHeight(), 0.5, Ink.TEXT);
        }
        for (Mark mark : up) {
            g.draw(new Line2D.Double(left - TICK, y(mark.value()), left, y(mark.value())));
            double baseline = y(mark.value()) + NUMBERS.capHeight() / 2;
            NUMBERS.draw(g, mark.label(), left - TICK - GAP, baseline, 1, Ink.TEXT);
            widest = Math.max(widest, NUMBERS.width(mark.label()));
        }
        double nameAt = bottom + TICK + GAP + NUMBERS.lineHeight() + NAMES.capHeight() + GAP;
        NAMES.draw(g, xName, area.getCenterX(), nameAt, 0.5, Ink.TEXT);
        double x = left - TICK - GAP - widest - 2 * GAP;
        NAMES.drawSlanted(g, yName, x, area.getCenterY(), 0.5, -Math.PI / 2, Ink.TEXT);
    }
}
