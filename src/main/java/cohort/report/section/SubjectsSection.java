package cohort.report.section;

import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.analysis.results.GroupResults;
import cohort.design.matrix.DesignMatrix;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.subjects.LeftOut;
import cohort.subjects.PassedOver;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who was analysed.
 *
 * @param maps the subjects' maps
 */
public record SubjectsSection(SubjectMaps maps) implements Section {
    private static final int MOST_COLUMNS = 6, MOST_ROWS = 1000, DIGITS = 4, FEW = 3;

    @Override
    public String id() {
        return "subjects";
    }

    @Override
    public String title() {
        return "Subjects";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        String words = who(results)
                + (results.sample().isRepeated()
                        ? " They are listed below with their regressors."
                        : " They are listed below with their maps and regressors.");
        Element folded = Element.of(
                "details",
                Element.of("summary", listed(results) + results.sample().words()),
                table(results));
        return Stream.of(Stream.of(Element.of("p", words), folded), passedOver(results.run()), maps.content().stream())
                .flatMap(nodes -> nodes);
    }

    /** What lay beside the maps: folded, if it is long. */
    private static Stream<Element> passedOver(RunRecord run) {
        List<PassedOver> files = run.passedOver();
        if (files.isEmpty()) return Stream.of();
        String count = Words.count(files.size(), "file") + " beside the maps " + (files.size() == 1 ? "was" : "were")
                + " not used";
        if (files.size() <= FEW)
            return Stream.of(Element.of(
                    "p",
                    count + ": "
                            + files.stream()
                                    .map(file -> Words.fileName(file.file()) + " (" + file.reason() + ")")
                                    .collect(Collectors.joining("; "))
                            + "."));
        List<Element> rows = files.stream()
                .map(file -> DataTable.group(Stream.of(
                        DataTable.name(Words.fileName(file.file())).with("title", file.file()),
                        DataTable.text(file.reason()))))
                .toList();
        Element table = new DataTable(
                        List.of(new Text("Files beside the maps that were not used.")), List.of("File", "Why"), rows)
                .element();
        return Stream.of(Element.of("details", Element.of("summary", count), table));
    }

    private static String who(GroupResults results) {
        Sample sample = results.sample();
        String what = sample.isRepeated() || !sample.isKnown() ? "map" : "subject";
        String given = what + " given by " + Words.fileName(results.run().parameter("maps"));
        List<LeftOut> rules = results.run().leftOut();
        int others = LeftOut.ids(rules).size();
        String analysed = sample.isRepeated() ? sample.words() : Words.count(sample.maps());
        if (others == 0) return "Every " + given + " was analysed (" + analysed + ").";
        String why = rules.stream()
                .filter(rule -> !rule.ids().isEmpty())
                .map(rule -> rule.isById() ? rule.ids().get(0) : Words.list(rule.ids()) + " (" + rule.rule() + ")")
                .collect(Collectors.joining("; "));
        return "Of the " + given.replaceFirst(what, what + "s") + ", " + analysed + " were analysed and "
                + Words.count(others) + (others == 1 ? " was" : " were") + " left out on request: " + why + ".";
    }

    /** A page of very many rows is slow, and files of the run tell them all. */
    private static boolean areTooMany(GroupResults results) {
        return results.maps() > MOST_ROWS;
    }

    private static String listed(GroupResults results) {
        return areTooMany(results) ? "The first 1,000 of " : "All ";
    }

    private static Element table(GroupResults results) {
        DesignMatrix design = results.design();
        int columns = Math.min(MOST_COLUMNS, design.size());
        List<String> headings = new ArrayList<>(List.of(results.sample().isRepeated() ? "Name" : "Subject", "Map"));
        headings.addAll(design.columns().subList(0, columns));
        List<Element> rows = IntStream.range(0, Math.min(MOST_ROWS, results.maps()))
                .mapToObj(s -> row(results.run(), s, design.values()[s], columns))
                .toList();
        return new DataTable(
                        List.of(new Text((results.sample().isRepeated()
                                        ? "The maps and their regressors."
                                        : "The subjects, their maps and regressors.")
                                + (areTooMany(results) ? " All are in run.json and design.tsv." : ""))),
                        headings,
                        rows)
                .element();
    }

    private static Element row(RunRecord run, int s, double[] values, int columns) {
        AnalysedSubject subject = run.subjects().get(s);
        String part = run.isOfSlices() ? ", slice " : subject.volume() > 0 ? ", volume " : "";
        String file = Words.fileName(subject.map()) + part + (part.isEmpty() ? "" : subject.volume() + 1);
        return DataTable.group(Stream.concat(
                Stream.of(DataTable.name(subject.id()), DataTable.text(file).styled("file")),
                IntStream.range(0, columns)
                        .mapToObj(c -> DataTable.number(Words.digits(values[c], DIGITS), values[c]))));
    }
}
