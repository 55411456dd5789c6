package cohort.threshold;

import cohort.InputException;
import cohort.image.Grid;
import cohort.permute.nulls.Tail;
import cohort.threshold.rule.ClusterExtent;

/**
 * Which clusters and peaks are rows of a cluster table.
 *
 * @param tail the side or sides on which clusters are looked for
 * @param extent smaller clusters are left out
 * @param distance least distance between the peaks of one cluster in mm, above 0; see {@link #usualDistance}
 * @param connectivity which voxels are one cluster: 6 (those that share a face), 18 (or an edge) or 26 (or a corner)
 */
public record TableOptions(Tail tail, ClusterExtent extent, double distance, int connectivity) {
    /** As in nilearn and SPM; and in voxels, which is more than that wherever voxels are of 0.8 mm or larger. */
    private static final double USUAL_MM = 8, USUAL_VOXELS = 10;

    /**
     * The default distance between the peaks of one cluster: 8 mm, or 10 voxels along the axis of the largest ones
     * where that is less, as for mice, whose brain is hardly wider than 8 mm.
     */
    public static double usualDistance(Grid grid) {
        double largest = Math.max(Math.max(grid.voxelSize(0), grid.voxelSize(1)), grid.voxelSize(2));
        return Math.min(USUAL_MM, USUAL_VOXELS * largest);
    }

    /** @throws InputException if the distance is out of range */
    public TableOptions {
        if (!(distance > 0))
            throw new InputException("distance: found " + distance + ", expected millimetres above 0, such as 8.");
    }
}
