package cohort.report.comparison;

import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the records of two runs have not in common. */
final class SettingsPart {
    /** Keys that no number depends on: where results go, what computes them, and what they are drawn on. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("output", "threads", "memory", "scratch", "background");

    private static final int MOST_NAMES = 6;

    private final ComparedRun a, b;

    SettingsPart(ComparedRun a, ComparedRun b) {
        this.a = a;
        this.b = b;
    }

    Stream<Node> nodes() {
        List<Element> rows = new ArrayList<>();
        addDifferent(rows, RunRecord::parameters, WITHOUT_EFFECT);
        addDifferent(rows, RunRecord::software, Set.of());
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                rows.isEmpty()
                        ? Element.of("p", "All settings and versions are the same.")
                        : new DataTable(
                                        List.of(new Text("The settings and versions that differ; an empty cell is a"
                                                + " setting that was not given.")),
                                        List.of("Setting", a.letter(), b.letter()),
                                        rows)
                                .element());
        nodes.add(Element.of("p", subjects() + " " + files()));
        return nodes.stream();
    }

    private void addDifferent(List<Element> rows, Function<RunRecord, Map<String, String>> part, Set<String> without) {
        Map<String, String> first = part.apply(a.results().run()),
                second = part.apply(b.results().run());
        Set<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        keys.removeAll(without);
        for (String key : keys) {
            String one = first.getOrDefault(key, ""), two = second.getOrDefault(key, "");
            if (!one.equals(two))
                rows.add(DataTable.group(Stream.of(
                        DataTable.name(key),
                        DataTable.text(one).styled("words"),
                        DataTable.text(two).styled("words"))));
        }
    }

    private String subjects() {
        Set<String> first = ids(a), second = ids(b);
        Set<String> both = new LinkedHashSet<>(first);
        both.retainAll(second);
        boolean repeated =
                a.results().sample().isRepeated() || b.results().sample().isRepeated();
        return Words.count(both.size(), repeated ? "map" : "subject") + (both.size() == 1 ? " is" : " are")
                + " in both runs" + only(first, both, a) + only(second, both, b) + ".";
    }

    private static String only(Set<String> ids, Set<String> both, ComparedRun run) {
        List<String> alone = ids.stream().filter(id -> !both.contains(id)).toList();
        return alone.isEmpty() ? "" : "; only in " + run.letter() + ": " + Words.first(alone, MOST_NAMES);
    }

    private static Set<String> ids(ComparedRun run) {
        return run.results().run().subjects().stream()
                .map(AnalysedSubject::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String files() {
        Set<String> first = digests(a), second = digests(b);
        long same = first.stream().filter(second::contains).count();
        return "Of the " + Words.count(first.size(), "file") + " that " + a.letter() + " read and the "
                + Words.count(second.size()) + " that " + b.letter() + " read, " + Words.count(same)
                + (same == 1 ? " is the same" : " are the same") + " (by SHA-256).";
    }

    private static Set<String> digests(ComparedRun run) {
        return run.results().run().inputs().stream().map(InputFile::sha256).collect(Collectors.toSet());
    }
}
