package cohort.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.Phantom;
import cohort.figure.glass.GlassOptions;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Paper;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ColourBarTest {
    private static final int SCALE = 4;

    /** The colour at a fraction of a bar's length, from below. */
    private static int colourAt(ColourRange range, double fraction) {
        Lettering letters = new Lettering(8);
        ColourBar bar = new ColourBar(range, Paper.WHITE, letters, "", 10, 100);
        BufferedImage image = new Figure(60, 120, g -> bar.paint(g, 5, 10)).toImage(SCALE);
        double half = letters.lineHeight() / 2, y = 10 + 100 - half - fraction * (100 - 2 * half);
        return image.getRGB(SCALE * 8, (int) (SCALE * y));
    }

    @Test
    void bothEndsHaveTheEndsOfTheMapAndTheHiddenPartIsGrey() {
        ColourRange range = GlassOptions.DEFAULT.withThreshold(4).colours(new ValueRange(-6, 8, true, false));
        assertEquals(-8, range.low());
        assertEquals(8, range.high());
        assertTrue(Phantom.difference(ColourMap.RDBU.rgb(1), colourAt(range, 0.985)) < 8);
        assertTrue(Phantom.difference(ColourMap.RDBU.rgb(0), colourAt(range, 0.015)) < 8);
        assertTrue(Phantom.difference(ColourMap.RDBU.rgb(0.77), colourAt(range, 0.77)) < 8);
        for (double hidden : new double[] {0.27, 0.4, 0.5, 0.73})
            assertFalse(Phantom.isColoured(colourAt(range, hidden)), "hidden at " + hidden);
    }

    @Test
    void aMapOfOneSignHasARangeFromZero() {
        GlassOptions options = GlassOptions.DEFAULT.withThreshold(1);
        assertEquals(new ColourRange(ColourMap.INFERNO, 0, 8, 1), options.colours(new ValueRange(0.5, 8, true, false)));
        assertEquals(new ColourRange(ColourMap.RDBU, -8, 0, 1), options.colours(new ValueRange(-8, -2, true, false)));
        assertEquals(
                new ColourRange(ColourMap.INFERNO, 0, 2.69, 1),
                options.withVmax(2.69).colours(new ValueRange(0, 8, true, false)));
        assertEquals(
                new ColourRange(ColourMap.INFERNO, 0, 9, 1),
                options.withAbs(true).colours(new ValueRange(-9, 8, true, false)));
    }

    /** From 0 on the colours are of one side: they begin at vmin, and values below 0 have none. */
    @Test
    void vminIsWhereTheColoursBegin() {
        GlassOptions options = GlassOptions.DEFAULT.withThreshold(1).withVmax(2.69);
        ColourRange range = options.withVmin(1).colours(new ValueRange(-3, 4, true, false));
        assertEquals(new ColourRange(ColourMap.INFERNO, 1, 2.69, 1), range);
        assertEquals(ColourMap.INFERNO.rgb(0), range.rgb(1));
        assertEquals(ColourMap.INFERNO.rgb(1), range.rgb(2.69));
        assertTrue(range.shows(1.5) && !range.shows(-1.5) && !range.shows(1));
        ColourRange both = options.withVmin(-2).colours(new ValueRange(-3, 4, true, false));
        assertEquals(new ColourRange(ColourMap.RDBU, -2, 2.69, 1), both);
        assertTrue(both.shows(-1.5));
        assertEquals(
                "vmin: found 3, expected a number below 2.69, where the colours end.",
                assertThrows(InputException.class, () -> options.withVmin(3).colours(new ValueRange(0, 4, true, false)))
                        .getMessage());
    }

    /** The palest colour would hardly be seen. */
    @Test
    void aMaskHasAStrongColour() {
        assertEquals(
                ColourMap.INFERNO.rgb(0.62),
                GlassOptions.DEFAULT
                        .colours(ValueRange.of(new double[] {0, 1, 1}))
                        .rgb(1));
        assertTrue(ValueRange.of(new double[] {0, 1, Double.NaN}).isMask());
        assertFalse(ValueRange.of(new double[] {0, 1, 2}).isMask());
        assertFalse(ValueRange.of(new double[] {0, 0}).isMask());
    }

    @Test
    void anEmptyMapHasARangeToo() {
        assertEquals(
                new ColourRange(ColourMap.INFERNO, 0, 1, 0),
                GlassOptions.DEFAULT.colours(new ValueRange(0, 0, true, false)));
        assertEquals(
                new ColourRange(ColourMap.INFERNO, 0, 3.1, 3.1),
                GlassOptions.DEFAULT.withThreshold(3.1).colours(new ValueRange(0, 2, true, false)));
    }

    @Test
    void theMiddleOfADivergingMapIsZeroWhateverTheRange() {
        assertEquals(ColourMap.RDBU.rgb(0.75), new ColourRange(ColourMap.RDBU, 0, 8, 0).rgb(4));
        assertEquals(ColourMap.RDBU.rgb(0.25), new ColourRange(ColourMap.RDBU, -8, 0, 0).rgb(-4));
    }
}
