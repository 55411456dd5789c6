package cohort.command;

import cohort.design.Blocks;
import cohort.design.Exchangeability;
import cohort.permute.RegressionMethod;
import cohort.permute.RepeatedMeasures;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShuffleScheme;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user says of shuffling.
 *
 * @param scheme what is shuffled
 * @param method how the nuisance is treated
 * @param blocks empty for none, {@code auto} for the subjects of repeated measures, a column of the table, or a file
 * @param within whether one level of blocks is shuffled within, not as wholes
 * @param varianceGroups empty if all subjects have the same variance, or a column of the table
 */
record ShuffleInputs(
        ShuffleScheme scheme, RegressionMethod method, String blocks, boolean within, String varianceGroups) {
    private static final String AUTO = "auto";

    /** Finds the blocks that the words name. */
    ShuffleOptions options(Question asked) {
        return new ShuffleOptions(scheme, method, findBlocks(asked), within);
    }

    /** Finds the groups of one variance. */
    Optional<Blocks> groups(Question asked) {
        return varianceGroups.isBlank()
                ? Optional.empty()
                : Optional.of(Exchangeability.fromColumn(
                        varianceGroups,
                        asked.cohort().covariates(),
                        asked.cohort().ids()));
    }

    private Optional<Blocks> findBlocks(Question asked) {
        if (blocks.isBlank()) return Optional.empty();
        if (blocks.equals(AUTO)) return RepeatedMeasures.blocks(asked.design().matrix(), asked.weights());
        Table covariates = asked.cohort().covariates();
        if (!covariates.has(blocks)) {
            Path file = Inputs.path("blocks", blocks);
            if (Files.isRegularFile(file))
                return Optional.of(Exchangeability.fromFile(file, asked.cohort().ids(), asked.files()));
        }
        return Optional.of(
                Exchangeability.fromColumn(blocks, covariates, asked.cohort().ids()));
    }
}
