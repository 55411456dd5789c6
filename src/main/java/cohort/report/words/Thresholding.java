package cohort.report.words;

import cohort.analysis.record.TestedContrast;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.Tail;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.text.Words;
import cohort.threshold.Thresholds;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What it takes to be significant. */
public final class Thresholding {
    private static final int FACES = 6;

    private Thresholding() {}

    public static Stream<Node> of(GroupResults results, ContrastResults tested) {
        return Stream.of(
                Element.of("h3", "Thresholds"),
                tested.tests().isEmpty() ? parametric(results, tested) : corrected(results, tested));
    }

    private static Element corrected(GroupResults results, ContrastResults tested) {
        String draws = results.run().shuffled().draws();
        boolean joint = tested.tests().get(0).jointLogP().isPresent();
        List<Element> rows = tested.tests().stream()
                .map(test -> row(test, tested.tail(), draws))
                .toList();
        List<String> headings = new ArrayList<>(
                List.of("Statistic", "Threshold", "Observed maximum", "Corrected p", "Voxels at p ≤ 0.05"));
        if (joint) headings.add("p over all contrasts");
        return new DataTable(List.of(new Text(caption(tested, draws))), headings, rows).element();
    }

    /** A threshold that is counted is not exactly where the p of a curve is 5 %, so which is which is said. */
    private static String caption(ContrastResults tested, String draws) {
        String caption = "Thresholds for a family-wise corrected p of 0.05, and the observed maxima.";
        List<String> curves = tested.tests().stream()
                .filter(test -> TestedContrast.isFitted(test.inference()))
                .map(test -> test.info().headingWithUnit() + ", " + test.inference())
                .toList();
        return curves.isEmpty()
                ? caption
                : caption + " Thresholds are counted from the " + draws + "; so is p, except for: "
                        + String.join("; ", curves) + ".";
    }

    private static Element row(CorrectedMap test, Tail tail, String draws) {
        StatisticInfo info = test.info();
        Significance evidence = Significance.of(test);
        Element threshold = evidence.critical().isPresent()
                ? DataTable.number(
                        "> " + Words.fixed(evidence.critical().getAsDouble(), info.decimals()),
                        evidence.critical().getAsDouble())
                : DataTable.text("too few " + draws);
        List<Element> cells = new ArrayList<>(List.of(
                DataTable.name(info.headingWithUnit()),
                threshold,
                DataTable.number(Words.fixed(evidence.observed(), info.decimals()), evidence.observed()),
                DataTable.number(Words.p(evidence.p()), evidence.p()),
                DataTable.number(Words.count(evidence.voxels()), evidence.voxels())));
        test.jointLogP()
                .map(CorrectedMap::leastP)
                .ifPresent(joint -> cells.add(DataTable.number(Words.p(joint), joint)));
        return DataTable.group(cells.stream());
    }

    private static Element parametric(GroupResults results, ContrastResults tested) {
        List<Element> rows = Stream.of(
                        rule("Uncorrected p < 0.001", "fpr", 0.001, results, tested),
                        rule("False discovery rate 5 %", "fdr", Significance.ALPHA, results, tested),
                        rule("Bonferroni 5 %", "bonferroni", Significance.ALPHA, results, tested))
                .toList();
        return new DataTable(
                        List.of(new Text(
                                "Parametric thresholds of z" + (tested.tail() == Tail.BOTH ? ", two-sided." : "."))),
                        List.of("Rule", "Threshold of z", "Voxels"),
                        rows)
                .element();
    }

    private static Element rule(
            String name, String control, double alpha, GroupResults results, ContrastResults tested) {
        ThresholdOptions options = new ThresholdOptions(alpha, tested.tail(), ClusterExtent.NONE, FACES);
        ThresholdedMap left =
                Thresholds.apply(tested.maps().get("z").voxels(), results.mask(), Statistics.z(), control, options);
        long voxels = Arrays.stream(left.map().values()).filter(z -> z != 0).count();
        return DataTable.group(Stream.of(
                DataTable.name(name),
                Double.isFinite(left.level())
                        ? DataTable.number(Words.fixed(left.level(), 3), left.level())
                        : DataTable.text("none"),
                DataTable.number(Words.count(voxels), voxels)));
    }
}
