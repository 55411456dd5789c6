package cohort.figure.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.paper.Figure;
import cohort.figure.paper.Svg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NullPanelTest {
    private static final double[] BULK =
            IntStream.range(0, 100).mapToDouble(n -> n).toArray();

    private static NullPanel panel(double[] maxima, OptionalDouble critical) {
        return panel(maxima, critical, 60);
    }

    private static NullPanel panel(double[] maxima, OptionalDouble critical, double observed) {
        return new NullPanel("maximum", 0, "sign flips", maxima, critical, observed, 0.4);
    }

    private static double[] with(double far) {
        double[] maxima = Arrays.copyOf(BULK, BULK.length + 1);
        maxima[BULK.length] = far;
        return maxima;
    }

    @Test
    void oneMaximumFarOffIsLeftOutOfTheBars() {
        assertArrayEquals(BULK, panel(with(1e6), OptionalDouble.of(95)).near());
        // The median is 50 and the 95th percentile 95, so that up to 50 + 2.5 x 45 all are shown.
        assertEquals(101, panel(with(162.5), OptionalDouble.of(95)).near().length);
        assertEquals(100, panel(with(163), OptionalDouble.of(95)).near().length);
    }

    /** The frame goes on to an observed value of up to 162.5 + 1.5 x 162.5, and shows all maxima on the way. */
    @Test
    void noMaximumIsLeftOutBeforeTheObservedValue() {
        assertEquals(101, panel(with(300), OptionalDouble.of(95), 310).near().length);
        assertEquals(100, panel(with(300), OptionalDouble.of(95), 290).near().length);
        assertEquals(100, panel(with(400), OptionalDouble.of(95), 410).near().length);
    }

    /** The tail of cluster sizes is that of an exponential: of 1,000 quantiles those beyond 6.45 are two. */
    @Test
    void aLongTailDoesNotRunTheAxis() {
        double[] sizes = IntStream.range(0, 1000)
                .mapToDouble(n -> -Math.log(1 - (n + 0.5) / 1000))
                .toArray();
        NullPanel panel = panel(sizes, OptionalDouble.of(3), 100);
        assertEquals(998, panel.near().length);
        Axes axes = panel.axes(new Rectangle2D.Double(0, 0, 100, 100), Histogram.of(panel.near()));
        assertTrue(axes.xHigh() < 8, axes.toString());
    }

    @Test
    void labelsOfTheAxisKeepTheirDistance() {
        for (double high : new double[] {9, 140, 14_000, 1_400_000}) {
            Axes axes = new Axes(new Rectangle2D.Double(0, 0, 190, 100), 0, high, 0, 1);
            List<Axes.Mark> marks = axes.across();
            assertTrue(marks.size() >= 3, marks.toString());
            for (int n = 1; n < marks.size(); n++) {
                Axes.Mark left = marks.get(n - 1), right = marks.get(n);
                double between = axes.x(right.value())
                        - axes.x(left.value())
                        - Axes.NUMBERS.width(left.label()) / 2
                        - Axes.NUMBERS.width(right.label()) / 2;
                assertTrue(between > 2, left + " and " + right);
            }
        }
    }

    /** What it takes for p = 0.05 is always in the frame, and equal percentiles tell nothing of what is far. */
    @Test
    void nothingIsLeftOutThatTheFigureIsAbout() {
        assertEquals(101, panel(with(1e6), OptionalDouble.of(1e6)).near().length);
        double[] mostly0 = new double[100];
        mostly0[3] = 7;
        assertArrayEquals(mostly0, panel(mostly0, OptionalDouble.empty()).near());
    }

    @Test
    void theBarsFillTheFrame() {
        BufferedImage image = new BufferedImage(220, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 220, 160);
        panel(with(1e6), OptionalDouble.of(95)).paint(g, new Rectangle2D.Double(30, 30, 180, 100));
        g.dispose();
        for (int x : new int[] {50, 120, 180}) {
            boolean bar = false;
            for (int y = 60; y < 128; y++) bar |= (image.getRGB(x, y) & 0xFFFFFF) == 0xB3B9C0;
            assertTrue(bar, "a bar at " + x);
        }
    }

    /** What is told of maxima far off stands beside the lines and above the bars: here before the observed value and over them. */
    @Test
    void theNoteOnFarMaximaCrossesNeitherLineNorBar() {
        double[] falling = IntStream.range(0, 100)
                .boxed()
                .flatMapToDouble(n -> DoubleStream.generate(() -> n).limit(100 - n))
                .toArray();
        double[] maxima = Arrays.copyOf(falling, falling.length + 1);
        maxima[falling.length] = 1e6;
        NullPanel panel = panel(maxima, OptionalDouble.of(95), 80);
        Rectangle2D area = new Rectangle2D.Double(30, 30, 180, 100);
        Histogram histogram = Histogram.of(panel.near());
        Axes axes = panel.axes(area, histogram);
        Matcher text = Pattern.compile("<text[^>]* x=\"([0-9.]+)\"[^>]* y=\"([0-9.]+)\"[^>]*>up to 1,000,000")
                .matcher(Svg.text(new Figure(220, 160, g -> panel.paint(g, area))));
        assertTrue(text.find());
        double end = Double.parseDouble(text.group(1)), baseline = Double.parseDouble(text.group(2));
        assertTrue(end < axes.x(80) && end > axes.x(80) - 10, "ends at " + end);
        for (int b = 0; b < histogram.counts().length; b++) {
            double middle = axes.x(histogram.low() + (b + 0.5) * histogram.width());
            if (middle > end - 40 && middle < end)
                assertTrue(baseline < axes.y(histogram.counts()[b]), "over the bar at " + middle);
        }
    }
}
