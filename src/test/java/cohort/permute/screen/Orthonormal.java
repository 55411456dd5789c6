package cohort.permute.screen;

import cohort.design.matrix.Columns;
import java.util.Arrays;
import java.util.Random;

/** Designs for tests. */
final class Orthonormal {
    private Orthonormal() {}

    /** Orthonormal columns of random numbers. */
    static double[][] columns(Random random, int subjects, int columns) {
        double[][] basis = new double[0][];
        for (int c = 0; c < columns; c++) {
            double[] column = random.doubles(subjects, -1, 1).toArray();
            Columns.removeProjection(column, basis);
            basis = Arrays.copyOf(basis, c + 1);
            basis[c] = Columns.unit(column);
        }
        return basis;
    }
}
