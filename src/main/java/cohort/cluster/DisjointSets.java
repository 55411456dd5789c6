package cohort.cluster;

/**
 * Sets of labels that are united and never parted. A label is a number from 1; the label that names a set is its root. A
 * label not used yet is alone in its set.
 *
 * <p>Uniting walks through the set with fewer labels and tells each its new root: O(n log n) for n labels in all, and
 * asking for a root is one look-up. Not for use by two threads at once.
 */
final class DisjointSets {
    private final long[] codes;
    private final int[] next, last, counts;

    /** @param capacity greatest label */
    DisjointSets(int capacity) {
        codes = new long[capacity + 1];
        next = new int[capacity + 1];
        last = new int[capacity + 1];
        counts = new int[capacity + 1];
        reset(capacity);
    }

    /** Parts the labels from 1 to the given one; these are all that were united. */
    void reset(int used) {
        for (int label = 1; label <= used; label++) {
            codes[label] = (long) ~label << 32 | label;
            next[label] = 0;
            last[label] = label;
            counts[label] = 1;
        }
    }

    /** Unites the sets of two different roots; returns the root of both, one of the two. */
    int unite(int a, int b) {
        int root = counts[a] < counts[b] ? b : a, other = a + b - root;
        for (int label = other; label != 0; label = next[label]) codes[label] = codes[root];
        next[last[root]] = other;
        last[root] = last[other];
        counts[root] += counts[other];
        return root;
    }

    /**
     * By label the root in the lower half and its complement in the upper half; 0 for the label 0, which stands for no
     * set. So the codes of several labels can be joined by a bitwise or, and {@link #several} says whether they were of
     * more than one set, without a branch for each. Shared: not to be written to.
     */
    long[] codes() {
        return codes;
    }

    boolean isRoot(int label) {
        return root(codes[label]) == label;
    }

    /** The root if the code is of one set, 0 if it is of none. */
    static int root(long code) {
        return (int) code;
    }

    /** -1 if the code is of any set, 0 if it is of none. */
    static int any(long code) {
        return (int) (code >> 63);
    }

    /** Whether joined codes are of more than one set: then some bit is set in a root and in another one's complement. */
    static boolean several(long codes) {
        return (codes & codes >>> 32) != 0;
    }
}
