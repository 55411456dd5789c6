package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.command.input.Inputs;
import cohort.design.matrix.Blocks;
import cohort.design.strata.Exchangeability;
import cohort.design.strata.RepeatedColumns;
import cohort.design.strata.SubjectFactor;
import cohort.permute.ShuffleOptions;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.subjects.Cohort;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user says of shuffling.
 *
 * @param scheme what is shuffled
 * @param method how the nuisance is treated
 * @param blocks empty for none, {@code auto} for the subjects of repeated measures, a column of the table, or a file
 * @param within whether one level of blocks is shuffled within, not as wholes
 * @param varianceGroups empty if all subjects have the same variance, a column of the table, or a file
 */
record ShuffleInputs(
        ShuffleScheme scheme, RegressionMethod method, String blocks, boolean within, String varianceGroups) {
    private static final String AUTO = "auto";

    /** Finds the blocks that the words name. */
    ShuffleOptions options(Question asked, Progress progress) {
        return new ShuffleOptions(scheme, method, findBlocks(asked, progress), within);
    }

    /** Finds the groups of one variance; {@code auto} takes those from the blocks. */
    Optional<Blocks> groups(Question asked, ShuffleOptions shuffle) {
        if (varianceGroups.isBlank()) return Optional.empty();
        if (!varianceGroups.equals(AUTO)) return Optional.of(columnOrFile("variance_groups", varianceGroups, asked));
        return Optional.of(shuffle.exchangeableGroups()
                .orElseThrow(() ->
                        new InputException("variance_groups: found auto, which takes subjects who may be exchanged"
                                + " with each other for a group, but the blocks make one group of all, expected blocks that tell"
                                + " groups apart, or a column; leave the option out if all have the same variance.")));
    }

    private Optional<Blocks> findBlocks(Question asked, Progress progress) {
        if (blocks.isBlank()) {
            if (asked.strata().isEmpty()) repeated(asked).ifPresent(progress::say);
            return Optional.empty();
        }
        if (!blocks.equals(AUTO)) {
            Blocks named = columnOrFile("blocks", blocks, asked);
            if (within && asked.strata().isEmpty() && named.isOfSeveral())
                progress.say("blocks=" + blocks
                        + ": maps that are exchanged within a block are assumed to be equally correlated"
                        + " and equally variable (compound symmetry).");
            return Optional.of(named);
        }
        if (!asked.strata().isEmpty()) {
            progress.say("blocks=auto: maps of one subject are shuffled together.");
            return Optional.empty();
        }
        Optional<Blocks> found = SubjectFactor.blocks(asked.design().matrix(), asked.weights());
        progress.say(
                found.isPresent()
                        ? "blocks=auto: "
                                + Arrays.stream(found.get().level(0)).distinct().count()
                                + " blocks of repeated measures were found in the model."
                        : "blocks=auto: the model was searched for a factor that repeats over maps, such as the subject, and has"
                                + " none, so that each map counts as a subject of its own.");
        if (found.isEmpty()) requireNoRepetition(asked);
        return found;
    }

    /** Blocks that were asked for must not vanish because a subject's number was taken for a slope or left out of the model. */
    private static void requireNoRepetition(Question asked) {
        repeated(asked).ifPresent(sentence -> {
            throw new InputException(
                    "blocks: found auto, which looks for a factor of the subject in the model and found none,"
                            + " expected one; " + sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                            + sentence.substring(1));
        });
    }

    /** A column that names subjects several times, as a sentence. */
    private static Optional<String> repeated(Question asked) {
        return RepeatedColumns.subject(asked.cohort().covariates());
    }

    /** A column of the table, or else what stands in a file of that name. */
    private static Blocks columnOrFile(String key, String named, Question asked) {
        Cohort cohort = asked.cohort();
        Table covariates = cohort.covariates();
        if (!covariates.has(named)) {
            Path file = Inputs.path(key, named);
            if (Files.isRegularFile(file))
                return Exchangeability.fromFile(file, cohort.ids(), cohort.idsLeftOut(), asked.files());
        }
        return Exchangeability.fromColumn(named, covariates, cohort.ids());
    }
}
