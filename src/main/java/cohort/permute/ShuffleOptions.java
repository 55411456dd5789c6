package cohort.permute;

import cohort.design.Blocks;
import java.util.Optional;

/**
 * What to shuffle and how.
 *
 * @param scheme sign flips, permutations, both, or what the model asks for
 * @param method how the nuisance is treated
 * @param blocks the exchangeability blocks; empty if all subjects are freely exchangeable
 * @param within for blocks of one level: whether shuffling stays within them, instead of moving them as wholes; blocks of
 *     several levels say so themselves by their signs
 */
public record ShuffleOptions(ShuffleScheme scheme, RegressionMethod method, Optional<Blocks> blocks, boolean within) {

    /** As the model asks for, without blocks, by the method of Freedman and Lane. */
    public static ShuffleOptions automatic() {
        return new ShuffleOptions(ShuffleScheme.AUTO, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true);
    }
}
