package cohort.figure.chart;

import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.NullDistribution;
import cohort.text.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The maxima of one statistic as a histogram, with the observed maximum and what it takes for p = 0.05. Lengths are in
 * points.
 *
 * @param name of the statistic
 * @param decimals with which its values are written, as in tables
 * @param draws what gave the maxima, e.g. {@code sign flips}
 * @param maxima the finite ones, one for each draw
 * @param critical what an observed value must exceed
 * @param observed the observed maximum; not finite if there is none
 * @param p of the observed maximum
 */
public record NullPanel(
        String name, int decimals, String draws, double[] maxima, OptionalDouble critical, double observed, double p) {
    private static final double ALPHA = 0.05;
    /** How many times its own width the histogram may be squeezed for the observed value to be in the frame. */
    private static final double SQUEEZE = 1.5;
    /** How far beside a line letters stand. */
    private static final double BESIDE_LINE = 3;
    /** How far above the axis the arrow to the observed value stands. */
    private static final double ARROW = 12;

    /** A maximum is far off if it lies so many times the distance from the median to the 95th percentile above the median. */
    private static final double FAR = 2.5;

    /** What of its width the frame has beside the bars for the arrow to an observed value far off. */
    private static final double BESIDE = 0.12;

    private static final Color BEYOND = new Color(0x8A939D);
    private static final Lettering LETTERS = new Lettering(7.5);

    public static NullPanel of(CorrectedMap statistic, String draws) {
        double[] maxima = Arrays.stream(statistic.nulls().maxima())
                .filter(Double::isFinite)
                .toArray();
        return new NullPanel(
                statistic.info().maximumWithUnit(),
                statistic.info().decimals(),
                draws,
                maxima,
                new NullDistribution(maxima).critical(ALPHA),
                statistic.observed(),
                statistic.leastP());
    }

    void paint(Graphics2D g, Rectangle2D area) {
        if (maxima.length == 0) {
            LETTERS.draw(g, name + ": no finite maximum", area.getX(), area.getCenterY(), 0, Ink.TEXT);
            return;
        }
        double[] near = near();
        Histogram histogram = Histogram.of(near);
        Axes axes = axes(area, histogram);
        bars(g, axes, histogram);
        axes.paint(g, axes.across(), name, Axes.round(0, axes.yHigh(), 8), draws);
        critical(g, axes);
        observed(g, axes);
        if (near.length < maxima.length) far(g, axes, histogram, maxima.length - near.length);
    }

    /**
     * The maxima without those so far off that they would squeeze the others, unless the frame reaches them anyway for the
     * observed value to be in it.
     */
    double[] near() {
        double[] sorted = maxima.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2], upper = sorted[(int) (0.95 * (sorted.length - 1))];
        if (median == upper) return maxima;
        double most = Math.max(median + FAR * (upper - median), critical.orElse(upper));
        double reach = most + SQUEEZE * (most - sorted[0]);
        double end = observed <= reach ? Math.max(most, observed) : most;
        return Arrays.stream(maxima).filter(value -> value <= end).toArray();
    }

    /** How many maxima are not shown, and up to where: beside the lines and above the bars. */
    private void far(Graphics2D g, Axes axes, Histogram histogram, int count) {
        String more = Words.count(count) + " more,",
                where = "up to " + written(Arrays.stream(maxima).max().orElseThrow()) + " \u2192";
        List<String> lines = List.of(more + " " + where);
        if (end(axes, width(lines)) < axes.area().getMaxX()) lines = List.of(more, where);
        double width = width(lines), end = end(axes, width);
        double below = Math.min(
                axes.area().getMaxY() - LETTERS.lineHeight() - ARROW,
                highest(axes, histogram, end - width, end) - BESIDE_LINE);
        double baseline = Math.max(axes.area().getY() + lines.size() * LETTERS.lineHeight(), below);
        for (int n = lines.size() - 1; n >= 0; n--) {
            LETTERS.draw(g, lines.get(n), end, baseline, 1, Ink.TEXT);
            baseline -= LETTERS.lineHeight();
        }
    }

    private static double width(List<String> lines) {
        return lines.stream().mapToDouble(LETTERS::width).max().orElseThrow();
    }

    /** Where letters of a width end: at the right side of the frame, or before a line that they would cross there. */
    private double end(Axes axes, double width) {
        double right = axes.area().getMaxX();
        return DoubleStream.concat(DoubleStream.of(observed), critical.stream())
                .map(axes::x)
                .filter(line -> line < right && line > right - width - BESIDE_LINE)
                .map(line -> line - BESIDE_LINE)
                .min()
                .orElse(right);
    }

    /** The top of the highest bar between two places. */
    private static double highest(Axes axes, Histogram histogram, double left, double right) {
        return IntStream.range(0, histogram.counts().length)
                .filter(b -> axes.x(histogram.low() + b * histogram.width()) < right
                        && axes.x(histogram.low() + (b + 1) * histogram.width()) > left)
                .mapToDouble(b -> axes.y(histogram.counts()[b]))
                .min()
                .orElse(axes.area().getMaxY());
    }

    /** Holds the histogram and the observed value, unless that lies far off. */
    public Axes axes(Rectangle2D area, Histogram histogram) {
        double low = histogram.low(), high = histogram.high(), span = high - low;
        if (isFar(histogram)) high += BESIDE * span;
        else if (Double.isFinite(observed)) {
            low = Math.min(low, observed);
            high = Math.max(high, observed);
        }
        double pad = 0.03 * (high - low);
        return new Axes(area, low - pad, high + pad, 0, 1.04 * histogram.most());
    }

    private boolean isFar(Histogram histogram) {
        return observed > histogram.high() + SQUEEZE * (histogram.high() - histogram.low());
    }

    /** Bars up to what it takes for p = 0.05 are light. */
    private void bars(Graphics2D g, Axes axes, Histogram histogram) {
        double bottom = axes.area().getMaxY();
        for (int b = 0; b < histogram.counts().length; b++) {
            double from = histogram.low() + b * histogram.width(), to = from + histogram.width();
            double x = axes.x(from),
                    width = axes.x(to) - x,
                    top = axes.y(histogram.counts()[b]);
            g.setColor((from + to) / 2 > critical.orElse(Double.POSITIVE_INFINITY) ? BEYOND : Ink.PLAIN);
            g.fill(new Rectangle2D.Double(x, top, width > 3 ? width - 0.4 : width, bottom - top));
        }
    }

    private void critical(Graphics2D g, Axes axes) {
        double top = axes.area().getY();
        if (critical.isEmpty()) {
            label(g, axes, "too few " + draws + " for p = 0.05", axes.area().getX(), top - 4, Ink.TEXT);
            return;
        }
        double x = axes.x(critical.getAsDouble());
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        g.draw(new Line2D.Double(x, top - 2, x, axes.area().getMaxY()));
        label(g, axes, "5 %: " + written(critical.getAsDouble()), x, top - 4, Ink.TEXT);
    }

    private void observed(Graphics2D g, Axes axes) {
        double top = axes.area().getY() - 12;
        if (!Double.isFinite(observed)) {
            label(g, axes, "no finite observed value", axes.area().getX(), top - 2, Ink.MARK);
            return;
        }
        double x = Math.min(axes.area().getMaxX(), axes.x(observed));
        g.setColor(Ink.MARK);
        g.setStroke(new BasicStroke(1.4f));
        if (observed > axes.xHigh()) arrow(g, x, axes.area().getMaxY() - ARROW);
        else g.draw(new Line2D.Double(x, top, x, axes.area().getMaxY()));
        label(g, axes, "observed: " + written(observed) + ", " + Words.pIs(p), x, top - 2, Ink.MARK);
    }

    private String written(double value) {
        return Words.fixed(value, decimals);
    }

    private static void arrow(Graphics2D g, double x, double y) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - 6, y - 3);
        head.lineTo(x - 6, y + 3);
        head.closePath();
        g.draw(new Line2D.Double(x - 22, y, x - 6, y));
        g.fill(head);
    }

    /** Writes at a line, but within the frame, and in the row below the observed value's beside the observed line. */
    private void label(Graphics2D g, Axes axes, String text, double x, double y, Color colour) {
        double half = LETTERS.width(text) / 2,
                left = axes.area().getX() + half,
                right = axes.area().getMaxX() + 6 - half;
        double middle = Math.max(left, Math.min(right, x));
        double line = axes.x(observed);
        if (colour != Ink.MARK && Math.abs(line - middle) < half + BESIDE_LINE) {
            double before = line - BESIDE_LINE - half, after = line + BESIDE_LINE + half;
            middle = before >= left && (x <= line || after > right) ? before : after;
        }
        LETTERS.draw(g, text, middle, y, 0.5, colour);
    }
}
