package cohort.threshold;

import cohort.InputException;
import cohort.permute.nulls.Tail;
import cohort.threshold.rule.ClusterExtent;

/**
 * What is a row of a cluster table.
 *
 * @param tail the side or sides on which clusters are looked for
 * @param extent smaller clusters are left out
 * @param distance mm that the peaks of one cluster lie apart, more than 0; 8 in nilearn
 * @param connectivity which voxels are one cluster: 6 (those that share a face), 18 (or an edge) or 26 (or a corner)
 */
public record TableOptions(Tail tail, ClusterExtent extent, double distance, int connectivity) {

    /** @throws InputException if the distance is out of range */
    public TableOptions {
        if (!(distance > 0))
            throw new InputException("distance: found " + distance + ", expected millimetres above 0, such as 8.");
    }
}
