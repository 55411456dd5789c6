package cohort.permute;

import java.util.List;

/**
 * What a permutation test does with the labels.
 *
 * @param shuffling the relabellings, the same for all contrasts
 * @param models what they are applied to, one a contrast
 * @param reason why this is shuffled, and what becomes of the nuisance
 */
record ShufflePlan(Shuffling shuffling, List<ShuffledModel> models, String reason) {}
