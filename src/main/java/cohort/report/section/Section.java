package cohort.report.section;

import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import java.util.stream.Stream;

/** A part of the report with a heading. */
public interface Section {

    /** Where links lead to: lower-case letters. */
    String id();

    /** The heading. */
    String title();

    /** What follows the heading. */
    Stream<Node> content(GroupResults results);

    /** Whether it is of no use, and hidden, until a script of the page runs. */
    default boolean needsScript() {
        return false;
    }

    /** The whole section. */
    default Element element(GroupResults results) {
        return hidden(Element.of("section", Stream.concat(Stream.of(Element.of("h2", title())), content(results)))
                .with("id", id()));
    }

    /** The entry of the table of contents. */
    default Element link() {
        return hidden(Element.of("li", Element.of("a", title()).with("href", "#" + id())));
    }

    private Element hidden(Element element) {
        return needsScript() ? element.with("hidden", "").with("data-needs-script", "") : element;
    }
}
