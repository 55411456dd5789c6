package cohort.threshold;

import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.threshold.rule.VoxelCluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The voxels of clusters that none of the 26 around exceeds within the cluster. Those that share faces are one plateau,
 * which lies at its voxel nearest to its centre. The inside of a plateau, where all 27 voxels are equal, counts only if
 * the whole cluster is one.
 */
final class LocalMaxima {
    private static final int FACES = 6;

    /**
     * A maximum.
     *
     * @param index of its voxel on the grid
     * @param height its magnitude
     */
    record Maximum(int index, double height) {}

    private final Grid grid;
    private final List<VoxelCluster> clusters;
    private final int[] clusterAt;
    private final double[] heightAt;

    /** @param clusters of one sign */
    LocalMaxima(Grid grid, List<VoxelCluster> clusters) {
        this.grid = grid;
        this.clusters = clusters;
        clusterAt = new int[grid.voxels()];
        heightAt = new double[grid.voxels()];
        Arrays.fill(clusterAt, -1);
        for (int c = 0; c < clusters.size(); c++)
            for (int v = 0; v < clusters.get(c).size(); v++) {
                clusterAt[clusters.get(c).indices()[v]] = c;
                heightAt[clusters.get(c).indices()[v]] = clusters.get(c).heights()[v];
            }
    }

    /** For each cluster its maxima, highest first; equal ones in the order of the file. */
    List<List<Maximum>> find() {
        List<List<Maximum>> found = new ArrayList<>();
        for (int c = 0; c < clusters.size(); c++) found.add(new ArrayList<>());
        for (VoxelCluster plateau : plateaus())
            found.get(clusterAt[plateau.indices()[0]])
                    .add(new Maximum(centre(plateau.indices()), plateau.heights()[0]));
        Comparator<Maximum> order =
                Comparator.comparingDouble(Maximum::height).reversed().thenComparingInt(Maximum::index);
        for (List<Maximum> maxima : found) maxima.sort(order);
        return found;
    }

    private List<VoxelCluster> plateaus() {
        boolean[] highest = new boolean[grid.voxels()];
        for (VoxelCluster cluster : clusters) {
            double peak = cluster.peak();
            boolean constant = Arrays.stream(cluster.heights()).allMatch(height -> height == peak);
            for (int index : cluster.indices()) highest[index] = constant || isMaximum(index);
        }
        Mask mask = Mask.of(grid, highest);
        if (mask.size() == 0) return List.of();
        double[] heights = new double[mask.size()];
        for (int v = 0; v < heights.length; v++) heights[v] = heightAt[mask.gridIndex(v)];
        return VoxelCluster.label(1, mask, heights, FACES);
    }

    private boolean isMaximum(int index) {
        int i = grid.coordinate(index, 0), j = grid.coordinate(index, 1), k = grid.coordinate(index, 2);
        boolean flat = true;
        for (int z = Math.max(0, k - 1); z <= Math.min(grid.nz() - 1, k + 1); z++)
            for (int y = Math.max(0, j - 1); y <= Math.min(grid.ny() - 1, j + 1); y++)
                for (int x = Math.max(0, i - 1); x <= Math.min(grid.nx() - 1, i + 1); x++) {
                    int other = grid.index(x, y, z);
                    boolean same = clusterAt[other] == clusterAt[index];
                    if (same && heightAt[other] > heightAt[index]) return false;
                    flat &= same && heightAt[other] == heightAt[index];
                }
        return !flat;
    }

    private int centre(int[] plateau) {
        double[] centre = new double[3];
        for (int index : plateau) for (int axis = 0; axis < 3; axis++) centre[axis] += grid.coordinate(index, axis);
        for (int axis = 0; axis < 3; axis++) centre[axis] = Math.rint(centre[axis] / plateau.length);
        int best = plateau[0];
        double least = Double.POSITIVE_INFINITY;
        for (int index : plateau) {
            double distance = 0;
            for (int axis = 0; axis < 3; axis++) distance += Math.pow(grid.coordinate(index, axis) - centre[axis], 2);
            if (distance < least) {
                least = distance;
                best = index;
            }
        }
        return best;
    }
}
