package cohort.report.region;

import cohort.analysis.record.Sample;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.question.Question;
import cohort.report.section.FilesSection;
import cohort.report.section.MethodsSection;
import cohort.report.section.ModelSection;
import cohort.report.section.PageFrame;
import cohort.report.section.RecordSection;
import cohort.report.section.RemarksSection;
import cohort.report.section.Section;
import cohort.report.section.ShufflingSection;
import cohort.report.words.Methods;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report on a test of regions, from its heading to its last section.
 *
 * @param run what was found
 * @param given the heading; empty for the question that was asked
 * @param background what slices are drawn on; nothing for the regions
 * @param folder the address of the results from the page, if it is known
 */
public record RegionPage(RegionRun run, String given, Optional<Volume> background, Optional<String> folder) {

    /** What is tested, as the page's heading. */
    public String title() {
        if (!given.isBlank()) return given.strip();
        GroupResults test = run.test();
        return test.contrasts().size() == 1
                ? new Question(test, test.contrasts().get(0)).ofRegions()
                : Words.count(test.contrasts().size()) + " contrasts of regions in "
                        + test.sample().words();
    }

    /** The whole page's content. */
    public Element body() {
        return PageFrame.body("Region inference", title(), figures(), sections(), run.test());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(new RegionBrief(run, title())));
        int n = run.test().contrasts().size();
        IntStream.range(0, n)
                .mapToObj(c -> new RegionSection(run, c, n == 1, background))
                .forEach(sections::add);
        sections.addAll(List.of(new ModelSection(), new ShufflingSection()));
        if (!run.test().run().remarks().isEmpty()) sections.add(new RemarksSection());
        sections.addAll(List.of(
                new MethodsSection(results -> Methods.ofRegions(run)),
                new RecordSection(),
                new FilesSection(run.files(), folder)));
        return sections;
    }

    private Stream<List<Element>> figures() {
        Sample sample = run.test().sample();
        return Stream.of(
                Facts.fact(
                        sample.isKnown() ? "Subjects" : "Maps",
                        Words.count(
                                sample.isKnown()
                                        ? sample.subjects()
                                        : run.test().maps())),
                Facts.fact("Regions", Words.count(run.record().regions().size())),
                PageFrame.shuffles(run.test().run()),
                PageFrame.date(run.test().run()));
    }

    /** The regions of a contrast, by their corrected p, of equals the one with the larger statistic first. */
    static List<Integer> order(RegionRun run, int contrast) {
        double[] p = run.table(contrast).numbers("p corrected"),
                statistic =
                        run.table(contrast)
                                .numbers(run.test().contrasts().get(contrast).statistic());
        return Stream.iterate(0, r -> r < p.length, r -> r + 1)
                .sorted((a, b) -> p[a] == p[b]
                        ? Double.compare(Math.abs(statistic[b]), Math.abs(statistic[a]))
                        : Double.compare(p[a], p[b]))
                .toList();
    }
}
