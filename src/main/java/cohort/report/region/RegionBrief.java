package cohort.report.region;

import cohort.analysis.region.RegionRun;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.question.Question;
import cohort.report.section.GlanceSection;
import cohort.report.section.Section;
import cohort.report.words.Significance;
import cohort.report.words.SmallestP;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers at one glance.
 *
 * @param run what was found
 * @param title of the page, below which a question that it asks is not asked again
 */
record RegionBrief(RegionRun run, String title) implements Section {
    private static final int DIGITS = 3, NAMED = 6;

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
        return Stream.concat(
                IntStream.range(0, results.contrasts().size()).boxed().flatMap(c -> answer(results, c).stream()),
                Stream.of(Element.of("p", GlanceSection.caution(results)).styled("note")));
    }

    private List<Node> answer(GroupResults results, int contrast) {
        ContrastResults tested = results.contrasts().get(contrast);
        List<Node> nodes = new ArrayList<>();
        String question = new Question(results, tested).ofRegions();
        if (!question.equals(title)) nodes.add(Element.of("p", question).styled("question"));
        nodes.add(Element.of(
                "p", Element.of("strong", found(results, tested, contrast)), new Text(" " + first(tested, contrast))));
        return nodes;
    }

    private String found(GroupResults results, ContrastResults tested, int contrast) {
        Table table = run.table(contrast);
        double[] p = table.numbers("p corrected");
        List<String> names = RegionPage.order(run, contrast).stream()
                .filter(r -> p[r] <= Significance.ALPHA)
                .map(table.column("region")::get)
                .toList();
        String of = Words.count(p.length, "region");
        if (!names.isEmpty())
            return "In " + Words.count(names.size()) + " of the " + of + ": " + Words.first(names, NAMED) + ".";
        SmallestP least = SmallestP.of(results.run(), tested.tests().get(0), tested.tail());
        return least.isSignificant()
                ? "In none of the " + of + "."
                : "This cannot be decided: with so few distinct "
                        + results.run().shuffled().draws() + " the smallest possible p is " + least.words() + ".";
    }

    /** The region with the least p, with its effect. */
    private String first(ContrastResults tested, int contrast) {
        Table table = run.table(contrast);
        int row = RegionPage.order(run, contrast).get(0);
        String effect =
                table.has("effect") && !Table.isMissing(table.column("effect").get(row))
                        ? "the effect is " + shown(table, "effect", row) + " (95 % confidence interval "
                                + shown(table, "effect lower", row) + " to " + shown(table, "effect upper", row) + "), "
                        : "";
        String size = RegionRun.SIZES.stream()
                .filter(name ->
                        table.has(name) && !Table.isMissing(table.column(name).get(row)))
                .findFirst()
                .map(name -> ", " + RegionSection.symbol(name) + " = " + fixed(table, name, row))
                .orElse("");
        return "The evidence is strongest in " + table.column("region").get(row) + ": " + effect + tested.symbol()
                + " = "
                + fixed(table, tested.statistic(), row) + size + ", corrected "
                + Words.pIs(table.numbers("p corrected")[row]) + ".";
    }

    private static String fixed(Table table, String column, int row) {
        return Words.fixed(table.numbers(column)[row], RegionSection.DECIMALS);
    }

    private static String shown(Table table, String column, int row) {
        return Words.digits(table.numbers(column)[row], DIGITS);
    }
}
