package cohort.report.words;

import cohort.analysis.record.Shuffled;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.report.question.Question;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** What was found for a contrast. */
    public static Findings of(GroupResults results, ContrastResults tested, ClusterListing listing) {
        return new Findings(results, tested, listing);
    }

    /** Yes or no, in a short sentence. */
    public String answer() {
        if (!found().isEmpty()) return "A significant effect was found.";
        return isDecidable() ? "No significant effect was found." : "This cannot be decided.";
    }

    /** How much survives, where the evidence is greatest, and how sure that is. */
    public String evidence() {
        return survivors() + " " + peak();
    }

    private String survivors() {
        List<String> found = found();
        if (!found.isEmpty()) return "At a family-wise error rate of 5 %" + how() + ": " + Words.list(found) + ".";
        if (isDecidable()) return "Nothing survives at a family-wise error rate of 5 %" + how() + ".";
        Shuffled shuffled = results.run().shuffled();
        return "Nothing could be significant at a family-wise error rate of 5 %, since there are only "
                + Words.count(shuffled.shuffles() + 1L) + " distinct " + shuffled.scheme()
                + " and the smallest possible p is " + least().get(0).words() + ".";
    }

    /** How it was corrected, where that needs words. */
    private String how() {
        if (tested.tests().isEmpty())
            return " (Bonferroni" + (tested.contrast().isF() ? "" : ", " + Question.sides(tested.tail())) + ")";
        return tested.tests().size() > 1 ? " for each statistic" : "";
    }

    /** What is significant, and by what. */
    private List<String> found() {
        if (tested.tests().isEmpty()) {
            long voxels = bonferroni();
            return voxels == 0 ? List.of() : List.of(Words.count(voxels, "voxel"));
        }
        List<String> found = new ArrayList<>();
        for (CorrectedMap test : tested.tests()) {
            boolean clusters = test.info().kind() == StatisticInfo.Kind.CLUSTER;
            long count = clusters
                    ? significant(test.info().column())
                    : Significance.of(test).voxels();
            if (count > 0)
                found.add(Words.count(count, clusters ? "cluster" : "voxel") + " ("
                        + test.info().symbol() + ")");
        }
        return found;
    }

    /** Too few shuffles find nothing, whatever there is. */
    private boolean isDecidable() {
        boolean counted = !results.run().stoppedEarly()
                && tested.tests().stream().noneMatch(test -> TestedContrast.isFitted(test.inference()));
        return tested.tests().isEmpty() || !counted || least().stream().anyMatch(SmallestP::isSignificant);
    }

    private List<SmallestP> least() {
        return tested.tests().stream()
                .map(test -> SmallestP.of(results.run(), test, tested.tail()))
                .toList();
    }

    private String peak() {
        double[] map = results.mask().values(tested.map());
        int voxel = PeakPosition.highest(map, tested);
        String effect = Optional.ofNullable(tested.maps().get("effect"))
                .map(values -> ", with an effect of "
                        + Words.digits(results.mask().values(values)[voxel], 3) + " in the units of the maps")
                .orElse("");
        return "The " + extreme() + " " + tested.symbol() + " is " + Words.fixed(map[voxel], 2) + " at "
                + PeakPosition.position(results.mask(), voxel) + p() + effect + ".";
    }

    private String extreme() {
        return switch (tested.tail()) {
            case POSITIVE -> "largest";
            case NEGATIVE -> "smallest";
            case BOTH -> "most extreme";
        };
    }

    private String p() {
        if (tested.tests().isEmpty()) return "";
        CorrectedMap voxels = tested.tests().get(0);
        String joint = voxels.jointLogP()
                .map(logP -> ", over all contrasts " + Words.pIs(CorrectedMap.leastP(logP)))
                .orElse("");
        return " (corrected " + Words.pIs(voxels.leastP()) + joint + ")";
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

    private long bonferroni() {
        double[] logP = results.mask().values(tested.bonferroni(results.mask()).orElseThrow());
        return Arrays.stream(logP).filter(Significance::isSignificant).count();
    }
}
