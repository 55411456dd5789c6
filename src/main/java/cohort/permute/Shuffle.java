package cohort.permute;

/**
 * One relabelling of the subjects: row i of the shuffled design is row {@code row[i]} of the design times
 * {@code sign[i]}.
 *
 * @param row a permutation of 0 to n - 1
 * @param sign +1 or -1 for each subject
 */
record Shuffle(int[] row, int[] sign) {

    /** Shuffles a column of the design. */
    double[] apply(double[] column) {
        double[] shuffled = new double[column.length];
        for (int i = 0; i < shuffled.length; i++) shuffled[i] = sign[i] * column[row[i]];
        return shuffled;
    }
}
