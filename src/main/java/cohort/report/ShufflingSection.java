package cohort.report;

import cohort.permute.RegressionMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How labels were shuffled. */
record ShufflingSection() implements Section {

    @Override
    public String id() {
        return "shuffling";
    }

    @Override
    public String title() {
        return "Shuffling";
    }

    @Override
    public Stream<Node> content(Results results) {
        RunRecord run = results.run();
        List<Element> facts = new ArrayList<>();
        facts.addAll(Facts.fact(
                "Scheme",
                Words.sentence(
                        run.shuffled().scheme() + ", " + run.shuffled().reason().split(";")[0])));
        facts.addAll(Facts.fact(
                "Shuffles",
                run.shuffled().exhaustive()
                        ? "All " + Words.count(run.shuffled().shuffles() + 1L)
                                + " distinct ones, the unshuffled labelling included"
                        : Words.count(run.shuffled().shuffles()) + " drawn at random, and the unshuffled labelling"));
        if (!run.shuffled().exhaustive()) facts.addAll(Facts.fact("Seed", run.parameter("seed")));
        facts.addAll(Facts.fact(
                "Blocks", run.parameter("blocks").isBlank() ? "None: all subjects are exchangeable" : blocks(run)));
        facts.addAll(Facts.fact("Nuisance", nuisance(results)));
        facts.addAll(Facts.fact(
                "Smallest possible p", Words.p(1.0 / (1 + run.shuffled().shuffles()))));
        return Stream.of(Element.of("dl", facts.stream()).styled("facts"));
    }

    private static String blocks(RunRecord run) {
        String within = run.parameter("within").equals("false") ? "exchanged as wholes" : "shuffled within";
        return run.parameter("blocks") + ", " + within;
    }

    private static String nuisance(Results results) {
        boolean any = results.contrasts().stream().anyMatch(tested -> results.nuisance(tested) > 0);
        return any
                ? "By the method of "
                        + RegressionMethod.of(results.run().parameter("method")).words()
                : "None: the contrast covers the whole model";
    }
}
