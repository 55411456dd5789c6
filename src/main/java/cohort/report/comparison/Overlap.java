package cohort.report.comparison;

import cohort.report.words.Significance;

/**
 * How far two sets of significant voxels overlap.
 *
 * @param first number of voxels of the first
 * @param second number of voxels of the second
 * @param both number of voxels of both, in the same direction
 */
record Overlap(long first, long second, long both) {

    /**
     * Counts.
     *
     * @param firstLogP −log10 of corrected p, one per voxel, whatever its sign
     * @param secondLogP as many
     * @param first the statistic, whose sign is the direction; as many
     * @param second as many
     */
    static Overlap of(double[] firstLogP, double[] secondLogP, double[] first, double[] second) {
        long a = 0, b = 0, both = 0;
        for (int v = 0; v < first.length; v++) {
            boolean inA = Significance.isSignificant(Math.abs(firstLogP[v]));
            boolean inB = Significance.isSignificant(Math.abs(secondLogP[v]));
            if (inA) a++;
            if (inB) b++;
            if (inA && inB && first[v] < 0 == second[v] < 0) both++;
        }
        return new Overlap(a, b, both);
    }

    /** Twice the number of both over the sum of the two numbers (Dice 1945), from 0 to 1; NaN if both sets are empty. */
    double dice() {
        return 2.0 * both / (first + second);
    }
}
