package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.permute.EvidenceOptions;
import cohort.permute.PermutationOptions;
import cohort.permute.ShuffleOptions;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.List;
import java.util.stream.Stream;
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
            description = "positive, negative or both; for several contrasts also one for each, separated by |.",
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
            description =
                    "A column of the table, or a file, that names groups of unequal variance; empty if all have the same.",
            required = false,
            persist = false)
    private String variance_groups = "";

    @Parameter(label = "Connectivity", description = "6, 18 or 26 neighbours.", required = false, persist = false)
    private int connectivity = 6;

    /** The side or sides that are named. */
    final List<Tail> sides() {
        return Stream.of(tail.split("\\|")).map(String::strip).map(Tail::of).toList();
    }

    /**
     * The side on which evidence counts for a contrast: the one that is named for all, or its own; F has one side alone.
     *
     * @throws InputException if sides are named for another number of contrasts
     */
    final Tail side(int contrast, Question asked) {
        List<Tail> sides = sides();
        if (sides.size() > 1 && sides.size() != asked.contrasts().size())
            throw new InputException(
                    "tail: found " + sides.size() + " sides, expected one for all or one for each of the "
                            + asked.contrasts().size() + " contrasts.");
        return asked.contrasts().get(contrast).isF() ? Tail.POSITIVE : sides.get(sides.size() == 1 ? 0 : contrast);
    }

    /** Whether groups of subjects have variances of their own. */
    final boolean isGrouped() {
        return !variance_groups.isBlank();
    }

    /** Refuses what is wrong whatever the data, before these are read. */
    final ShuffleInputs checkedShuffling() {
        sides();
        PermutationOptions.requireInRange(permutations, seed);
        return new ShuffleInputs(
                ShuffleScheme.of(shuffle), RegressionMethod.of(method), blocks, within, variance_groups);
    }

    final PermutationOptions options(
            ShuffleInputs shuffling, Question asked, EvidenceOptions evidence, Progress progress) {
        ShuffleOptions shuffle = shuffling.options(asked, progress);
        return new PermutationOptions(
                permutations, seed, sides().get(0), shuffle, shuffling.groups(asked, shuffle), connectivity, evidence);
    }
}
