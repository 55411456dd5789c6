package cohort.report.words;

import cohort.analysis.record.Shuffled;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was found, in a few sentences. */
public final class Findings {
    private final GroupResults results;
    private final ContrastResults tested;
    private final ClusterListing listing;

    private Findings(GroupResults results, ContrastResults tested, ClusterListing listing) {
        this.results = results;
        this.tested = tested;
        this.listing = listing;
    }

    /** One paragraph for a contrast. */
    public static String of(GroupResults results, ContrastResults tested, ClusterListing listing) {
        Findings findings = new Findings(results, tested, listing);
        return findings.peak() + (tested.tests().isEmpty() ? findings.bonferroni() : findings.corrected());
    }

    private String peak() {
        double[] map = results.mask().values(tested.map());
        int voxel = PeakPosition.highest(map, tested);
        return "The " + extreme() + " " + tested.statistic() + " is " + Words.fixed(map[voxel], 2) + " at "
                + PeakPosition.position(results.mask(), voxel);
    }

    private String extreme() {
        return switch (tested.tail()) {
            case POSITIVE -> "largest";
            case NEGATIVE -> "smallest";
            case BOTH -> "most extreme";
        };
    }

    private String corrected() {
        List<CorrectedMap> tests = tested.tests();
        Significance voxel = Significance.of(tests.get(0));
        List<String> found = new ArrayList<>();
        for (CorrectedMap test : tests) {
            boolean clusters = test.info().kind() == StatisticInfo.Kind.CLUSTER;
            long count = clusters
                    ? significant(test.info().column())
                    : Significance.of(test).voxels();
            if (count > 0)
                found.add(Words.count(count, clusters ? "cluster" : "voxel") + " by "
                        + test.info().symbol());
        }
        String joint = tests.get(0)
                .jointLogP()
                .map(logP -> ", over all contrasts " + Words.pIs(CorrectedMap.leastP(logP)))
                .orElse("");
        return " (corrected " + Words.pIs(voxel.p()) + joint + "). "
                + (found.isEmpty() ? nothing() : "Significant are " + Words.list(found) + rate(found.size()));
    }

    private static String rate(int tests) {
        return (tests > 1 ? ", each" : "") + " at a family-wise error rate of 5 %.";
    }

    /** Too few shuffles find nothing, whatever there is. */
    private String nothing() {
        boolean counted = !results.run().stoppedEarly()
                && tested.tests().stream().noneMatch(test -> TestedContrast.isFitted(test.inference()));
        List<SmallestP> least = tested.tests().stream()
                .map(test -> SmallestP.of(results.run(), test, tested.tail()))
                .toList();
        if (!counted || least.stream().anyMatch(SmallestP::isSignificant)) return "Nothing is significant" + rate(1);
        Shuffled shuffled = results.run().shuffled();
        return "Nothing could be significant" + rate(1) + " There are only "
                + Words.count(shuffled.shuffles() + 1L) + " labellings by "
                + shuffled.scheme() + ", so that the smallest possible p is "
                + least.get(0).words() + ".";
    }

    /** How many of the clusters are significant. */
    private int significant(String column) {
        Table table = listing.table();
        List<String> sizes = table.column("Cluster Size (voxels)");
        double[] p = table.numbers(column);
        return (int) IntStream.range(0, table.rows())
                .filter(row -> !sizes.get(row).isEmpty() && p[row] <= Significance.ALPHA)
                .count();
    }

    private String sided() {
        return tested.contrast().isF() ? "" : Question.sides(tested.tail()) + " ";
    }

    private String bonferroni() {
        double[] logP = results.mask().values(tested.bonferroni(results.mask()).orElseThrow());
        long voxels = Arrays.stream(logP).filter(Significance::isSignificant).count();
        return ". " + Words.count(voxels, "voxel") + " " + (voxels == 1 ? "has" : "have") + " a " + sided()
                + "p below 0.05 after Bonferroni's correction for all voxels.";
    }
}
