package cohort.figure.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NullPanelTest {
    private static final double[] BULK =
            IntStream.range(0, 100).mapToDouble(n -> n).toArray();

    private static NullPanel panel(double[] maxima, OptionalDouble critical) {
        return new NullPanel("maximum", maxima, critical, 60, 0.4);
    }

    private static double[] with(double far) {
        double[] maxima = Arrays.copyOf(BULK, BULK.length + 1);
        maxima[BULK.length] = far;
        return maxima;
    }

    @Test
    void oneMaximumFarOffIsLeftOutOfTheBars() {
        assertArrayEquals(BULK, panel(with(1e6), OptionalDouble.of(95)).near());
        // The quartiles are 25 and 75, so that up to 575 all are shown.
        assertEquals(101, panel(with(575), OptionalDouble.of(95)).near().length);
        assertEquals(100, panel(with(576), OptionalDouble.of(95)).near().length);
    }

    /** What it takes for p = 0.05 is always in the frame, and equal quartiles tell nothing of what is far. */
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
}
