package cohort.cluster;

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
 * thread. Only positive values enter; negate a map for its negative tail. Values are rounded to float first, so that it
 * does not matter how they are handed over, and max equals the largest score of map bit for bit.
 */
public final class Tfce {
    private final int[] positions, offsets;
    private final double heightPower;
    private final Descending order;
    private final int[] labelAt;
    private final DisjointSets labels;
    private final Components components;
    private int labelCount;

    // In the order of visits.
    private final int[] joined;

    // By padded index: the node that the voxel joined, and that node's integral above the voxel.
    private final int[] nodeAt;
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
        int n = neighbours.size(), padded = neighbours.paddedSize();
        order = new Descending(positions);
        labelAt = new int[padded];
        labels = new DisjointSets(n);
        components = new Components(n, extentPower, heightPower);
        joined = new int[n];
        nodeAt = new int[padded];
        above = new double[padded];
    }

    private static void requirePower(String name, double power) {
        if (!(power >= 0) || Double.isInfinite(power))
            throw new InputException(name + ": found " + power + ", expected a number of at least 0.");
    }

    /**
     * The largest score of a map.
     *
     * @param values one value per voxel in mask order; NaN counts as 0
     * @return at least 0
     */
    public double max(float[] values) {
        order.sort(values);
        return max();
    }

    /**
     * The greatest score of a map of which only some voxels are given, all positive ones among them.
     *
     * @param voxels some voxels, ascending; the first {@code count} entries hold
     * @param values their values
     * @param count number of voxels given
     * @return at least 0
     */
    public double max(int[] voxels, double[] values, int count) {
        order.sort(voxels, values, count);
        return max();
    }

    private double max() {
        sweep(false);
        return components.finish(labels, labelCount);
    }

    /**
     * The scores of a map.
     *
     * @param values one value per voxel in mask order; NaN counts as 0
     * @param out takes the score of each voxel in mask order, 0 where the value is not positive
     */
    public void map(double[] values, double[] out) {
        order.sort(values);
        map(out);
    }

    /**
     * The scores of a map of which only some voxels are given, all positive ones among them.
     *
     * @param voxels some voxels, ascending; the first {@code count} entries hold
     * @param values their values
     * @param count number of voxels given
     * @param out takes the score of each voxel in mask order, 0 where the value is not positive
     */
    public void map(int[] voxels, double[] values, int count, double[] out) {
        order.sort(voxels, values, count);
        map(out);
    }

    private void map(double[] out) {
        sweep(true);
        components.finish(labels, labelCount);
        for (int v = 0; v < positions.length; v++) {
            int p = positions[v];
            out[v] = labelAt[p] == 0 ? 0 : components.score(nodeAt[p], above[p]);
        }
    }

    private void sweep(boolean record) {
        labels.reset(labelCount);
        components.reset(labelCount);
        Arrays.fill(labelAt, 0);
        labelCount = 0;
        int grown = 0;
        for (int i = 0; i < order.size(); i++) {
            i = join(i);
            grow(grown, i, record);
            grown = i;
            if (i < order.size()) unite(i);
        }
        grow(grown, order.size(), record);
    }

    /**
     * DisjointSets voxels until one touches several components. Most of the time goes here; it is apart from all else so that
     * its variables stay in registers, and has no other branch that depends on the data.
     *
     * @return the index of the voxel that touches several components, or the number of voxels
     */
    private int join(int from) {
        long[] entries = order.entries(), codes = labels.codes();
        int[] labelAt = this.labelAt, joined = this.joined;
        boolean faces = offsets.length == 6;
        int x = offsets[5], y = offsets[4], z = offsets[3]; // if faces only
        int size = order.size(), last = labelCount, i = from;
        for (; i < size; i++) {
            int p = Descending.position(entries[i]);
            long met = faces
                    ? codes[labelAt[p - x]]
                            | codes[labelAt[p - y]]
                            | codes[labelAt[p - z]]
                            | codes[labelAt[p + z]]
                            | codes[labelAt[p + y]]
                            | codes[labelAt[p + x]]
                    : around(p);
            if (DisjointSets.several(met)) break;
            int any = DisjointSets.any(met);
            last += 1 + any;
            int root = DisjointSets.root(met) | last & ~any;
            labelAt[p] = root;
            joined[i] = root;
        }
        labelCount = last;
        return i;
    }

    private void grow(int from, int to, boolean record) {
        long[] entries = order.entries();
        if (!record) {
            components.grow(entries, joined, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            components.grow(entries, joined, i, i + 1);
            int p = Descending.position(entries[i]);
            nodeAt[p] = components.node(joined[i]);
            above[p] = components.integral(joined[i]);
        }
    }

    /** Unites the components that the voxel touches and lets it join. */
    private void unite(int i) {
        long entry = order.entries()[i];
        int p = Descending.position(entry);
        double level = components.level(entry);
        int branch = components.branch();
        int root;
        do {
            // Two different ones of those touched: nearly always there are just two.
            int high = 0, low = Integer.MAX_VALUE;
            for (int offset : offsets) {
                int met = DisjointSets.root(labels.codes()[labelAt[p + offset]]);
                high = Math.max(high, met);
                low = Math.min(low, met - 1 & Integer.MAX_VALUE); // 0, for none, becomes the greatest
            }
            root = labels.unite(high, low + 1);
            components.unite(high, low + 1, root, branch, level);
        } while (DisjointSets.several(around(p)));
        labelAt[p] = root;
        joined[i] = root;
    }

    private long around(int p) {
        long met = 0;
        for (int offset : offsets) met |= labels.codes()[labelAt[p + offset]];
        return met;
    }
}
