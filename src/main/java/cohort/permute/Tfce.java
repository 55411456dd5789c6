package cohort.permute;

import cohort.InputException;
import java.util.Arrays;

/**
 * Threshold-free cluster enhancement (Smith & Nichols 2009, NeuroImage 44:83, equation 1), exactly: the score of a voxel
 * of height h_v is the integral of e(h)^E h^H over h from 0 to h_v, where e(h) is the number of voxels of the connected
 * component that holds it where the map is at least h. Between two consecutive values of the map e is constant, so the
 * integral is a sum of closed forms, without a step size.
 *
 * <p>Voxels are visited from the highest to the lowest. Each joins the component of the neighbours visited before, opens
 * one (a local maximum) or unites several. All work per map is on arrays that the instance holds: one instance per
 * thread. Only positive values enter; negate a map for its negative tail. Values are rounded to float first, so that
 * {@link #max} is the greatest score of {@link #map} bit for bit, whichever of the two computes it.
 */
public final class Tfce {
    private static final double SQUARE_ROOT = 0.5, SQUARE = 2;
    private final int[] positions, offsets;
    private final double heightPower;
    private final double[] extents;
    private final Descending order;
    private final int[] labelAt;
    private final Labels labels;
    private final Nodes nodes;

    // By root label: the component's node, its size, the level (of h^(H+1)) down to which it is integrated, the
    // integral.
    private final int[] nodeOf, sizes;
    private final double[] levels, integrals;

    // By padded index, for maps only: the node that the voxel joined, and that node's integral above the voxel.
    private final int[] joined;
    private final double[] above;

    /**
     * @param neighbours of the voxels of the mask
     * @param extentPower E, at least 0; 0.5 in the paper
     * @param heightPower H, at least 0; 2 in the paper
     * @throws InputException if a power is negative or not finite
     */
    public Tfce(Neighbours neighbours, double extentPower, double heightPower) {
        requirePower("E", extentPower);
        requirePower("H", heightPower);
        this.heightPower = heightPower;
        positions = neighbours.positions();
        offsets = neighbours.offsets();
        int n = neighbours.size();
        extents = new double[n + 1];
        for (int e = 1; e <= n; e++)
            extents[e] = extentPower == SQUARE_ROOT ? Math.sqrt(e) : StrictMath.pow(e, extentPower);
        order = new Descending(positions);
        labelAt = new int[neighbours.paddedSize()];
        labels = new Labels(n);
        nodes = new Nodes(2 * n);
        nodeOf = new int[n + 1];
        sizes = new int[n + 1];
        levels = new double[n + 1];
        integrals = new double[n + 1];
        joined = new int[neighbours.paddedSize()];
        above = new double[neighbours.paddedSize()];
    }

    private static void requirePower(String name, double power) {
        if (!(power >= 0) || Double.isInfinite(power))
            throw new InputException(name + ": found " + power + ", expected a number of at least 0.");
    }

    /**
     * The greatest score of a map.
     *
     * @param values one value per voxel in mask order; NaN counts as 0
     * @return at least 0
     */
    public double max(float[] values) {
        order.sort(values);
        sweep(false);
        return nodes.accumulate() / (heightPower + 1);
    }

    /**
     * The scores of a map.
     *
     * @param values one value per voxel in mask order; NaN counts as 0
     * @param out takes the score of each voxel in mask order, 0 where the value is not positive
     */
    public void map(double[] values, double[] out) {
        order.sort(values);
        sweep(true);
        nodes.accumulate();
        for (int v = 0; v < positions.length; v++) {
            int p = positions[v];
            out[v] = labelAt[p] == 0 ? 0 : nodes.sum(joined[p], above[p]) / (heightPower + 1);
        }
    }

    private void sweep(boolean record) {
        labels.clear();
        nodes.clear();
        Arrays.fill(labelAt, 0);
        long[] codes = labels.codes(), entries = order.entries();
        int size = order.size();
        for (int i = 0; i < size; i++) {
            int p = Descending.position(entries[i]);
            double level = level(Descending.value(entries[i]));
            long met = 0;
            for (int offset : offsets) met |= codes[labelAt[p + offset]];
            int root = Labels.root(met);
            if (met == 0) root = open(labels.add(), nodes.add(), level, 1);
            else if (Labels.several(met)) root = unite(p, level);
            else {
                descend(root, level);
                sizes[root]++;
            }
            labelAt[p] = root;
            if (record) {
                joined[p] = nodeOf[root];
                above[p] = integrals[root];
            }
        }
        for (int label = 1; label <= labels.size(); label++) if (Labels.root(codes[label]) == label) close(label, 0);
    }

    /** h^(H+1); dividing by H + 1 is left to the end. */
    private double level(double h) {
        return heightPower == SQUARE ? h * h * h : StrictMath.pow(h, heightPower + 1);
    }

    private void descend(int root, double level) {
        integrals[root] += extents[sizes[root]] * (levels[root] - level);
        levels[root] = level;
    }

    private int close(int root, double level) {
        descend(root, level);
        nodes.close(nodeOf[root], integrals[root]);
        return nodeOf[root];
    }

    private int unite(int p, double level) {
        int parent = nodes.add();
        int root = 0, size = 1;
        for (int offset : offsets) {
            int met = Labels.root(labels.codes()[labelAt[p + offset]]);
            if (met == 0 || met == root) continue;
            nodes.setParent(close(met, level), parent);
            size += sizes[met];
            root = root == 0 ? met : labels.unite(root, met);
        }
        return open(root, parent, level, size);
    }

    private int open(int root, int node, double level, int size) {
        nodeOf[root] = node;
        sizes[root] = size;
        levels[root] = level;
        integrals[root] = 0;
        return root;
    }
}
