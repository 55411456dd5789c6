package cohort.report.section;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.html.Node;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What it takes to repeat the run, and to say whether it was repeated. */
public record RecordSection() implements Section {
    /** Steps that took less are not told. */
    private static final double LEAST_SECONDS = 0.001;

    @Override
    public String id() {
        return "record";
    }

    @Override
    public String title() {
        return "Record";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        RunRecord run = results.run();
        Stream<Node> notes = results.notes().stream().map(note -> Element.of("p", note));
        Stream<Node> record = Stream.of(
                Element.of("p", "The macro line that repeats the run:"),
                Element.of("pre", Element.of("code", run.command()))
                        .with("tabindex", "0")
                        .with("role", "region")
                        .with("aria-label", "Macro line"),
                facts(run));
        return Stream.concat(notes, record);
    }

    private static Element facts(RunRecord run) {
        List<Element> facts = new ArrayList<>(
                Facts.fact("Finished", run.finished().replace('T', ' ').replace("Z", " UTC")));
        run.software().forEach((name, version) -> facts.addAll(Facts.fact(name, version)));
        if (run.isPermutation()) facts.addAll(Facts.fact("Seed", run.parameter("seed")));
        List<String> times = run.seconds().entrySet().stream()
                .filter(step -> step.getValue() >= LEAST_SECONDS)
                .map(step -> step.getKey() + " " + Words.digits(step.getValue(), 2) + " s")
                .toList();
        if (!times.isEmpty()) facts.addAll(Facts.fact("Time", String.join(", ", times)));
        return Element.of("dl", facts.stream()).styled("facts");
    }
}
