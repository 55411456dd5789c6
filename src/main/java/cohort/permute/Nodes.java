package cohort.permute;

/**
 * The component tree of a map, once its nodes' integrals are known. A node is a connected component of excursion sets
 * from the level where it appears (at a local maximum, or where components meet) down to where it meets another; its
 * integral is that of extent^E h^H between the two. A parent comes after its children. Not for use by two threads at once.
 */
final class Nodes {
    private static final int NONE = -1;

    private final double[] integrals, below;
    private final int[] parents;
    private int size;

    /** @param capacity greatest number of nodes */
    Nodes(int capacity) {
        integrals = new double[capacity];
        below = new double[capacity];
        parents = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    int add() {
        parents[size] = NONE;
        return size++;
    }

    void close(int node, double integral) {
        integrals[node] = integral;
    }

    void setParent(int node, int parent) {
        parents[node] = parent;
    }

    /** Sums the integrals from the roots on; returns the greatest sum from a root to a leaf, 0 without a node. */
    double accumulate() {
        double max = 0;
        for (int k = size - 1; k >= 0; k--) {
            int parent = parents[k];
            below[k] = parent == NONE ? 0 : below[parent] + integrals[parent];
            max = Math.max(max, below[k] + integrals[k]);
        }
        return max;
    }

    /**
     * The sum from the root up to a point within a node; {@link #accumulate} comes first.
     *
     * @param above the node's integral from that point up
     */
    double sum(int node, double above) {
        return below[node] + (integrals[node] - above);
    }
}
