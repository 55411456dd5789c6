package cohort.report.section;

import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.results.GroupResults;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Facts;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What it takes to repeat the run, and to tell whether it was repeated. */
public record RecordSection() implements Section {

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
                facts(run),
                files(run));
        return Stream.concat(notes, record);
    }

    private static Element facts(RunRecord run) {
        List<Element> facts = new ArrayList<>(
                Facts.fact("Finished", run.finished().replace('T', ' ').replace("Z", " UTC")));
        run.software().forEach((name, version) -> facts.addAll(Facts.fact(name, version)));
        if (run.isPermutation()) facts.addAll(Facts.fact("Seed", run.parameter("seed")));
        List<String> times = run.seconds().entrySet().stream()
                .map(step -> step.getKey() + " " + Words.digits(step.getValue(), 2) + " s")
                .toList();
        facts.addAll(Facts.fact("Time", String.join(", ", times)));
        return Element.of("dl", facts.stream()).styled("facts");
    }

    private static Element files(RunRecord run) {
        List<Element> rows = run.inputs().stream().map(RecordSection::row).toList();
        Element table = new DataTable(
                        List.of(new Text("The files that were read, with their SHA-256 checksums.")),
                        List.of("File", "SHA-256"),
                        rows)
                .element();
        return Element.of("details", Element.of("summary", Words.count(rows.size(), "input file")), table);
    }

    private static Element row(InputFile file) {
        return DataTable.group(Stream.of(
                DataTable.name(Words.fileName(file.file())).with("title", file.file()),
                Element.of("td", Element.of("code", file.sha256()).styled("digest"))));
    }
}
