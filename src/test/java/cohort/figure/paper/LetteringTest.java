package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private final Lettering letters = new Lettering(10);

    @Test
    void linesBreakBetweenWordsAndWhereTheTextDoes() {
        assertEquals(List.of("Left", "right hand"), letters.wrap(" Left\nright  hand ", 500, 3));
        assertEquals(List.of("Left", "right", "hand"), letters.wrap("Left right hand", letters.width("hand "), 3));
        assertEquals(List.of(), letters.wrap("  ", 500, 3));
    }

    @Test
    void whatDoesNotFitIsCutAndSaysSo() {
        assertEquals(List.of("one", "two\u2026"), letters.wrap("one two three", letters.width("two\u2026"), 2));
    }

    @Property(tries = 200)
    void linesFit(@ForAll @StringLength(max = 60) String text, @ForAll @IntRange(min = 15, max = 200) int width) {
        for (String line : letters.wrap(text, width, 3)) assertTrue(letters.width(line) <= width, line);
    }
}
