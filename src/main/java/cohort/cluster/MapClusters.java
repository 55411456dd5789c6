package cohort.cluster;

import cohort.InputException;
import cohort.image.VoxelValues;
import cohort.mask.Mask;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/** Statistics of a whole map that follow from its connected components. */
public final class MapClusters {
    private MapClusters() {}

    /**
     * Threshold-free cluster enhancement (Smith &amp; Nichols 2009, NeuroImage 44:83), exactly; see {@link Tfce}. The
     * positive and the negative tail are enhanced separately; scores of the negative one are negative.
     *
     * @param map a statistic's map on the mask's grid; NaN counts as 0
     * @param mask the voxels that take part
     * @param connectivity 6 (voxels that share a face are neighbours), 18 (or an edge) or 26 (or a corner)
     * @param extentPower E, at least 0; 0.5 in the paper
     * @param heightPower H, at least 0; 2 in the paper
     * @return the scores, 0 outside the mask
     * @throws InputException if the map is not on the mask's grid or a parameter is out of range
     */
    public static RandomAccessibleInterval<DoubleType> tfce(
            RandomAccessibleInterval<? extends RealType<?>> map,
            Mask mask,
            Integer connectivity,
            Double extentPower,
            Double heightPower) {
        double[] values = values(map, mask);
        Tfce tfce = new Tfce(new Neighbours(mask, connectivity), extentPower, heightPower);
        double[] scores = new double[values.length], negative = new double[values.length];
        tfce.map(values, scores);
        tfce.map(negated(values), negative);
        for (int v = 0; v < scores.length; v++) scores[v] -= negative[v];
        return mask.image(scores);
    }

    /**
     * Sizes and masses of the clusters of voxels whose value is above the threshold, and of those whose negated value is;
     * the two tails are kept apart, so touching clusters of opposite sign are not merged. See {@link
     * ExcursionClusters}.
     *
     * @param map a statistic's map on the mask's grid; NaN is in no cluster
     * @param mask the voxels that take part
     * @param connectivity 6 (voxels that share a face are neighbours), 18 (or an edge) or 26 (or a corner)
     * @param threshold the cluster-forming threshold, at least 0; a value equal to it is not in the cluster
     * @return for each voxel size and mass of its cluster; both are positive in either tail
     * @throws InputException if the map is not on the mask's grid or a parameter is out of range
     */
    public static ClusterMaps clusters(
            RandomAccessibleInterval<? extends RealType<?>> map, Mask mask, Integer connectivity, Double threshold) {
        if (!(threshold >= 0)) throw new InputException("threshold: found " + threshold + ", expected at least 0.");
        double[] values = values(map, mask);
        ExcursionClusters clusters = new ExcursionClusters(new Neighbours(mask, connectivity));
        double[] size = new double[values.length], mass = new double[values.length];
        for (double[] tail : new double[][] {values, negated(values)}) {
            int[] excursion = new int[tail.length];
            double[] heights = new double[tail.length];
            int count = 0;
            for (int v = 0; v < tail.length; v++)
                if (tail[v] > threshold) {
                    excursion[count] = v;
                    heights[count++] = tail[v];
                }
            clusters.find(excursion, heights, count, threshold);
            clusters.map(size, mass);
        }
        return new ClusterMaps(mask.image(size), mask.image(mass));
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] values(RandomAccessibleInterval<? extends RealType<?>> map, Mask mask) {
        if (!Arrays.equals(map.dimensionsAsLongArray(), mask.grid().dimensions()))
            throw new InputException("map: found " + Arrays.toString(map.dimensionsAsLongArray())
                    + " voxels, expected the mask's grid of " + mask.grid() + "; resample one of them.");
        double[] all = VoxelValues.of(map), values = new double[mask.size()];
        for (int v = 0; v < values.length; v++) values[v] = all[mask.gridIndex(v)];
        return values;
    }
}
