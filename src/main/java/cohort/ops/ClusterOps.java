package cohort.ops;

import cohort.InputException;
import cohort.cluster.ClusterMaps;
import cohort.cluster.MapClusters;
import cohort.image.Grid;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/** Connected components as ops. */
public final class ClusterOps {
    private ClusterOps() {}

    /**
     * Sizes and masses of the clusters of voxels whose value is above the threshold, and of those whose negated value
     * is; the two tails are kept apart, so touching clusters of opposite sign are not merged.
     *
     * @implNote op names='cohort.cluster.label'
     * @param map a 3D map of a statistic; NaN is in no cluster
     * @param threshold the cluster-forming threshold, at least 0; a value equal to it is not in the cluster
     * @param mask true in the voxels that take part, all by default (nullable)
     * @param connectivity which voxels are neighbours: 6 (sharing a face; the default), 18 (or an edge)
     *     or 26 (or a corner) (nullable)
     * @return for each voxel size and mass of its cluster; both are positive in either tail
     * @throws InputException if the mask is not of the map's size or a parameter is out of range
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> ClusterMaps label(
            RandomAccessibleInterval<T> map, Double threshold, RandomAccessibleInterval<B> mask, Integer connectivity) {
        Grid grid = Images.grid(map);
        return MapClusters.clusters(
                Images.volume(map, grid).voxels(),
                Images.mask(mask, grid),
                connectivity == null ? 6 : connectivity,
                threshold);
    }

    /**
     * Threshold-free cluster enhancement (Smith &amp; Nichols 2009, NeuroImage 44:83), exactly. The positive and the
     * negative tail are enhanced separately; scores of the negative one are negative.
     *
     * @implNote op names='cohort.cluster.tfce'
     * @param map a 3D map of a statistic; NaN counts as 0
     * @param mask true in the voxels that take part, all by default (nullable)
     * @param connectivity which voxels are neighbours: 6 (sharing a face; the default), 18 (or an edge)
     *     or 26 (or a corner) (nullable)
     * @param extentPower E, at least 0, 0.5 by default as in the paper (nullable)
     * @param heightPower H, at least 0, 2 by default as in the paper (nullable)
     * @return the scores, 0 outside the mask
     * @throws InputException if the mask is not of the map's size or a parameter is out of range
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> RandomAccessibleInterval<DoubleType> tfce(
            RandomAccessibleInterval<T> map,
            RandomAccessibleInterval<B> mask,
            Integer connectivity,
            Double extentPower,
            Double heightPower) {
        Grid grid = Images.grid(map);
        return MapClusters.tfce(
                Images.volume(map, grid).voxels(),
                Images.mask(mask, grid),
                connectivity == null ? 6 : connectivity,
                extentPower == null ? 0.5 : extentPower,
                heightPower == null ? 2 : heightPower);
    }
}
