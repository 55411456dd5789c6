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

    /** What stands below the heading. */
    Stream<Node> content(GroupResults results);

    /** The whole section. */
    default Element element(GroupResults results) {
        return Element.of("section", Stream.concat(Stream.of(Element.of("h2", title())), content(results)))
                .with("id", id());
    }
}
