package cohort.command;

import cohort.design.Blocks;
import cohort.design.Exchangeability;
import cohort.permute.RegressionMethod;
import cohort.permute.RepeatedMeasures;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShuffleScheme;
import cohort.table.Cohort;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

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
    ShuffleOptions options(GroupData group) {
        return new ShuffleOptions(scheme, method, findBlocks(group), within);
    }

    /** Finds the groups of one variance. */
    Optional<Blocks> groups(GroupData group) {
        return varianceGroups.isBlank()
                ? Optional.empty()
                : Optional.of(columnOrFile("variance_groups", varianceGroups, group));
    }

    /** All contrasts, one below the other. */
    private static DMatrixRMaj weights(GroupData group) {
        return new DMatrixRMaj(group.contrasts().stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }

    private Optional<Blocks> findBlocks(GroupData group) {
        if (blocks.isBlank()) return Optional.empty();
        if (blocks.equals(AUTO)) return RepeatedMeasures.blocks(group.design().matrix(), weights(group));
        return Optional.of(columnOrFile("blocks", blocks, group));
    }

    /** A column of the table, or else what stands in a file of that name. */
    private static Blocks columnOrFile(String key, String named, GroupData group) {
        Cohort cohort = group.cohort();
        Table covariates = cohort.covariates();
        if (!covariates.has(named)) {
            Path file = Inputs.path(key, named);
            if (Files.isRegularFile(file)) return Exchangeability.fromFile(file, cohort.ids(), cohort.idsLeftOut());
        }
        return Exchangeability.fromColumn(named, covariates, cohort.ids());
    }
}
