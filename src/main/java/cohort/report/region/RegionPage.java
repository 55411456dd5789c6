package cohort.report.region;

import cohort.analysis.record.Software;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.question.Question;
import cohort.report.section.ModelSection;
import cohort.report.section.RecordSection;
import cohort.report.section.RemarksSection;
import cohort.report.section.Section;
import cohort.report.section.ShufflingSection;
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
        List<Section> sections = sections();
        return Element.of(
                "body",
                header(),
                Element.of("nav", Element.of("ul", sections.stream().map(Section::link)))
                        .with("aria-label", "Contents"),
                Element.of("main", sections.stream().map(section -> section.element(run.test()))),
                Element.of(
                        "footer",
                        Element.of("p", "Written by Cohort " + Software.version() + " from the results of a run.")));
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(new RegionBrief(run, title())));
        int n = run.test().contrasts().size();
        IntStream.range(0, n)
                .mapToObj(c -> new RegionSection(run, c, n == 1, background))
                .forEach(sections::add);
        sections.addAll(List.of(new ModelSection(), new ShufflingSection()));
        if (!run.test().run().remarks().isEmpty()) sections.add(new RemarksSection());
        sections.addAll(List.of(new RegionMethods(run), new RecordSection(), new RegionFiles(run, folder)));
        return sections;
    }

    private Element header() {
        List<List<Element>> figures = List.of(
                Facts.fact(
                        run.test().sample().isKnown() ? "Subjects" : "Maps",
                        Words.count(
                                run.test().sample().isKnown()
                                        ? run.test().sample().subjects()
                                        : run.test().maps())),
                Facts.fact("Regions", Words.count(run.record().regions().size())),
                Facts.fact(
                        "Permutations", Words.count(run.test().run().shuffled().shuffles())),
                Facts.fact("Date", run.test().run().finished().substring(0, 10)));
        return Element.of(
                "header",
                Element.of("p", "Region inference · group report").styled("kicker"),
                Element.of("h1", title()),
                Element.of("dl", figures.stream().map(figure -> Element.of("div", figure.stream())))
                        .styled("figures"));
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
