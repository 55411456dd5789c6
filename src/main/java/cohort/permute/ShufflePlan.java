package cohort.permute;

import cohort.permute.model.ModelPartition;
import cohort.permute.model.ShuffledModel;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.shuffle.UnitRows;
import java.util.List;

/**
 * What a permutation test does with the labels.
 *
 * @param shuffling the relabellings of units, the same for all contrasts
 * @param partitions the designs, split by their contrasts
 * @param models what they are applied to, one a contrast
 * @param rows for each contrast, which rows of its model belong to which unit
 * @param reason why this is shuffled, and what becomes of the nuisance
 */
public record ShufflePlan(
        Shuffling shuffling,
        List<ModelPartition> partitions,
        List<ShuffledModel> models,
        List<UnitRows> rows,
        String reason) {}
