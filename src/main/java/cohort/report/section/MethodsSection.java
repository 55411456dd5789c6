package cohort.report.section;

import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.words.Prose;
import cohort.text.Reference;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The paragraph for a paper and its references.
 *
 * @param words writes it
 */
public record MethodsSection(Function<GroupResults, Prose> words) implements Section {

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
        Prose prose = words.apply(results);
        return Stream.of(
                Element.of("p", "Text for the methods section of a paper; edit it as needed:")
                        .styled("note"),
                Element.of("blockquote", Element.of("p", prose.text())),
                Element.of("h3", "References"),
                Element.of("ul", prose.references().stream().map(MethodsSection::item))
                        .styled("references"));
    }

    /** The entry of a list of references, with a link to the paper. */
    private static Element item(Reference work) {
        String text = work.authors() + " (" + work.year() + "). " + work.title() + ". " + work.journal() + ".";
        if (work.doi().isEmpty()) return Element.of("li", text);
        return Element.of(
                "li",
                new Text(text + " "),
                Element.of("a", "doi:" + work.doi()).with("href", "https://doi.org/" + work.doi()));
    }
}
