package cohort.figure.chart;

import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Pairs of numbers as dots, with a line of a given slope through their means. Lengths are in points. */
public final class ScatterPicture {
    private static final double MARGIN = 9, LEFT = 44, RIGHT = 8, WIDTH = 130, HEIGHT = 100, HEAD = 26;
    private static final double RADIUS = 1.6, RIM = 0.06;
    private final String title, note, xName;
    private final double[] x, y;
    private final double slope;

    /**
     * @param title above the frame
     * @param note below the title; may be empty
     * @param xName of the axis from left to right
     * @param x at least one finite number
     * @param y as many finite numbers
     * @param slope of the line
     */
    public ScatterPicture(String title, String note, String xName, double[] x, double[] y, double slope) {
        this.title = title;
        this.note = note;
        this.xName = xName;
        this.x = x.clone();
        this.y = y.clone();
        this.slope = slope;
    }

    /** The frame, in which all pairs lie. */
    Axes axes() {
        double[] across = range(x), up = range(y);
        return new Axes(
                new Rectangle2D.Double(MARGIN + LEFT, MARGIN + HEAD, WIDTH, HEIGHT),
                across[0],
                across[1],
                up[0],
                up[1]);
    }

    private static double[] range(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow(),
                high = Arrays.stream(values).max().orElseThrow();
        double rim = high > low ? RIM * (high - low) : 1;
        return new double[] {low - rim, high + rim};
    }

    public Figure figure() {
        return new Figure(
                (int) Math.ceil(2 * MARGIN + LEFT + WIDTH + RIGHT),
                (int) Math.ceil(2 * MARGIN + HEAD + HEIGHT + Axes.BELOW),
                this::paint);
    }

    private void paint(Graphics2D g) {
        Axes axes = axes();
        DotPicture.head(g, axes.area(), title, note);
        g.setColor(Ink.GUIDE);
        for (int i : drawn(x))
            g.fill(new Ellipse2D.Double(axes.x(x[i]) - RADIUS, axes.y(y[i]) - RADIUS, 2 * RADIUS, 2 * RADIUS));
        paintLine(g, axes);
        axes.paint(g, axes.across(), xName, Axes.round(axes.yLow(), axes.yHigh(), 4), "");
    }

    /** Which pairs are drawn: all, or of very many some that lie evenly in the order of x, the least and the greatest among them. */
    static int[] drawn(double[] x) {
        if (x.length <= DotPanel.MOST) return IntStream.range(0, x.length).toArray();
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return DotPanel.evenly(order.length).map(d -> order[d]).toArray();
    }

    /** What a caption must say: {@link cohort.figure.Figures#scatterSampling}. */
    public static String sampling(int pairs) {
        return pairs <= DotPanel.MOST
                ? ""
                : " Of more than " + DotPanel.MOST + " maps, " + DotPanel.MOST
                        + " are drawn, evenly spaced in their order from left to right; the line is fitted to all.";
    }

    private void paintLine(Graphics2D g, Axes axes) {
        double meanX = Arrays.stream(x).average().orElseThrow(),
                meanY = Arrays.stream(y).average().orElseThrow();
        Shape clip = g.getClip();
        g.clip(axes.area());
        g.setColor(Ink.MARK);
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(
                axes.x(axes.xLow()),
                axes.y(meanY + slope * (axes.xLow() - meanX)),
                axes.x(axes.xHigh()),
                axes.y(meanY + slope * (axes.xHigh() - meanX))));
        g.setClip(clip);
    }
}
