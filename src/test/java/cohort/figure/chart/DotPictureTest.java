package cohort.figure.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DotPictureTest {
    /** 1, 2, 3, 4: mean 2.5, standard error 0.6454972, and 3.182446 the 97.5 % point of t with 3 degrees of freedom. */
    @Test
    void theIntervalIsThatOfTheMean() {
        assertArrayEquals(
                new double[] {
                    2.5 - 3.182446305284263 * 0.6454972243679028, 2.5, 2.5 + 3.182446305284263 * 0.6454972243679028
                },
                DotPicture.interval(new double[] {1, 2, 3, 4}),
                1e-9);
        assertArrayEquals(new double[] {7, 7, 7}, DotPicture.interval(new double[] {7}));
    }

    /** Of 10,001 values every 20th, or so, with both ends; of 500 all, as they came. */
    @Test
    void ofVeryManyValuesSomeAreDrawn() {
        double[] many = IntStream.rangeClosed(0, 10_000)
                .mapToDouble(v -> v * 7 % 10_001)
                .toArray();
        double[] drawn = DotPanel.drawn(many);
        assertEquals(500, drawn.length);
        assertEquals(0, drawn[0]);
        assertEquals(10_000, drawn[499]);
        for (int d = 1; d < drawn.length; d++) assertEquals(10_000 / 499.0, drawn[d] - drawn[d - 1], 1);
        assertEquals(
                " Of a group of more than 500 values, 500 are drawn, evenly spaced in their order; mean and"
                        + " interval include all.",
                DotPanel.sampling(10_001));
        double[] few = Arrays.copyOf(many, 500);
        assertSame(few, DotPanel.drawn(few));
        assertEquals("", DotPanel.sampling(500));
    }

    /** Each value has ink where its axis puts it, and no frame leaves one out. */
    @Test
    void everyValueIsADot() {
        Map<String, double[]> groups = new LinkedHashMap<>();
        groups.put("a", new double[] {10, 11, 14});
        groups.put("b", new double[] {25, 31});
        DotPicture picture = new DotPicture(
                List.of(new DotPanel("one", "", Map.of("", new double[] {-3})), new DotPanel("two", "", groups)), 2);
        BufferedImage image = picture.figure().toImage(4);
        Axes axes = picture.axes(1);
        int at = 0;
        for (double[] values : groups.values()) {
            for (double value : values) {
                assertTrue(value > axes.yLow() && value < axes.yHigh());
                int y = (int) (4 * axes.y(value)), dark = 0;
                for (int x = (int) (4 * axes.x(at - 0.25)); x < 4 * axes.x(at + 0.25); x++)
                    if ((image.getRGB(x, y) & 0xFF) < 0xC0) dark++;
                assertTrue(dark >= 8, value + " has " + dark + " dark pixels");
            }
            at++;
        }
        assertEquals(picture.area(0).getY(), picture.area(1).getY());
    }
}
