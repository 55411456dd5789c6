package cohort.report.comparison;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Text;
import cohort.report.question.Question;
import cohort.report.words.Findings;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each run asked and what it answers, as a table. */
final class AskedPart {

    private AskedPart() {}

    static Element of(ComparedRun a, ComparedRun b, List<ComparedContrast> pairs) {
        List<Element> rows = new ArrayList<>();
        rows.add(row("Folder", a.name(), b.name()));
        for (ComparedContrast pair : pairs) {
            rows.add(row("Question", question(a, pair.a()), question(b, pair.b())));
            rows.add(row("Answer", answer(a, pair.a()), answer(b, pair.b())));
        }
        rows.add(row("Maps", a.results().sample().words(), b.results().sample().words()));
        rows.add(row("Voxels analysed", voxels(a), voxels(b)));
        rows.add(row("Test", test(a.results()), test(b.results())));
        return new DataTable(
                        List.of(new Text("What each of the two runs asked, and its answer.")),
                        List.of("Run", a.letter(), b.letter()),
                        rows)
                .element();
    }

    private static Element row(String name, String a, String b) {
        return DataTable.group(Stream.of(
                DataTable.name(name),
                DataTable.text(a).styled("words"),
                DataTable.text(b).styled("words")));
    }

    private static String question(ComparedRun run, ContrastResults tested) {
        return new Question(run.results(), tested).text();
    }

    private static String answer(ComparedRun run, ContrastResults tested) {
        Findings findings = Findings.of(run.results(), tested, run.listing(tested));
        return findings.answer() + " " + findings.evidence();
    }

    private static String voxels(ComparedRun run) {
        return Words.count(run.results().mask().size());
    }

    private static String test(GroupResults results) {
        RunRecord run = results.run();
        return run.isPermutation()
                ? Words.count(run.shuffled().shuffles()) + " " + run.shuffled().scheme()
                : "parametric";
    }
}
