package cohort.report;

import java.util.stream.Stream;

/** The paragraph for a paper and its references. */
record MethodsSection() implements Section {

    @Override
    public String id() {
        return "methods";
    }

    @Override
    public String title() {
        return "Methods";
    }

    @Override
    public Stream<Node> content(Results results) {
        Prose prose = Methods.of(results);
        return Stream.of(
                Element.of("p", "To be used as it is, or changed, in a paper:").styled("note"),
                Element.of("blockquote", Element.of("p", prose.text())),
                Element.of("h3", "References"),
                Element.of("ul", prose.references().stream().map(Citation::reference))
                        .styled("references"));
    }
}
