package cohort.report.region;

import cohort.analysis.region.RegionRun;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Node;
import cohort.report.section.FilesSection;
import cohort.report.section.Section;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that the run wrote and those that it read.
 *
 * @param run what was found
 * @param folder as {@link FilesSection} takes it
 */
record RegionFiles(RegionRun run, Optional<String> folder) implements Section {

    @Override
    public String id() {
        return "files";
    }

    @Override
    public String title() {
        return "Files";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        return new FilesSection(folder).of(run.files(), results.run());
    }
}
