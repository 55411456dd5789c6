package cohort.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.report.ReportPage;
import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void elementsNestAndVoidOnesHaveNoEnd() {
        Element element = Element.of("p", new Text("a < b"), Element.of("br"), Element.of("em", "&"))
                .styled("x")
                .with("title", "\"quoted\"");
        assertEquals(
                "<p class=\"x\" title=\"&quot;quoted&quot;\">a\u00A0&lt;\u00A0b<br/><em>&amp;</em></p>", html(element));
        assertEquals("<td></td>", html(Element.of("td", "")));
    }

    /** A line ends neither before a unit nor beside a sign, and code is copied as it stands. */
    @Test
    void numbersKeepTheirUnitsAndSigns() {
        assertEquals("5_% of |t|_>_3.67, p_=_0.05", held("5 % of |t| > 3.67, p = 0.05"));
        assertEquals("3_\u00D7_3_\u00D7_3_mm, 27_mm\u00B3", held("3 \u00D7 3 \u00D7 3 mm, 27 mm\u00B3"));
        assertEquals("at (24,_\u221236,_51)_mm", held("at (24, \u221236, 51) mm"));
        assertEquals("5 minutes, 12 maps, 3 months", held("5 minutes, 12 maps, 3 months"));
        assertEquals("<code>p = 0.05</code>", html(Element.of("code", "p = 0.05")));
    }

    private static String held(String prose) {
        return text(prose).replace("&gt;", ">").replace('\u00A0', '_');
    }

    @Test
    void whatNoPageCanHoldIsReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", text("a\u0000b\u0085c\uD800"));
    }

    @Test
    void codeThatReadsInTwoWaysIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Verbatim("a < b"));
        assertThrows(IllegalArgumentException.class, () -> new Verbatim("a && b"));
    }

    /** Whatever a table's cell holds is read back from the page, in text and in attributes. */
    @Property
    void anyTextIsReadBack(@ForAll String text) {
        String legal = text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c >= 0x20 && c < 0x7F
                                || c >= 0xA0 && c < 0xD800
                                || c >= 0xE000 && c < 0xFFFE
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        ReportPage page = ReportPage.parse(html(Element.of("p", text)));
        assertEquals(legal.replace('\u00A0', ' '), page.text("/p"));
    }

    private static String text(String characters) {
        return html(new Text(characters));
    }

    private static String html(Node node) {
        StringWriter text = new StringWriter();
        node.write(new PrintWriter(text, true));
        return text.toString();
    }
}
