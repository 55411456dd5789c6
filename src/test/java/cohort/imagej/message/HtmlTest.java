package cohort.imagej.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void noLineIsBrokenWithinANumber() {
        String text = Html.escaped("from 4.8e\u22126 to 12.5e3 and 6e\u22125, the edge");
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next())
            parts.add(text.substring(from, to).replace("\uFEFF", "").strip());
        assertEquals(List.of("from", "4.8e\u22126", "to", "12.5e3", "and", "6e\u22125,", "the", "edge"), parts);
    }

    @Test
    void whatMeansSomethingInHtmlIsEscaped() {
        assertEquals("a &lt; b &amp; c", Html.escaped("a < b & c"));
    }
}
