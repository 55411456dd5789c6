package cohort.command;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.command.input.Choices;
import cohort.command.viewer.Viewer;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests contrasts by shuffling the subjects, with family-wise error control over the image. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Permutation Inference...")
public final class PermutationInferenceCommand extends GroupAnalysisCommand {

    @Parameter(label = "Permutations", description = "Number of shuffles.", required = false, persist = false)
    private int permutations = 10000;

    @Parameter(
            label = "Seed",
            description = "Of the random stream, 0 to 2147483647.",
            required = false,
            persist = false)
    private int seed;

    @Parameter(
            label = "Tail",
            description = "positive, negative or both; for several contrasts also one for each, separated by |.",
            attrs = @Attr(name = Choices.OF, value = "TAILS"),
            required = false,
            persist = false)
    private String tail = "positive";

    @Parameter(
            label = "Shuffle",
            description =
                    "What is done to the subjects: signs are flipped, rows permuted, or both; auto chooses by the model.",
            attrs = @Attr(name = Choices.OF, value = "SHUFFLES"),
            required = false,
            persist = false)
    private String shuffle = "auto";

    @Parameter(
            label = "Method",
            description = "How regressors of no interest are treated (Winkler et al. 2014, Table 2).",
            attrs = @Attr(name = Choices.OF, value = "METHODS"),
            required = false,
            persist = false)
    private String method = "freedman-lane";

    @Parameter(
            label = "Exchangeability blocks",
            description = "A column of the table, a file, auto for repeated measures, or empty for none.",
            required = false,
            persist = false)
    private String blocks = "";

    @Parameter(
            label = "Shuffle within the blocks",
            description = "Subjects are exchanged within blocks; if not, blocks are exchanged as wholes.",
            required = false,
            persist = false)
    private boolean within = true;

    @Parameter(
            label = "Variance groups",
            description =
                    "A column of the table, or a file, that names groups of unequal variance; empty if all have the same.",
            required = false,
            persist = false)
    private String variance_groups = "";

    @Parameter(
            label = "Variance smoothing FWHM (mm)",
            description =
                    "Of the Gaussian that smooths the variance of each permutation: pseudo-t, for fewer than 15 degrees of freedom; 0 for t.",
            required = false,
            persist = false)
    private double variance_smoothing;

    @Parameter(label = "Connectivity", description = "6, 18 or 26 neighbours.", required = false, persist = false)
    private int connectivity = 6;

    @Parameter(
            label = "Cluster-forming p",
            description = "Uncorrected p above which voxels form no cluster, e.g. 0.001; 0 for no cluster statistics.",
            required = false,
            persist = false)
    private double cluster_p = 0.001;

    @Parameter(
            label = "Cluster-forming value",
            description =
                    "Value of the statistic above which voxels form clusters, in place of the p; 0 to go by the p.",
            required = false,
            persist = false)
    private double cluster_value;

    @Parameter(label = "TFCE", description = "Threshold-free cluster enhancement.", required = false, persist = false)
    private boolean tfce;

    @Parameter(
            label = "Uncorrected p",
            description = "Also a p for each voxel alone, and one adjusted for the false discovery rate.",
            required = false,
            persist = false)
    private boolean uncorrected;

    @Parameter(
            label = "Signed maps",
            description = "With tail=both: -log10 of the corrected p bears the sign of the statistic.",
            required = false,
            persist = false)
    private boolean signed;

    @Parameter(
            label = "Approximation",
            description = "Of the nulls: tail by a generalised Pareto, all by a gamma distribution, where they fit.",
            attrs = @Attr(name = Choices.OF, value = "APPROXIMATIONS"),
            required = false,
            persist = false)
    private String approximation = "none";

    @Parameter(
            label = "Stop after",
            description = "End once so many shuffles reach the observed maxima, e.g. 20; 0 to make all.",
            required = false,
            persist = false)
    private int stop_after;

    @Parameter(label = "Threads", description = "0 for one a processor.", required = false, persist = false)
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
