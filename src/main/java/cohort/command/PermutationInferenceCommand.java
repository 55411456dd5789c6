package cohort.command;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.command.viewer.Viewer;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests contrasts by shuffling the subjects, with family-wise error control over the image. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Cohort"),
            @Menu(label = "Permutation Inference...", weight = 43)
        },
        headless = true,
        description =
                "Tests contrasts of a general linear model by permutations or sign flips, with family-wise error control over the image.")
public final class PermutationInferenceCommand extends GroupAnalysisCommand {

    @Parameter(label = "Permutations", description = Described.PERMUTATIONS, required = false, persist = false)
    private int permutations = 10000;

    @Parameter(
            label = "Seed",
            description = Described.SEED + " The same seed gives the same permutations as nilearn.",
            required = false,
            persist = false)
    private int seed;

    @Parameter(
            label = "Tail",
            description = Described.TAIL,
            attrs = @Attr(name = Choices.OF, value = "TAILS"),
            required = false,
            persist = false)
    private String tail = "positive";

    @Parameter(
            label = "Exchange",
            description = "What is exchanged: signs of subjects are flipped, subjects are permuted, or both; auto"
                    + " decides from the model.",
            attrs = @Attr(name = Choices.OF, value = "SHUFFLES"),
            required = false,
            persist = false)
    private String shuffle = "auto";

    @Parameter(
            label = "Method",
            description = "How nuisance regressors are treated (Winkler et al. 2014, Table 2).",
            attrs = @Attr(name = Choices.OF, value = "METHODS"),
            required = false,
            persist = false)
    private String method = "freedman-lane";

    @Parameter(
            label = "Exchangeability blocks",
            description =
                    "Exchangeability blocks: a column of the table, or a file; auto for repeated measures; empty for none.",
            required = false,
            persist = false)
    private String blocks = "";

    @Parameter(
            label = "Permute within blocks",
            description = "Exchange subjects within blocks; otherwise exchange whole blocks.",
            required = false,
            persist = false)
    private boolean within = true;

    @Parameter(
            label = "Variance groups",
            description =
                    "Groups of unequal variance: a column of the table, or a file; auto takes them from the blocks; empty if all have the same variance.",
            required = false,
            persist = false)
    private String variance_groups = "";

    @Parameter(
            label = "Variance smoothing FWHM (mm)",
            description =
                    "Full width at half maximum of the Gaussian that smooths the variance of each permutation, which makes t a pseudo-t, for fewer than 15 degrees of freedom; 0 for t.",
            required = false,
            persist = false)
    private double variance_smoothing;

    @Parameter(label = "Connectivity", description = Described.CONNECTIVITY, required = false, persist = false)
    private int connectivity = 6;

    @Parameter(
            label = "Cluster-forming p",
            description = "Cluster-forming threshold, as an uncorrected p such as 0.001; 0 for no cluster statistics.",
            required = false,
            persist = false)
    private double cluster_p = 0.001;

    @Parameter(
            label = "Cluster-forming value",
            description = "Value of the statistic above which voxels form clusters, instead of the p; 0 to use the p.",
            required = false,
            persist = false)
    private double cluster_value;

    @Parameter(
            label = "TFCE",
            description = "Also test by threshold-free cluster enhancement.",
            required = false,
            persist = false)
    private boolean tfce;

    @Parameter(
            label = "Uncorrected p",
            description = "Also write the uncorrected p of each voxel, and p adjusted for the false discovery rate.",
            required = false,
            persist = false)
    private boolean uncorrected;

    @Parameter(
            label = "Signed maps",
            description = "With tail=both, give -log10 of the corrected p the sign of the statistic.",
            required = false,
            persist = false)
    private boolean signed;

    @Parameter(
            label = "True discoveries",
            description =
                    "Also write lower bounds on the proportion of true discoveries in each cluster, however it was"
                            + " chosen.",
            required = false,
            persist = false)
    private boolean true_discoveries;

    @Parameter(
            label = "Shift of Simes' thresholds",
            description = "Number of voxels, e.g. 27: larger bounds for large clusters, none for smaller ones.",
            required = false,
            persist = false)
    private int simes_shift;

    @Parameter(
            label = "Combination of maps",
            description = "Tests several maps of each subject together, combined by Tippett's, Fisher's or"
                    + " Stouffer's method.",
            attrs = @Attr(name = Choices.OF, value = "COMBINATIONS"),
            required = false,
            persist = false)
    private String npc = "none";

    @Parameter(
            label = "Conjunction of maps",
            description = "Also test for an effect in every one of several maps of each subject.",
            required = false,
            persist = false)
    private boolean conjunction;

    @Parameter(
            label = "Approximation",
            description = "Fit a curve to the null distributions: tail fits a generalised Pareto distribution to"
                    + " their tail, gamma a gamma distribution to all of them; where the curve does not"
                    + " fit, p is counted from the permutations.",
            attrs = @Attr(name = Choices.OF, value = "APPROXIMATIONS"),
            required = false,
            persist = false)
    private String approximation = "none";

    @Parameter(
            label = "Stop after",
            description =
                    "Stop once this many permutations have reached the observed maxima, e.g. 20; 0 to make all permutations.",
            required = false,
            persist = false)
    private int stop_after;

    @Parameter(
            label = "Threads",
            description = "Number of threads; 0 for one per processor. Results do not depend on it.",
            required = false,
            persist = false)
    private int threads;

    @Override
    Run run(Map<String, String> keys) {
        PermutationSettings settings = PermutationSettings.of(keys);
        return new Run() {
            @Override
            public GroupAnalysis load(Viewer images, Optional<ResultFolder> folder, Progress progress) {
                return GroupAnalysis.load(settings, images, folder, progress);
            }

            @Override
            public GroupResults analyse(GroupAnalysis analysis) {
                return analysis.permute();
            }
        };
    }
}
