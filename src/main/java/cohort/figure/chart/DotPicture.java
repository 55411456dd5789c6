package cohort.figure.chart;

import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Panels in rows and columns in which each subject is a dot, with the mean of each group and its 95 % interval by the t
 * distribution. Lengths are in points.
 */
public final class DotPicture {
    private static final double MARGIN = 9, LEFT = 44, RIGHT = 8, WIDTH = 96, HEIGHT = 100, HEAD = 26, GAP = 6;
    private static final double RADIUS = 1.6, SPREAD = 0.16, ASIDE = 0.3, UPPER = 0.975;
    private static final Lettering TITLES = new Lettering(8), NOTES = new Lettering(7);
    /** So many places beside each other do dots of a group take. */
    private static final int PLACES = 5;

    private final List<DotPanel> panels;
    private final int columns;

    /**
     * @param panels at least one
     * @param columns panels in a row, at least 1
     */
    public DotPicture(List<DotPanel> panels, int columns) {
        this.panels = List.copyOf(panels);
        this.columns = Math.min(columns, panels.size());
    }

    /** Where the frame of a panel is. */
    public Rectangle2D area(int panel) {
        return new Rectangle2D.Double(
                MARGIN + panel % columns * (LEFT + WIDTH + RIGHT) + LEFT,
                MARGIN + panel / columns * (HEAD + HEIGHT + Axes.BELOW + GAP) + HEAD,
                WIDTH,
                HEIGHT);
    }

    /** The interval of a mean by the t distribution: its lower end, the mean, its upper end; three times the value of one. */
    static double[] interval(double[] values) {
        int n = values.length;
        double mean = DoubleStream.of(values).sum() / n;
        if (n == 1) return new double[] {mean, mean, mean};
        double squares =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER) * Math.sqrt(squares / (n - 1) / n);
        return new double[] {mean - half, mean, mean + half};
    }

    /** The frame of a panel with the values that lie in it: the dots, the intervals and 0 if it is near. */
    Axes axes(int panel) {
        double[] all = panels.get(panel).groups().values().stream()
                .flatMapToDouble(
                        values -> DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(interval(values))))
                .toArray();
        double low = Arrays.stream(all).min().orElse(0),
                high = Arrays.stream(all).max().orElse(1);
        if (low > 0 && low < high - low) low = 0;
        if (high < 0 && -high < high - low) high = 0;
        double rim = high > low ? 0.06 * (high - low) : 1;
        return new Axes(area(panel), -0.5, panels.get(panel).groups().size() - 0.5, low - rim, high + rim);
    }

    public Figure figure() {
        Rectangle2D lastColumn = area(columns - 1), lastRow = area(panels.size() - 1);
        return new Figure(
                (int) Math.ceil(lastColumn.getMaxX() + RIGHT + MARGIN),
                (int) Math.ceil(lastRow.getMaxY() + Axes.BELOW + MARGIN),
                this::paint);
    }

    private void paint(Graphics2D g) {
        for (int p = 0; p < panels.size(); p++) paint(g, panels.get(p), axes(p));
    }

    private void paint(Graphics2D g, DotPanel panel, Axes axes) {
        Rectangle2D area = axes.area();
        head(g, area, panel.title(), panel.note());
        if (axes.yLow() < 0 && axes.yHigh() > 0) {
            g.setColor(Ink.BAND);
            g.draw(new Line2D.Double(area.getX(), axes.y(0), area.getMaxX(), axes.y(0)));
        }
        List<Axes.Mark> across = new ArrayList<>();
        int at = 0;
        for (var group : panel.groups().entrySet()) {
            paint(g, axes, at, group.getValue());
            if (!group.getKey().isEmpty()) across.add(new Axes.Mark(at, group.getKey()));
            at++;
        }
        axes.paint(g, across, "", Axes.round(axes.yLow(), axes.yHigh(), 4), "");
    }

    /** Writes a title and a note above a frame; a long title begins before the frame, so that it ends with it. */
    static void head(Graphics2D g, Rectangle2D area, String title, String note) {
        double room = area.getWidth() + RIGHT;
        String line = TITLES.wrap(title, room + LEFT, 1).get(0);
        double x = area.getX() - Math.max(0, TITLES.width(line) - room);
        TITLES.draw(g, line, x, area.getY() - 5 - NOTES.lineHeight(), 0, Ink.TEXT);
        NOTES.draw(g, note, area.getX(), area.getY() - 5, 0, Ink.GUIDE);
    }

    private static void paint(Graphics2D g, Axes axes, int at, double[] values) {
        g.setColor(Ink.GUIDE);
        double[] drawn = DotPanel.drawn(values);
        for (int v = 0; v < drawn.length; v++) {
            double aside = SPREAD * (v % PLACES - PLACES / 2) / (PLACES / 2);
            double x = axes.x(at + aside), y = axes.y(drawn[v]);
            g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
        double[] interval = interval(values);
        double x = axes.x(at + ASIDE), y = axes.y(interval[1]);
        g.setColor(Ink.MARK);
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(x, axes.y(interval[0]), x, axes.y(interval[2])));
        g.fill(new Ellipse2D.Double(x - RADIUS - 0.6, y - RADIUS - 0.6, 2 * RADIUS + 1.2, 2 * RADIUS + 1.2));
    }
}
