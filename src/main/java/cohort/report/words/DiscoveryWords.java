package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.permute.statistic.Calibration;
import cohort.text.Reference;
import cohort.text.Words;
import cohort.threshold.discovery.TrueDiscoveries;
import java.util.List;

/** What is said of bounds on true discoveries. */
public final class DiscoveryWords {
    private DiscoveryWords() {}

    /** What a reader of a table of clusters should know of their columns; nothing if it has none. */
    public static String caption(List<String> columns) {
        if (!columns.contains(TrueDiscoveries.PERMUTED)) return "";
        return " TDP: a lower bound on the proportion of true discoveries among the voxels of the cluster, with 95"
                + " % confidence for all clusters simultaneously, however they were chosen; its thresholds are"
                + " calibrated by permutation"
                + (columns.contains(TrueDiscoveries.SIMES) ? ". TDP ARI: the same by Simes' inequality." : ".");
    }

    /** A share as a lower bound: rounded down. */
    public static String share(double share) {
        return Words.fixed(Math.floor(100 * share + 1e-6), 0) + " %";
    }

    static void say(GroupResults results, Prose prose) {
        List<String> levels = results.contrasts().stream()
                .flatMap(tested -> tested.calibration().stream()
                        .map(shuffles ->
                                level(tested, shuffles, results.contrasts().size() > 1)))
                .toList();
        if (levels.isEmpty()) return;
        int shift = results.contrasts().get(0).calibration().orElseThrow().shift();
        boolean simes = results.contrasts().stream().anyMatch(tested -> !tested.isNormal() && !tested.isPseudo());
        prose.say(
                        " For each cluster, a lower bound on the proportion of true discoveries was computed. These bounds hold simultaneously for all sets of voxels"
                                + (levels.size() > 1 ? " of a contrast" : "")
                                + " with 95 % confidence, so that sets may be chosen after seeing the maps; they are based on Simes'"
                                + " thresholds")
                .say(shift == 0 ? "" : ", shifted by " + Words.count(shift, "voxel") + ",")
                .say(" for the p of each voxel"
                        + (results.contrasts().stream().anyMatch(ContrastResults::isPseudo)
                                ? ", which a pseudo-t or pseudo-F would have as t or F,"
                                : ",")
                        + " calibrated by the same " + results.run().shuffled().draws())
                .cite(Reference.BLANCHARD_2020, Reference.ANDREELLA_2023)
                .say(" (" + Words.list(levels) + ")");
        if (simes)
            prose.say(", and, for comparison, on Simes' inequality, which assumes positive dependence")
                    .cite(Reference.ROSENBLATT_2018);
        prose.say(".");
    }

    private static String level(ContrastResults tested, Calibration shuffles, boolean several) {
        return "λ = " + Words.digits(shuffles.at(Significance.ALPHA).level(), 3)
                + (several ? " for " + tested.contrast().text() : "");
    }
}
