package cohort.permute;

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
    private final int[] low = new int[1 << LOW_BITS];
    private final int[] middle = new int[1 << MIDDLE_BITS];
    private final int[] high = new int[1 << HIGH_BITS];
    private final long[] first, second;
    private int size;

    /** @param positions for each voxel in mask order the number that stands for it, at least 0 */
    Descending(int[] positions) {
        this.positions = positions;
        // One more, because a value is written before it is known to be positive.
        first = new long[positions.length + 1];
        second = new long[positions.length + 1];
    }

    /** Sorts the positive values; neither 0 nor NaN is. */
    void sort(float[] values) {
        int n = 0;
        for (int v = 0; v < positions.length; v++) n = append(values[v], positions[v], n);
        sort(n);
    }

    /** Sorts the positive values after rounding them to float. */
    void sort(double[] values) {
        int n = 0;
        for (int v = 0; v < positions.length; v++) n = append((float) values[v], positions[v], n);
        sort(n);
    }

    private int append(float value, int position, int n) {
        int bits = Float.floatToRawIntBits(value);
        first[n] = (long) (INFINITY - bits) << 32 | position;
        // Adds 1 if 0 < bits <= INFINITY; without a branch, which would often be mispredicted.
        return n + 1 - ((bits - 1 | INFINITY - bits) >>> 31);
    }

    private void sort(int n) {
        size = n;
        count();
        scatter(first, second, low, 32);
        scatter(second, first, middle, 32 + LOW_BITS);
        scatter(first, second, high, 32 + LOW_BITS + MIDDLE_BITS);
    }

    private void count() {
        Arrays.fill(low, 0);
        Arrays.fill(middle, 0);
        Arrays.fill(high, 0);
        for (int i = 0; i < size; i++) {
            int key = (int) (first[i] >>> 32);
            low[key & low.length - 1]++;
            middle[key >>> LOW_BITS & middle.length - 1]++;
            high[key >>> LOW_BITS + MIDDLE_BITS & high.length - 1]++;
        }
        accumulate(low);
        accumulate(middle);
        accumulate(high);
    }

    private static void accumulate(int[] counts) {
        int sum = 0;
        for (int k = 0; k < counts.length; k++) {
            int count = counts[k];
            counts[k] = sum;
            sum += count;
        }
    }

    private void scatter(long[] from, long[] to, int[] starts, int shift) {
        int digit = starts.length - 1;
        for (int i = 0; i < size; i++) {
            long entry = from[i];
            to[starts[(int) (entry >>> shift) & digit]++] = entry;
        }
    }

    /** Number of positive values. */
    int size() {
        return size;
    }

    /** The values, packed; {@link #size()} of them. To be read with {@link #value} and {@link #position}. */
    long[] entries() {
        return second;
    }

    /** Number that stands for the voxel. */
    static int position(long entry) {
        return (int) entry;
    }

    /** The voxel's value; infinity counts as the greatest finite float, so that sums stay finite. */
    static float value(long entry) {
        return Math.min(Float.MAX_VALUE, Float.intBitsToFloat(INFINITY - (int) (entry >>> 32)));
    }
}
