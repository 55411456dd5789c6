package cohort.report.section;

import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.words.Citation;
import cohort.report.words.Methods;
import cohort.report.words.Prose;
import java.util.stream.Stream;

/** The paragraph for a paper and its references. */
public record MethodsSection() implements Section {

    @Override
    public String id() {
        return "methods";
    }

    @Override
    public String title() {
        return "Methods";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        Prose prose = Methods.of(results);
        return Stream.of(
                Element.of("p", "To be used as it is, or changed, in a paper:").styled("note"),
                Element.of("blockquote", Element.of("p", prose.text())),
                Element.of("h3", "References"),
                Element.of("ul", prose.references().stream().map(Citation::reference))
                        .styled("references"));
    }
}
