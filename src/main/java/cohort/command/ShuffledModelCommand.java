package cohort.command;

import cohort.permute.EvidenceOptions;
import cohort.permute.PermutationOptions;
import cohort.permute.RegressionMethod;
import cohort.permute.ShuffleScheme;
import cohort.permute.Tail;
import org.scijava.plugin.Parameter;

/** What a user says of shuffling. */
abstract class ShuffledModelCommand extends GroupModelCommand {

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
            choices = {"positive", "negative", "both"},
            required = false,
            persist = false)
    private String tail = "positive";

    @Parameter(
            label = "Shuffle",
            choices = {"auto", "flips", "permutations", "both"},
            required = false,
            persist = false)
    private String shuffle = "auto";

    @Parameter(
            label = "Method",
            choices = {"freedman-lane", "kennedy", "manly", "ter-braak", "draper-stoneman"},
            required = false,
            persist = false)
    private String method = "freedman-lane";

    @Parameter(
            label = "Exchangeability blocks",
            description = "A column of the table, a file, auto for repeated measures, or empty for none.",
            required = false,
            persist = false)
    private String blocks = "";

    @Parameter(label = "Shuffle within the blocks", required = false, persist = false)
    private boolean within = true;

    @Parameter(
            label = "Variance groups",
            description = "A column of the table that names groups of unequal variance, or empty if all have the same.",
            required = false,
            persist = false)
    private String variance_groups = "";

    @Parameter(label = "Connectivity", description = "6, 18 or 26 neighbours.", required = false, persist = false)
    private int connectivity = 6;

    /** The side on which evidence counts. */
    final Tail side() {
        return Tail.of(tail);
    }

    /** Refuses what is wrong whatever the data, before these are read. */
    final ShuffleInputs checkedShuffling() {
        side();
        PermutationOptions.requireInRange(permutations, seed);
        return new ShuffleInputs(
                ShuffleScheme.of(shuffle), RegressionMethod.of(method), blocks, within, variance_groups);
    }

    final PermutationOptions options(ShuffleInputs shuffling, Question asked, EvidenceOptions evidence) {
        return new PermutationOptions(
                permutations, seed, side(), shuffling.options(asked), shuffling.groups(asked), connectivity, evidence);
    }
}
