package cohort.report.region;

import cohort.analysis.region.RegionRun;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Node;
import cohort.report.section.MethodsSection;
import cohort.report.section.Section;
import cohort.report.words.Methods;
import java.util.stream.Stream;

/**
 * The paragraph for a paper and its references.
 *
 * @param run what was found
 */
record RegionMethods(RegionRun run) implements Section {

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
        return MethodsSection.of(Methods.ofRegions(run));
    }
}
