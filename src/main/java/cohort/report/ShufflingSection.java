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
                        : Words.count(run.shuffled().shuffles()) + " drawn at random"
                                + (run.stoppedEarly() ? " of " + run.parameter("permutations") + " intended" : "")
                                + ", and the unshuffled labelling"));
        if (!run.shuffled().exhaustive()) facts.addAll(Facts.fact("Seed", run.parameter("seed")));
        facts.addAll(Facts.fact(
                "Blocks", run.parameter("blocks").isBlank() ? "None: all subjects are exchangeable" : blocks(run)));
        facts.addAll(Facts.fact("Nuisance", nuisance(results)));
        facts.addAll(Facts.fact("Smallest counted p", least(run)));
        return Stream.of(Element.of("dl", facts.stream()).styled("facts"));
    }

    /** Two-sided, a shuffle and its mirror image tie, so that not every p of an exhaustive test can be reached. */
    private static String least(RunRecord run) {
        long labellings = 1L + run.shuffled().shuffles();
        return "1 / " + Words.count(labellings) + " = " + Words.p(1.0 / labellings)
                + (run.shuffled().exhaustive() && run.parameter("tail").equals("both")
                        ? ", or twice that where each shuffle has a mirror image"
                        : "");
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
