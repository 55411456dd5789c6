package cohort.report.section;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.question.Question;
import cohort.report.words.Assumption;
import cohort.report.words.ClusterListing;
import cohort.report.words.Findings;
import cohort.report.words.MaskWords;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;

/**
 * The answers at one glance: whether, where, how large and how sure.
 *
 * @param listings the clusters of each contrast
 * @param title of the page, below which a question that it asks is not asked again
 */
public record GlanceSection(List<ClusterListing> listings, String title) implements Section {

    @Override
    public String id() {
        return "brief";
    }

    @Override
    public String title() {
        return "In brief";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        List<Integer> contrasts = IntStream.range(0, listings.size()).boxed().toList();
        Stream<Node> answers =
                Parallelization.getTaskExecutor()
                        .forEachApply(contrasts, contrast -> answer(results, contrast))
                        .stream()
                        .flatMap(List::stream);
        Stream<Node> closing = Stream.of(Element.of("p", MaskWords.searchVolume(results) + atlas(results))
                .styled("note"));
        return Stream.of(answers, single() ? Stream.<Node>of() : Stream.of(assumed(results)), closing)
                .flatMap(nodes -> nodes);
    }

    /** Whether the assumptions, which all contrasts share, follow the only answer. */
    private boolean single() {
        return listings.size() == 1;
    }

    private static Element assumed(GroupResults results) {
        return Element.of("p", caution(results)).styled("note");
    }

    /** Why no region is named, if a run with an atlas has none. */
    private String atlas(GroupResults results) {
        String atlas = results.run().parameter("atlas");
        if (atlas.isBlank() || listings.stream().anyMatch(ClusterListing::hasRegions)) return "";
        return " Regions are not named: the atlas " + Words.fileName(atlas)
                + " or its list of names was moved or changed after the run.";
    }

    private List<Node> answer(GroupResults results, int contrast) {
        ContrastResults tested = results.contrasts().get(contrast);
        ClusterListing listing = listings.get(contrast);
        List<Node> nodes = new ArrayList<>();
        String question = new Question(results, tested).text();
        if (!question.equals(title)) nodes.add(Element.of("p", question).styled("question"));
        Findings findings = Findings.of(results, tested, listing);
        nodes.add(Element.of("p", Element.of("strong", findings.answer()), new Text(" " + findings.evidence())));
        if (single()) nodes.add(assumed(results));
        nodes.add(new MapPictures(results, tested, listing, contrast).glass());
        new ClusterPart(results, tested, listing, contrast).first().forEach(nodes::add);
        return nodes;
    }

    /** What the answer rests on. */
    public static Stream<Node> caution(GroupResults results) {
        Text assumed = new Text("The test assumes that " + Assumption.of(results) + ".");
        long remarks = results.run().remarks().stream().distinct().count();
        if (remarks == 0) return Stream.of(assumed);
        return Stream.of(
                assumed,
                new Text(" The run logged "),
                Element.of("a", Words.count(remarks, "remark")).with("href", "#remarks"),
                new Text("."));
    }
}
