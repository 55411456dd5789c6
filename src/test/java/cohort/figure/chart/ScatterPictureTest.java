package cohort.figure.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterPictureTest {
    private static final double[] X = {20, 31, 45, 52, 38}, Y = {-1, 2, 4, 3.5, -2};
    private static final int SCALE = 4;

    /** Each pair has ink where the axes put it, and so has the line at both ends, beyond the outermost pairs. */
    @Test
    void everyPairIsADotAndTheLineCrossesTheFrame() {
        double slope = 0.11, meanX = 37.2, meanY = 1.3;
        ScatterPicture picture = new ScatterPicture("1: 3, 4, 5", "r 0.7", "age", X, Y, slope);
        BufferedImage image = picture.figure().toImage(SCALE);
        Axes axes = picture.axes();
        for (int i = 0; i < X.length; i++) assertTrue(isDark(image, axes, X[i], Y[i]), "pair " + i);
        for (double x : new double[] {19, 53})
            assertTrue(isDark(image, axes, x, meanY + slope * (x - meanX)), "at " + x);
        assertTrue(!isDark(image, axes, 20, 3), "no pair lies there");
    }

    /** Of 10,001 pairs every 20th, or so, in the order of x, with both ends. */
    @Test
    void ofVeryManyPairsSomeAreDrawn() {
        double[] x = IntStream.rangeClosed(0, 10_000)
                .mapToDouble(i -> i * 7 % 10_001)
                .toArray();
        int[] drawn = ScatterPicture.drawn(x);
        assertEquals(500, drawn.length);
        assertEquals(0, x[drawn[0]]);
        assertEquals(10_000, x[drawn[499]]);
        for (int d = 1; d < drawn.length; d++) assertEquals(10_000 / 499.0, x[drawn[d]] - x[drawn[d - 1]], 1);
        assertEquals(500, ScatterPicture.drawn(Arrays.copyOf(x, 500)).length);
    }

    private static boolean isDark(BufferedImage image, Axes axes, double x, double y) {
        int at = (int) Math.round(SCALE * axes.x(x)), down = (int) Math.round(SCALE * axes.y(y));
        return (image.getRGB(at, down) & 0xFF) < 0xC0;
    }
}
