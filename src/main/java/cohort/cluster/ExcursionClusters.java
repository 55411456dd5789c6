package cohort.cluster;

import java.util.Arrays;

/**
 * The connected components of an excursion set, their sizes and masses. One pass in mask order over the set labels it by
 * union-find, a second one counts; nothing depends on the size of the mask, and all arrays are the instance's own: one
 * instance per thread.
 *
 * <p>The mass of a cluster is the sum of the voxels' values less the threshold (Bullmore et al. 1999, IEEE Transactions
 * on Medical Imaging 18:32), added up in mask order, so that the same set always has the same mass to the last bit.
 */
public final class ExcursionClusters {
    private final int[] positions;
    private final int[] earlier;
    private final int[] labelAt;

    // By label: first a label of the same cluster that is not greater, in the end the cluster.
    private final int[] parents;
    private final int[] voxels, clusterOf;
    private final int[] sizes;
    private final double[] masses;
    private int voxelCount, size;

    /** @param neighbours of the voxels of the mask */
    public ExcursionClusters(Neighbours neighbours) {
        positions = neighbours.positions();
        int[] offsets = neighbours.offsets();
        earlier = Arrays.copyOf(offsets, offsets.length / 2);
        labelAt = new int[neighbours.paddedSize()];
        int n = neighbours.size();
        parents = new int[n + 1];
        voxels = new int[n];
        clusterOf = new int[n];
        sizes = new int[n];
        masses = new double[n];
    }

    /**
     * Finds the clusters of an excursion set. They are numbered from 0 by their first voxel in mask order.
     *
     * @param excursion the voxels whose value exceeds the threshold, ascending; the first {@code count} entries hold
     * @param values their values
     * @param count number of voxels in the set
     * @param threshold the cluster-forming threshold
     */
    public void find(int[] excursion, double[] values, int count, double threshold) {
        voxelCount = count;
        int labels = 0;
        for (int i = 0; i < count; i++) {
            int p = positions[excursion[i]];
            int label = 0;
            for (int offset : earlier) {
                int met = labelAt[p + offset];
                if (met != 0) label = label == 0 ? root(met) : unite(label, root(met));
            }
            if (label == 0) {
                label = ++labels;
                parents[label] = label;
            }
            labelAt[p] = label;
        }
        number(labels);
        for (int i = 0; i < count; i++) {
            int p = positions[excursion[i]];
            int cluster = parents[labelAt[p]];
            voxels[i] = excursion[i];
            clusterOf[i] = cluster;
            sizes[cluster]++;
            masses[cluster] += values[i] - threshold;
        }
        for (int i = 0; i < count; i++) labelAt[positions[excursion[i]]] = 0;
    }

    private int root(int label) {
        while (parents[label] != label) {
            parents[label] = parents[parents[label]];
            label = parents[label];
        }
        return label;
    }

    /** The lower root wins, so that a label never points to a greater one. */
    private int unite(int a, int b) {
        int root = Math.min(a, b);
        parents[Math.max(a, b)] = root;
        return root;
    }

    /** Replaces each label's parent, in ascending order, by the number of its cluster. */
    private void number(int labels) {
        size = 0;
        for (int label = 1; label <= labels; label++) {
            boolean isRoot = parents[label] == label;
            if (isRoot) {
                sizes[size] = 0;
                masses[size] = 0;
            }
            parents[label] = isRoot ? size++ : parents[parents[label]];
        }
    }

    /** Number of clusters found. */
    public int size() {
        return size;
    }

    /** Number of voxels of a cluster. */
    public int size(int cluster) {
        return sizes[cluster];
    }

    /** Sum over a cluster's voxels of their value less the threshold. */
    public double mass(int cluster) {
        return masses[cluster];
    }

    /** The cluster of a voxel of the set, by its place among the voxels given to {@link #find}. */
    public int clusterOf(int place) {
        return clusterOf[place];
    }

    /** Number of voxels of the largest cluster, 0 if there is none. */
    public int maxSize() {
        int max = 0;
        for (int c = 0; c < size; c++) max = Math.max(max, sizes[c]);
        return max;
    }

    /** The greatest mass, 0 if there is no cluster. */
    public double maxMass() {
        double max = 0;
        for (int c = 0; c < size; c++) max = Math.max(max, masses[c]);
        return max;
    }

    /**
     * Writes to each voxel of the set the size and the mass of its cluster. Voxels outside the set are left as they are.
     *
     * @param size one number per voxel in mask order
     * @param mass one number per voxel in mask order
     */
    public void map(double[] size, double[] mass) {
        for (int i = 0; i < voxelCount; i++) {
            size[voxels[i]] = sizes[clusterOf[i]];
            mass[voxels[i]] = masses[clusterOf[i]];
        }
    }
}
