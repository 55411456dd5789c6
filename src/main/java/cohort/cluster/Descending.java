package cohort.cluster;

import java.util.Arrays;

/**
 * The positive values of a map from the highest to the lowest; equal ones in mask order. A radix sort on the bits of the
 * floats, which for positive numbers rise with the value. Not for use by two threads at once.
 */
final class Descending {
    private static final int LOW_BITS = 11, MIDDLE_BITS = 10, HIGH_BITS = 10;

    /** The bits of positive infinity. */
    private static final int INFINITY = 0x7f800000;

    private final int[] positions;

    // Twice as many as there are digits: the upper half counts what is not positive.
    private final int[] low = new int[2 << LOW_BITS];
    private final int[] middle = new int[1 << MIDDLE_BITS];
    private final int[] high = new int[1 << HIGH_BITS];

    // Key in the upper half, position in the lower half.
    private final long[] entries, spare;
    private int size;

    /** @param positions for each voxel in mask order the number that represents it, at least 0 */
    Descending(int[] positions) {
        this.positions = positions;
        // One more, because a value is written before it is known to be positive.
        entries = new long[positions.length + 1];
        spare = new long[positions.length + 1];
    }

    /** Sorts the positive values of a map; neither 0 nor NaN is. */
    void sort(float[] values) {
        clear();
        int n = 0;
        for (int v = 0; v < positions.length; v++) n = append(values[v], positions[v], n);
        sort(n);
    }

    /** Sorts the positive values of a map after rounding them to float. */
    void sort(double[] values) {
        clear();
        int n = 0;
        for (int v = 0; v < positions.length; v++) n = append((float) values[v], positions[v], n);
        sort(n);
    }

    /** Sorts the positive ones among the values of some voxels, in mask order, after rounding them to float. */
    void sort(int[] voxels, double[] values, int count) {
        clear();
        int n = 0;
        for (int i = 0; i < count; i++) n = append((float) values[i], positions[voxels[i]], n);
        sort(n);
    }

    private void clear() {
        Arrays.fill(low, 0);
        Arrays.fill(middle, 0);
        Arrays.fill(high, 0);
    }

    /** Has no branch, because signs are hard to predict. Returns the new count, n or n + 1. */
    private int append(float value, int position, int n) {
        int bits = Float.floatToRawIntBits(value);
        int key = INFINITY - bits;
        int rejected = (bits - 1 | key) >>> 31; // 0 if 0 < bits <= INFINITY, else 1
        low[digit(key, 0, LOW_BITS) | rejected << LOW_BITS]++;
        spare[n] = (long) key << 32 | position;
        return n + 1 - rejected;
    }

    private void sort(int size) {
        this.size = size;
        accumulate(low);
        long[] entries = this.entries, spare = this.spare;
        int[] low = this.low, middle = this.middle, high = this.high;
        for (int i = 0; i < size; i++) {
            long entry = spare[i];
            int key = (int) (entry >>> 32);
            entries[low[digit(key, 0, LOW_BITS)]++] = entry;
            middle[digit(key, LOW_BITS, MIDDLE_BITS)]++;
            high[digit(key, LOW_BITS + MIDDLE_BITS, HIGH_BITS)]++;
        }
        accumulate(middle);
        scatter(entries, spare, middle, LOW_BITS, MIDDLE_BITS);
        accumulate(high);
        scatter(spare, entries, high, LOW_BITS + MIDDLE_BITS, HIGH_BITS);
        // Infinity counts as the greatest finite float, so that sums stay finite.
        for (int i = 0; i < size && entries[i] >>> 32 == 0; i++) entries[i] |= 1L << 32;
    }

    private void scatter(long[] from, long[] to, int[] starts, int shift, int bits) {
        int size = this.size;
        for (int i = 0; i < size; i++) {
            long entry = from[i];
            to[starts[digit((int) (entry >>> 32), shift, bits)]++] = entry;
        }
    }

    private static int digit(int key, int shift, int bits) {
        return key >>> shift & (1 << bits) - 1;
    }

    private static void accumulate(int[] counts) {
        int sum = 0;
        for (int k = 0; k < counts.length; k++) {
            int count = counts[k];
            counts[k] = sum;
            sum += count;
        }
    }

    /** Number of positive values. */
    int size() {
        return size;
    }

    /**
     * The values with their voxels, {@link #size()} of them, to be read with {@link #value} and {@link #position}. Shared:
     * not to be written to.
     */
    long[] entries() {
        return entries;
    }

    /** Number that represents the voxel. */
    static int position(long entry) {
        return (int) entry;
    }

    /** The voxel's value, finite. */
    static float value(long entry) {
        return Float.intBitsToFloat(INFINITY - (int) (entry >>> 32));
    }
}
