package cohort.permute.shuffle;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One relabelling of the subjects: row i of the shuffled design is row {@code row[i]} of the design times
 * {@code sign[i]}.
 *
 * @param row a permutation of 0 to n - 1
 * @param sign +1 or -1 for each subject
 */
public record Shuffle(int[] row, int[] sign) implements Serializable {

    /** Leaves n subjects as they are. */
    public static Shuffle identity(int n) {
        int[] row = new int[n], sign = new int[n];
        for (int i = 0; i < n; i++) row[i] = i;
        Arrays.fill(sign, 1);
        return new Shuffle(row, sign);
    }

    /** Shuffles a column of the design. */
    public double[] apply(double[] column) {
        double[] shuffled = new double[column.length];
        for (int i = 0; i < shuffled.length; i++) shuffled[i] = sign[i] * column[row[i]];
        return shuffled;
    }

    /** This shuffle, and then another one of what it gave. */
    Shuffle then(Shuffle next) {
        int n = row.length;
        int[] rows = new int[n], signs = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = row[next.row[i]];
            signs[i] = next.sign[i] * sign[next.row[i]];
        }
        return new Shuffle(rows, signs);
    }
}
