package cohort.permute.shuffle;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which subjects have the same row in a design, or one of opposite sign: exchanging or flipping these changes nothing.
 *
 * @param codes for each subject the number of its row's class, from 1, with the sign relative to the first row of the
 *     class; 0 for a row of zeros
 */
public record RowClasses(int[] codes) {
    /** Numbers that differ by less than this fraction of their column's greatest are equal but for rounding. */
    private static final double SAME = 1e-10;

    /** Compares the rows of a design given by its columns. */
    public static RowClasses of(double[][] columns) {
        double[] tolerances = Arrays.stream(columns)
                .mapToDouble(column ->
                        SAME * Arrays.stream(column).map(Math::abs).max().orElse(0))
                .toArray();
        int[] codes = new int[columns[0].length];
        int classes = 0;
        for (int i = 0; i < codes.length; i++) {
            if (isMultiple(columns, tolerances, i, i, -1)) continue; // equal to its own opposite: zeros
            for (int j = 0; j < i && codes[i] == 0; j++) {
                if (codes[j] == 0) continue;
                if (isMultiple(columns, tolerances, i, j, 1)) codes[i] = codes[j];
                else if (isMultiple(columns, tolerances, i, j, -1)) codes[i] = -codes[j];
            }
            if (codes[i] == 0) codes[i] = ++classes;
        }
        return new RowClasses(codes);
    }

    private static boolean isMultiple(double[][] columns, double[] tolerances, int i, int j, int sign) {
        for (int c = 0; c < columns.length; c++)
            if (Math.abs(columns[c][i] - sign * columns[c][j]) > 2 * tolerances[c]) return false;
        return true;
    }

    /**
     * The columns with the same bits where a column's numbers are equal but for rounding and sign, so that shuffles which
     * differ only by exchanging these give the same statistic to the last bit, or its opposite.
     */
    public static double[][] align(double[][] columns) {
        return Arrays.stream(columns)
                .map(column -> of(new double[][] {column}).aligned(column))
                .toArray(double[][]::new);
    }

    private double[] aligned(double[] column) {
        return IntStream.range(0, column.length)
                .mapToDouble(i -> codes[i] == 0 ? 0 : Integer.signum(codes[i]) * column[first(Math.abs(codes[i]))])
                .toArray();
    }

    private int first(int code) {
        int i = 0;
        while (codes[i] != code) i++;
        return i;
    }

    /** Whether a shuffle leaves the design as it is. */
    boolean isUnchangedBy(Shuffle shuffle) {
        for (int i = 0; i < codes.length; i++)
            if (shuffle.sign()[i] * codes[shuffle.row()[i]] != codes[i]) return false;
        return true;
    }
}
