package cohort.permute.shuffle;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The bounded integers of NumPy's RandomState: 32-bit words of MT19937 (Matsumoto & Nishimura 1998, ACM TOMACS 8:3), the
 * low bits taken and words above the bound rejected.
 */
final class NumpyRandom {
    private static final int LARGEST_JOB_SEED = 2147483646; // nilearn draws randint(1, 2^31 - 2), the end excluded

    private final MersenneTwister words;

    /** @param seed 0 to 2^31 - 1 */
    NumpyRandom(int seed) {
        words = new MersenneTwister(seed);
    }

    /** The generator that nilearn gives to its first job: seeded by a draw from the user's. */
    static NumpyRandom ofFirstJob(int seed) {
        return new NumpyRandom(1 + new NumpyRandom(seed).bounded(LARGEST_JOB_SEED - 2));
    }

    /** A number from 0 to {@code max}, both included. */
    int bounded(int max) {
        if (max == 0) return 0;
        int bits = -1 >>> Integer.numberOfLeadingZeros(max);
        int word = words.nextInt() & bits;
        while (word > max) word = words.nextInt() & bits;
        return word;
    }

    /** The numbers from 0 to n - 1 in random order, as {@code RandomState.permutation} gives them. */
    int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        for (int i = n - 1; i > 0; i--) {
            int j = bounded(i), swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
