package cohort.permute;

import java.util.List;

/**
 * The outcome of a permutation test.
 *
 * @param shuffling what was shuffled, in words
 * @param reason why, and how nuisance regressors are treated
 * @param exhaustive whether every distinct shuffle was made once
 * @param shuffles number of shuffles made, not counting the unshuffled data
 * @param contrasts in the order of the question
 */
public record PermutationResult(
        String shuffling, String reason, boolean exhaustive, int shuffles, List<PermutedContrast> contrasts) {}
