package cohort.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourMapTest {

    /** matplotlib 3.11.2: colormaps[name](index, bytes=True). */
    @ParameterizedTest
    @CsvSource({
        "inferno, 0, 000003", "inferno, 37, 290b54", "inferno, 100, 902468",
        "inferno, 143, d04544", "inferno, 201, fb9e07", "inferno, 255, fcfea4",
        "viridis, 0, 440154", "viridis, 37, 45327f", "viridis, 100, 2a768e",
        "viridis, 143, 1e9e88", "viridis, 201, 72cf55", "viridis, 255, fde724"
    })
    void isTheKnownMap(String name, int index, String expected) {
        int rgb = ColourMap.named(name).table()[index], known = Integer.parseInt(expected, 16);
        for (int shift = 0; shift <= 16; shift += 8)
            assertEquals(known >> shift & 0xFF, rgb >> shift & 0xFF, 2, name + " " + index);
        assertEquals(0xFF, rgb >>> 24, "opaque");
    }

    @Test
    void theDivergingMapDarkensEvenlyToBothSides() {
        for (int n = -16; n <= 16; n++) {
            double expected = 96.5 + (26 - 96.5) * Math.abs(n) / 16;
            assertEquals(expected, lightness(ColourMap.RDBU.rgb((n + 16) / 32.0)), 2.5, "L* at " + n + "/16");
        }
        int low = ColourMap.RDBU.rgb(0.2), high = ColourMap.RDBU.rgb(0.8);
        assertTrue((low & 0xFF) > 2 * (low >> 16 & 0xFF), "low is blue");
        assertTrue((high >> 16 & 0xFF) > 2 * (high & 0xFF), "high is red");
    }

    /** CIELAB L* of an sRGB colour. */
    private static double lightness(int rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double y = 0;
        for (int c = 0; c < 3; c++) {
            double v = (rgb >> 16 - 8 * c & 0xFF) / 255.0;
            y += weights[c] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return 116 * Math.cbrt(y) - 16;
    }

    @Test
    void beyondTheEndsAreTheEnds() {
        assertEquals(0xFF000000, ColourMap.GRAY.rgb(-3));
        assertEquals(0xFFFFFFFF, ColourMap.GRAY.rgb(Double.POSITIVE_INFINITY));
        assertEquals(0xFF808080, ColourMap.GRAY.rgb(0.5));
        assertEquals(0xFF000000, ColourMap.GRAY.rgb(Double.NaN));
    }

    @Test
    void anUnknownNameGetsTheKnownOnes() {
        String message =
                assertThrows(InputException.class, () -> ColourMap.named("jet")).getMessage();
        assertEquals(
                "lut=jet is not a colour map; give one of inferno, rdbu, viridis, gray, or a lookup table of"
                        + " ImageJ such"
                        + " as fire.",
                message);
    }
}
