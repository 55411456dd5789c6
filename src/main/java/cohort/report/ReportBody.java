package cohort.report;

import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.question.Question;
import cohort.report.section.FilesSection;
import cohort.report.section.GlanceSection;
import cohort.report.section.MaskSection;
import cohort.report.section.MethodsSection;
import cohort.report.section.ModelSection;
import cohort.report.section.PageFrame;
import cohort.report.section.RecordSection;
import cohort.report.section.RemarksSection;
import cohort.report.section.ResultSection;
import cohort.report.section.Section;
import cohort.report.section.ShufflingSection;
import cohort.report.section.SubjectMaps;
import cohort.report.section.SubjectsSection;
import cohort.report.section.ViewerSection;
import cohort.report.words.ClusterListing;
import cohort.report.words.Methods;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report from its heading to its last section.
 *
 * @param results what was found
 * @param listings the clusters of each contrast
 * @param options how to write it
 * @param folder the address of the results from the page, if it is known
 */
record ReportBody(GroupResults results, List<ClusterListing> listings, ReportOptions options, Optional<String> folder) {

    /** The report on results. */
    static ReportBody of(GroupResults results, ReportOptions options, Optional<String> folder) {
        List<ClusterListing> listings = results.contrasts().stream()
                .map(tested -> ClusterListing.of(results, tested))
                .toList();
        return new ReportBody(results, listings, options, folder);
    }

    /** What is tested, as the page's heading. */
    String title() {
        if (!options.title().isBlank()) return options.title().strip();
        return results.contrasts().size() == 1
                ? question(results.contrasts().get(0))
                : Words.count(results.contrasts().size()) + " contrasts in "
                        + results.sample().words();
    }

    private String question(ContrastResults tested) {
        return new Question(results, tested).text();
    }

    /** The whole page's content. */
    Element element() {
        String kind = results.run().isPermutation() ? "Permutation inference" : "Second-level model";
        return PageFrame.body(kind, title(), figures(), sections(), results);
    }

    private List<Section> sections() {
        SubjectMaps maps = SubjectMaps.read(results);
        List<Section> sections = new ArrayList<>(
                List.of(new GlanceSection(listings, title()), new ViewerSection(listings, options.background(), maps)));
        int n = results.contrasts().size();
        IntStream.range(0, n)
                .mapToObj(c -> new ResultSection(
                        results.contrasts().get(c), listings.get(c), c + 1, n == 1, options.background()))
                .forEach(sections::add);
        sections.addAll(List.of(new SubjectsSection(maps), new MaskSection(), new ModelSection()));
        if (results.run().isPermutation()) sections.add(new ShufflingSection());
        if (!results.run().remarks().isEmpty()) sections.add(new RemarksSection());
        sections.addAll(
                List.of(new MethodsSection(Methods::of), new RecordSection(), FilesSection.of(results, folder)));
        return sections;
    }

    /** The numbers that a reader looks for first. */
    private Stream<List<Element>> figures() {
        RunRecord run = results.run();
        List<List<Element>> figures = new ArrayList<>();
        Sample sample = results.sample();
        if (sample.isKnown()) figures.add(Facts.fact("Subjects", Words.count(sample.subjects())));
        if (sample.isRepeated() || !sample.isKnown()) figures.add(Facts.fact("Maps", Words.count(sample.maps())));
        figures.add(Facts.fact("Voxels", Words.count(run.voxels())));
        if (run.isPermutation()) figures.add(PageFrame.shuffles(run));
        double fwhm = Double.parseDouble(run.parameter("fwhm"));
        figures.add(Facts.fact("Smoothing", fwhm > 0 ? Words.digits(fwhm, 3) + " mm" : "none"));
        figures.add(PageFrame.date(run));
        return figures.stream();
    }
}
