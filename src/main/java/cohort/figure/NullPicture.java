package cohort.figure;

import cohort.permute.CorrectedMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Histograms of the maxima over the image, with the observed maximum and what it takes for p = 0.05. In points. */
final class NullPicture {
    private static final double ALPHA = 0.05, MARGIN = 9, LEFT = 40, WIDTH = 190, HEIGHT = 105, HEAD = 24;
    private static final Map<String, String> NAMES = Map.of(
            "t", "maximum of t",
            "F", "maximum of F",
            "size", "largest cluster (voxels)",
            "mass", "largest cluster mass",
            "tfce", "maximum of TFCE");
    private static final Color BEYOND = new Color(0x8A939D);

    private final List<CorrectedMap> statistics;
    private final int columns;
    private final Lettering letters = new Lettering(7.5);

    NullPicture(List<CorrectedMap> statistics, int columns) {
        this.statistics = statistics;
        this.columns = Math.min(columns, statistics.size());
    }

    private static double cellHeight() {
        return HEAD + HEIGHT + Axes.BELOW + 8;
    }

    Figure figure() {
        int rows = (statistics.size() + columns - 1) / columns;
        double width = columns * (LEFT + WIDTH + 14) + 2 * MARGIN, height = rows * cellHeight() + 2 * MARGIN - 8;
        return new Figure((int) Math.ceil(width), (int) Math.ceil(height), this::paint);
    }

    private void paint(Graphics2D g) {
        for (int s = 0; s < statistics.size(); s++) {
            double x = MARGIN + s % columns * (LEFT + WIDTH + 14) + LEFT,
                    y = MARGIN + s / columns * cellHeight() + HEAD;
            paint(g, statistics.get(s), new Rectangle2D.Double(x, y, WIDTH, HEIGHT));
        }
    }

    private void paint(Graphics2D g, CorrectedMap statistic, Rectangle2D area) {
        String name = NAMES.getOrDefault(statistic.name(), "maximum of " + statistic.name());
        double[] maxima = Arrays.stream(statistic.nulls().maxima())
                .filter(Double::isFinite)
                .toArray();
        double observed = Observed.maximum(statistic);
        if (maxima.length == 0) {
            letters.draw(g, name + ": no shuffle has a finite maximum", area.getX(), area.getY() - 4, 0, Ink.TEXT);
            return;
        }
        Histogram histogram = Histogram.of(maxima);
        OptionalDouble critical = Observed.critical(maxima, ALPHA);
        double reach = Math.max(histogram.high(), critical.orElse(0)), span = Math.max(reach - histogram.low(), 1e-9);
        boolean far = observed > reach + 1.5 * span;
        double high = far || !Double.isFinite(observed) ? reach + 0.25 * span : Math.max(reach, observed);
        double low = Math.min(histogram.low(), Double.isFinite(observed) ? observed : histogram.low());
        double pad = 0.03 * (high - low);
        Axes axes = new Axes(area, low - pad, high + pad, 0, 1.04 * histogram.most());
        bars(g, axes, histogram, critical);
        axes.paint(
                g, Axes.round(low - pad, high + pad, 5), name, Axes.round(0, 1.04 * histogram.most(), 8), "shuffles");
        critical.ifPresent(value -> critical(g, axes, value));
        if (Double.isFinite(observed)) observed(g, axes, statistic, observed, far);
        else letters.draw(g, "no observed value is finite", area.getX(), area.getY() - 14, 0, Ink.MARK);
        if (critical.isEmpty())
            letters.draw(g, "too few shuffles for p = 0.05", area.getX(), area.getY() - 4, 0, Ink.TEXT);
    }

    /** Bars up to what it takes for p = 0.05 are light. */
    private static void bars(Graphics2D g, Axes axes, Histogram histogram, OptionalDouble critical) {
        for (int b = 0; b < histogram.counts().length; b++) {
            double from = axes.x(histogram.low() + b * histogram.width());
            double to = axes.x(histogram.low() + (b + 1) * histogram.width()),
                    top = axes.y(histogram.counts()[b]);
            boolean beyond =
                    critical.isPresent() && histogram.low() + (b + 0.5) * histogram.width() > critical.getAsDouble();
            g.setColor(beyond ? BEYOND : Ink.PLAIN);
            double joint = to - from > 3 ? 0.4 : 0;
            g.fill(new Rectangle2D.Double(
                    from, top, to - from - joint, axes.area().getMaxY() - top));
        }
    }

    private void critical(Graphics2D g, Axes axes, double value) {
        double x = axes.x(value), top = axes.area().getY();
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        g.draw(new Line2D.Double(x, top - 2, x, axes.area().getMaxY()));
        label(g, axes, "5 %: " + Numbers.text(value), x, top - 4, Ink.TEXT);
    }

    private void observed(Graphics2D g, Axes axes, CorrectedMap statistic, double value, boolean far) {
        double bottom = axes.area().getMaxY(), top = axes.area().getY() - 12;
        double x = far ? axes.area().getMaxX() : axes.x(value);
        g.setColor(Ink.MARK);
        g.setStroke(new BasicStroke(1.4f));
        if (far) {
            double y = bottom - 12;
            Path2D head = new Path2D.Double();
            head.moveTo(x, y);
            head.lineTo(x - 6, y - 3);
            head.lineTo(x - 6, y + 3);
            head.closePath();
            g.draw(new Line2D.Double(x - 22, y, x - 6, y));
            g.fill(head);
        } else {
            g.draw(new Line2D.Double(x, top, x, bottom));
        }
        String p = Numbers.text(Observed.leastP(statistic));
        label(g, axes, "observed: " + Numbers.text(value) + ", p = " + p, x, top - 2, Ink.MARK);
    }

    /** Writes beside a line, but within the frame. */
    private void label(Graphics2D g, Axes axes, String text, double x, double y, Color colour) {
        double half = letters.width(text) / 2;
        double middle = Math.max(axes.area().getX() + half, Math.min(axes.area().getMaxX() + 6 - half, x));
        letters.draw(g, text, middle, y, 0.5, colour);
    }
}
