package cohort.threshold.rule;

import cohort.InputException;
import cohort.permute.nulls.Tail;

/**
 * What all rules go by.
 *
 * @param alpha the error rate a rule keeps, above 0 and at most 0.5; halved between the two sides if both count
 * @param tail the side or sides on which evidence counts
 * @param extent smaller clusters are taken from the result
 * @param connectivity which voxels are one cluster: 6 (those that share a face), 18 (or an edge) or 26 (or a corner)
 */
public record ThresholdOptions(double alpha, Tail tail, ClusterExtent extent, int connectivity) {

    /** @throws InputException if alpha is out of range */
    public ThresholdOptions {
        if (!(alpha > 0 && alpha <= 0.5))
            throw new InputException(
                    "alpha: found " + alpha + ", expected a number above 0 and at most 0.5, such as 0.05.");
    }

    public ThresholdOptions with(Tail other) {
        return new ThresholdOptions(alpha, other, extent, connectivity);
    }
}
