package cohort.report.section;

import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** What the log said that a reader should know. */
public record RemarksSection() implements Section {
    /** So many are read at a glance. */
    private static final int SHORT = 4;

    @Override
    public String id() {
        return "remarks";
    }

    @Override
    public String title() {
        return "Remarks";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        List<String> remarks = results.run().remarks().stream().distinct().toList();
        Element list = Element.of("ul", remarks.stream().map(remark -> Element.of("li", remark)))
                .styled("remarks");
        return Stream.of(
                Element.of("p", "Notes from the log of the run."),
                remarks.size() <= SHORT
                        ? list
                        : Element.of(
                                "details",
                                Element.of("summary", "All " + Words.count(remarks.size(), "remark")),
                                list));
    }
}
