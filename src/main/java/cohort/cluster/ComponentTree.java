package cohort.cluster;

/**
 * The component tree of a map. A node is a connected component of excursion sets from the level where it appears (a leaf:
 * at a local maximum; else where components meet) down to where it meets another; its integral is that of extent^E h^H
 * between the two. Leaves are numbered from 1, the others from the number of leaves that there can be at most, plus 1, in
 * the order in which they appear. Not for use by two threads at once.
 */
final class ComponentTree {
    /** The parent of roots. Its integral is 0. */
    static final int NONE = 0;

    private final double[] integrals;
    private final int[] parents;
    private final int firstBranch;
    private int end;

    // The integral from level 0 up to the node.
    private final double[] below;

    /** @param leaves greatest number of leaves */
    ComponentTree(int leaves) {
        integrals = new double[2 * leaves + 1];
        parents = new int[2 * leaves + 1];
        below = new double[2 * leaves + 1];
        firstBranch = leaves + 1;
        clear();
    }

    void clear() {
        end = firstBranch;
    }

    /** Opens a node where components meet. */
    int branch() {
        return end++;
    }

    void close(int node, int parent, double integral) {
        parents[node] = parent;
        integrals[node] = integral;
    }

    /**
     * Sums the integrals from the roots up to every node, once all are closed.
     *
     * @param leaves the number of leaves
     * @return the greatest sum from a root to a leaf's top, 0 without a leaf
     */
    double accumulate(int leaves) {
        for (int k = end - 1; k >= firstBranch; k--) below[k] = below[parents[k]] + integrals[parents[k]];
        double max = 0;
        for (int k = 1; k <= leaves; k++) {
            below[k] = below[parents[k]] + integrals[parents[k]];
            max = Math.max(max, below[k] + integrals[k]);
        }
        return max;
    }

    /**
     * The integral from level 0 up to a point within a node, after {@link #accumulate}.
     *
     * @param above the node's integral from that point up
     */
    double sum(int node, double above) {
        return below[node] + (integrals[node] - above);
    }
}
