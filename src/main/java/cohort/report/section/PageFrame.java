package cohort.report.section;

import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Software;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.text.Words;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;

/** What stands around the sections of a report. */
public final class PageFrame {
    private PageFrame() {}

    /**
     * A page's content.
     *
     * @param kind of the run, e.g. {@code Permutation inference}
     * @param title the heading
     * @param figures the numbers that a reader looks for first, as {@link Facts#fact} makes them
     */
    public static Element body(
            String kind,
            String title,
            Stream<List<Element>> figures,
            List<? extends Section> sections,
            GroupResults results) {
        List<Element> elements =
                Parallelization.getTaskExecutor().forEachApply(sections, section -> section.element(results));
        return Element.of(
                "body",
                header(kind, title, figures),
                Element.of("nav", Element.of("ul", sections.stream().map(Section::link)))
                        .with("aria-label", "Contents"),
                Element.of("main", elements.stream()),
                Element.of(
                        "footer",
                        Element.of("p", "Written by Cohort " + Software.version() + " from the results of a run.")));
    }

    private static Element header(String kind, String title, Stream<List<Element>> figures) {
        return Element.of(
                "header",
                Element.of("p", kind + " \u00b7 group report").styled("kicker"),
                Element.of("h1", title),
                Element.of("dl", figures.map(figure -> Element.of("div", figure.stream())))
                        .styled("figures"));
    }

    /** How many permutations or sign flips a run made. */
    public static List<Element> shuffles(RunRecord run) {
        return Facts.fact(
                Words.sentence(run.shuffled().draws()),
                Words.count(run.shuffled().shuffles()));
    }

    /** When a run ended. */
    public static List<Element> date(RunRecord run) {
        return Facts.fact("Date", run.finished().substring(0, 10));
    }
}
