package cohort.cluster;

/**
 * The connected components of a map's excursion set while the level sinks, each known by a label: its size and the
 * integral of extent^E h^H since its node of the component tree opened. A label not used yet is a component without
 * voxels. Integrals lack the factor 1 / (H + 1). Not for use by two threads at once.
 */
final class Components {
    private static final double SQUARE_ROOT = 0.5, SQUARE = 2;

    private final double heightPower;
    private final double[] extents;
    private final ComponentTree tree;

    private final int[] nodes, sizes;
    // The height^(H + 1) down to which the integral goes.
    private final double[] levels;
    private final double[] integrals;

    /** @param capacity greatest number of voxels, and of components */
    Components(int capacity, double extentPower, double heightPower) {
        this.heightPower = heightPower;
        extents = new double[capacity + 1];
        for (int e = 1; e <= capacity; e++)
            extents[e] = extentPower == SQUARE_ROOT ? Math.sqrt(e) : StrictMath.pow(e, extentPower);
        tree = new ComponentTree(capacity);
        nodes = new int[capacity + 1];
        sizes = new int[capacity + 1];
        levels = new double[capacity + 1];
        integrals = new double[capacity + 1];
        reset(capacity);
    }

    /** Empties the components with labels from 1 to the given one; these are all that were used. */
    void reset(int used) {
        tree.clear();
        for (int label = 1; label <= used; label++) {
            nodes[label] = label;
            sizes[label] = 0;
            levels[label] = 0;
            integrals[label] = 0;
        }
    }

    /**
     * Adds voxels, ever lower ones, to their components.
     *
     * @param entries of {@link Descending}
     * @param joined the label of the component that each of them joins
     */
    void grow(long[] entries, int[] joined, int from, int to) {
        for (int i = from; i < to; i++) {
            int label = joined[i];
            double level = level(entries[i]);
            int size = sizes[label];
            integrals[label] += extents[size] * (levels[label] - level);
            levels[label] = level;
            sizes[label] = size + 1;
        }
    }

    /** Closes the nodes of two components; both labels are from now on that of one, which is in the given node. */
    void unite(int a, int b, int root, int node, double level) {
        close(a, node, level);
        close(b, node, level);
        sizes[root] = sizes[a] + sizes[b];
        nodes[root] = node;
        levels[root] = level;
        integrals[root] = 0;
    }

    private void close(int label, int parent, double level) {
        if (nodes[label] == parent) return; // united before at this very level
        double integral = integrals[label] + extents[sizes[label]] * (levels[label] - level);
        tree.close(nodes[label], parent, integral);
    }

    /** Closes what is left and sums up; returns the greatest score. */
    double finish(DisjointSets labels, int used) {
        for (int label = 1; label <= used; label++) if (labels.isRoot(label)) close(label, ComponentTree.NONE, 0);
        return score(tree.accumulate(used));
    }

    double level(long entry) {
        double h = Descending.value(entry);
        return heightPower == SQUARE ? h * h * h : StrictMath.pow(h, heightPower + 1);
    }

    /** Opens a node where components meet. */
    int branch() {
        return tree.branch();
    }

    int node(int label) {
        return nodes[label];
    }

    /** The integral of a component's node so far. */
    double integral(int label) {
        return integrals[label];
    }

    /** After {@link #finish} the score of a voxel that joined a node when this was the node's integral. */
    double score(int node, double integral) {
        return score(tree.sum(node, integral));
    }

    private double score(double integral) {
        return integral / (heightPower + 1);
    }
}
