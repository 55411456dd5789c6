package cohort.report.html;

import cohort.analysis.record.Software;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * An HTML page that stands alone: style and script are in it.
 *
 * @param title as the browser names it
 * @param body what it holds
 * @param style rules beside those of every page
 * @param script what is done beside what every page does, empty for nothing
 */
public record Page(String title, Element body, String style, String script) {

    /** HTML5 that an XML parser reads, too. */
    public String html() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        write(out);
        out.flush();
        return text.toString();
    }

    /**
     * Writes {@link #html} in UTF-8 piece by piece, since pages with many maps are large.
     *
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream stream) throws IOException {
        PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
        write(out);
        if (out.checkError()) throw new IOException("the page was not written to its end");
    }

    private void write(PrintWriter out) {
        Element rules = Element.of("style", new Verbatim(resource("report.css") + style));
        Element head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("meta").with("name", "generator").with("content", "Cohort " + Software.version()),
                Element.of("title", title),
                rules);
        Stream<Element> scripts = Stream.of(resource("report.js"), script)
                .filter(code -> !code.isEmpty())
                .map(code -> Element.of("script", new Script(code)));
        Element whole = new Element(
                "body",
                body.attributes(),
                Stream.concat(body.content().stream(), scripts).toList());
        out.append("<!DOCTYPE html>\n");
        Element.of("html", head, whole).with("lang", "en").write(out);
        out.append('\n');
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is missing from the jar", e);
        }
    }
}
