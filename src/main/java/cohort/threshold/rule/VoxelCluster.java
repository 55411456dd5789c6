package cohort.threshold.rule;

import cohort.cluster.ExcursionClusters;
import cohort.cluster.Neighbours;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Voxels of one sign that hang together.
 *
 * @param sign +1, or -1 if the values are negative
 * @param indices of the voxels on the grid, ascending
 * @param heights the values' magnitudes, above 0
 * @param peak the greatest height
 */
public record VoxelCluster(int sign, int[] indices, double[] heights, double peak) {

    /** Number of voxels. */
    public int size() {
        return indices.length;
    }

    /**
     * The clusters of the voxels that are high enough, positive before negative ones, of one sign by their first voxel.
     * Values of opposite sign are never in one cluster.
     *
     * @param tail the sign or signs that count
     * @param isHigh says by a value's magnitude whether it is high enough; those of 0 never are
     * @param extent smaller clusters are left out
     * @param connectivity 6, 18 or 26
     */
    public static List<VoxelCluster> find(
            TestedMap map, Tail tail, DoublePredicate isHigh, ClusterExtent extent, int connectivity) {
        List<VoxelCluster> found = new ArrayList<>();
        for (int sign : tail.signs()) {
            boolean[] high = new boolean[map.mask().grid().voxels()];
            double[] heights = new double[map.size()];
            int n = 0;
            for (int v = 0; v < map.size(); v++) {
                double height = sign * map.value(v);
                if (height > 0 && isHigh.test(height)) {
                    high[map.mask().gridIndex(v)] = true;
                    heights[n++] = height;
                }
            }
            if (n > 0) found.addAll(label(sign, Mask.of(map.mask().grid(), high), heights, connectivity));
        }
        int least = extent.voxels(map.mask().grid());
        return found.stream().filter(cluster -> cluster.size() >= least).toList();
    }

    public static List<VoxelCluster> label(int sign, Mask high, double[] heights, int connectivity) {
        int n = high.size();
        int[] all = new int[n];
        for (int v = 0; v < n; v++) all[v] = v;
        // A mask of the high voxels alone keeps the memory in proportion to them, not to the grid.
        ExcursionClusters clusters = new ExcursionClusters(new Neighbours(high, connectivity));
        clusters.find(all, heights, n, 0);
        int[][] indices = new int[clusters.size()][];
        double[][] members = new double[clusters.size()][];
        for (int c = 0; c < indices.length; c++) {
            indices[c] = new int[clusters.size(c)];
            members[c] = new double[clusters.size(c)];
        }
        int[] filled = new int[indices.length];
        double[] peaks = new double[indices.length];
        for (int v = 0; v < n; v++) {
            int c = clusters.clusterOf(v);
            indices[c][filled[c]] = high.gridIndex(v);
            members[c][filled[c]++] = heights[v];
            peaks[c] = Math.max(peaks[c], heights[v]);
        }
        List<VoxelCluster> found = new ArrayList<>(indices.length);
        for (int c = 0; c < indices.length; c++) found.add(new VoxelCluster(sign, indices[c], members[c], peaks[c]));
        return found;
    }
}
