package cohort.report.section;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.permute.model.RegressionMethod;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.html.Node;
import cohort.report.words.Assumption;
import cohort.report.words.Methods;
import cohort.report.words.SmallestP;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How labels were shuffled. */
public record ShufflingSection() implements Section {

    @Override
    public String id() {
        return "permutations";
    }

    @Override
    public String title() {
        return "Permutation scheme";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        RunRecord run = results.run();
        List<Element> facts = new ArrayList<>();
        facts.addAll(Facts.fact(
                "Scheme",
                Words.sentence(
                        run.shuffled().scheme() + ", " + run.shuffled().reason().split(";")[0])));
        facts.addAll(Facts.fact(
                Words.sentence(run.shuffled().draws()),
                run.shuffled().exhaustive()
                        ? "All " + Words.count(run.shuffled().shuffles() + 1L)
                                + " distinct ones, including the observed data"
                        : Words.count(run.shuffled().shuffles()) + " drawn at random"
                                + (run.stoppedEarly() ? " of " + Words.count(run.asked()) + " intended" : "")
                                + ", plus the observed data"));
        if (!run.shuffled().exhaustive()) facts.addAll(Facts.fact("Seed", run.parameter("seed")));
        facts.addAll(Facts.fact("Blocks", blocks(results)));
        facts.addAll(Facts.fact("Assumption", Words.sentence(Assumption.of(results))));
        facts.addAll(Facts.fact("Nuisance", nuisance(results)));
        facts.addAll(Facts.fact("Smallest possible p", least(results)));
        return Stream.of(Element.of("dl", facts.stream()).styled("facts"));
    }

    /** Of the voxels' statistic, for each contrast where contrasts differ. */
    private static String least(GroupResults results) {
        Map<SmallestP, List<String>> least = new LinkedHashMap<>();
        for (ContrastResults tested : results.contrasts())
            least.computeIfAbsent(
                            SmallestP.of(results.run(), tested.tests().get(0), tested.tail()), p -> new ArrayList<>())
                    .add(tested.contrast().text());
        return least.entrySet().stream()
                        .map(p -> p.getKey().words() + (least.size() == 1 ? "" : " for " + Words.list(p.getValue())))
                        .collect(Collectors.joining("; "))
                + (least.keySet().stream().anyMatch(p -> p.reaching() > 1)
                        ? ", because several " + results.run().shuffled().draws() + " give the same value"
                        : "");
    }

    private static String blocks(GroupResults results) {
        RunRecord run = results.run();
        boolean sums = results.contrasts().stream()
                .anyMatch(tested -> tested.how().kind().isPresent());
        if (run.parameter("blocks").isBlank())
            return sums
                    ? "Subjects: the maps of each are exchanged together"
                    : "None: all " + (results.sample().isRepeated() ? "maps" : "subjects") + " are "
                            + (run.shuffled().permutes() ? "exchangeable" : "independent");
        if (run.parameter("blocks").equals("auto") && sums)
            return "Found in the model: the maps of each subject are exchanged together";
        boolean wholes = run.parameter("within").equals("false");
        if (!run.parameter("blocks").equals("auto"))
            return run.parameter("blocks") + ", " + (wholes ? "exchanged as whole blocks" : "permuted within");
        if (!results.sample().isRepeated()) return "None: the model has no factor that repeats over maps";
        return (wholes ? "Whole subjects (" : "Within subject (")
                + Words.count(results.sample().subjects(), "block") + ")";
    }

    private static String nuisance(GroupResults results) {
        return results.hasNuisance()
                ? Words.sentence(Methods.nuisance(results)) + ", by the "
                        + RegressionMethod.of(results.run().parameter("method")).words() + " method"
                : "None: the contrast covers the whole model";
    }
}
