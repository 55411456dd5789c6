package cohort.imagej.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class WordColourTest {
    /** Backgrounds of Metal, of the light and of the dark look of Fiji. */
    private static final int[] BACKGROUNDS = {0xFFFFFF, 0xEEEEEE, 0xF2F2F2, 0x46494B, 0x3C3F41, 0x2B2B2B};

    /** WCAG 2.1, success criterion 1.4.3: words have a contrast of 4.5 at least. */
    @Test
    void wordsCanBeReadInALightLookAndInADarkOne() {
        for (WordColour colour : WordColour.values())
            for (int rgb : BACKGROUNDS) {
                Color background = new Color(rgb);
                double words = luminance(colour.on(background)), around = luminance(background);
                double contrast = (Math.max(words, around) + 0.05) / (Math.min(words, around) + 0.05);
                assertTrue(contrast >= 4.5, colour + " on " + Integer.toHexString(rgb) + ": " + contrast);
            }
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int value) {
        double x = value / 255.0;
        return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
    }
}
