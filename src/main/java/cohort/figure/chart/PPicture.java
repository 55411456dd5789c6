package cohort.figure.chart;

import cohort.figure.colour.Tick;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Style;
import cohort.text.Words;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The p-values in order against those of as many tests of nothing, both on a logarithmic scale, so that the small ones are
 * seen. Lengths are in points.
 */
public final class PPicture {
    private static final double MARGIN = 9,
            LEFT = 44,
            RIGHT = 6,
            SIDE = 200,
            LEAST = 90,
            HEAD = 16,
            RADIUS = 1.3,
            APART = 0.6;
    /** Steps of the band; its coverage. */
    private static final int STEPS = 60;

    private static final double COVERAGE = 0.95, LEAST_P = 1e-300;

    private final String title;
    private final double[] sorted;
    private final Style style;
    private final double side;
    private final Lettering letters = new Lettering(8), small = new Lettering(7);

    /**
     * The layout at a width.
     *
     * @param p finite, 0 to 1
     */
    public static PPicture of(String title, double[] p, Style style) {
        double[] sorted =
                Arrays.stream(p).map(value -> Math.max(value, LEAST_P)).sorted().toArray();
        return style.width().fill(SIDE, room -> new PPicture(title, sorted, style, room), PPicture::width);
    }

    private PPicture(String title, double[] sorted, Style style, double room) {
        this.title = title;
        this.sorted = sorted;
        this.style = style;
        side = Math.max(LEAST, room);
    }

    private double width() {
        return MARGIN + LEFT + side + RIGHT + MARGIN;
    }

    public Figure figure() {
        double height = MARGIN + HEAD + side + Axes.BELOW + MARGIN;
        return style.finish(new Figure((int) Math.ceil(width()), (int) Math.ceil(height), this::paint));
    }

    private static double log(double p) {
        return -Math.log10(p);
    }

    private void paint(Graphics2D g) {
        Rectangle2D area = new Rectangle2D.Double(MARGIN + LEFT, MARGIN + HEAD, side, side);
        int m = sorted.length;
        String count = m + (m == 1 ? " test" : " tests");
        letters.draw(g, title.isBlank() ? count : title + ", " + count, area.getX(), area.getY() - 6, 0, Ink.TEXT);
        if (m == 0) {
            letters.draw(g, "no p-value", area.getCenterX(), area.getCenterY(), 0.5, Ink.TEXT);
            return;
        }
        double xHigh = 1.03 * Math.max(1, log(0.5 / m)), yHigh = 1.03 * Math.max(xHigh / 1.03, log(sorted[0]));
        Axes axes = new Axes(area, 0, xHigh, 0, yHigh);
        band(g, axes);
        points(g, axes);
        axes.paint(g, decades(xHigh), "p expected without any effect", decades(yHigh), "p observed");
    }

    private static List<Axes.Mark> decades(double high) {
        int step = (int) Math.max(1, Math.ceil(Tick.step(high / 6)));
        List<Axes.Mark> marks = new ArrayList<>();
        for (int decade = 0; decade <= high; decade += step)
            marks.add(new Axes.Mark(
                    decade,
                    decade == 0
                            ? "1"
                            : decade <= 3 ? Words.fixed(Math.pow(10, -decade), decade) : "1e\u2212" + decade));
        return marks;
    }

    /** Where a sorted p-value lies in 95 % of experiments if the tests are independent: its distribution is a beta. */
    private void band(Graphics2D g, Axes axes) {
        int m = sorted.length;
        Path2D band = new Path2D.Double();
        List<double[]> back = new ArrayList<>();
        int last = 0;
        for (int step = 0; step <= STEPS; step++) {
            int rank = (int) Math.round(Math.pow(m, (double) step / STEPS));
            if (rank == last) continue;
            last = rank;
            BetaDistribution beta = BetaDistribution.of(rank, m - rank + 1.0);
            double x = axes.x(log((rank - 0.5) / m));
            double top = axes.y(Math.min(axes.yHigh(), log(beta.inverseCumulativeProbability((1 - COVERAGE) / 2))));
            double low = axes.y(log(beta.inverseCumulativeProbability((1 + COVERAGE) / 2)));
            if (back.isEmpty()) band.moveTo(x, top);
            else band.lineTo(x, top);
            back.add(0, new double[] {x, low});
        }
        for (double[] point : back) band.lineTo(point[0], point[1]);
        band.closePath();
        g.setColor(Ink.BAND);
        g.fill(band);
        g.setColor(Ink.GUIDE);
        g.setStroke(new BasicStroke(0.6f));
        double end = Math.min(axes.xHigh(), axes.yHigh());
        g.draw(new Line2D.Double(axes.x(0), axes.y(0), axes.x(end), axes.y(end)));
        small.draw(
                g,
                "grey: 95 % of independent tests",
                axes.area().getMaxX(),
                axes.area().getMaxY() - 5,
                1,
                Ink.GUIDE);
    }

    /** Of points that would cover each other one is drawn. */
    private void points(Graphics2D g, Axes axes) {
        double lastX = Double.NaN, lastY = Double.NaN;
        g.setColor(Ink.MARK);
        for (int rank = 1; rank <= sorted.length; rank++) {
            double x = axes.x(log((rank - 0.5) / sorted.length)), y = axes.y(log(sorted[rank - 1]));
            if (Math.hypot(x - lastX, y - lastY) < APART) continue;
            g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            lastX = x;
            lastY = y;
        }
    }
}
