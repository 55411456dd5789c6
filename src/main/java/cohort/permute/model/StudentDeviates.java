package cohort.permute.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The z of t where every voxel needs one, some twenty times as fast as by way of the tail probability: in small cells of |t| and 1 / ν,
 * z / t is a polynomial through its values at Chebyshev points (Trefethen 2013, Approximation Theory and Approximation Practice,
 * chapters 4 and 8). A cell is made when it is first needed. May be used by several threads at once.
 */
final class StudentDeviates {
    /** Where the cells end: larger t are rare. */
    static final int MOST = 8;
    /** Where they begin and end along ν. */
    static final double LEAST_FREEDOM = 1, MOST_FREEDOM = 1 << 24;

    private static final int CELLS_PER_UNIT = 32, CELLS = MOST * CELLS_PER_UNIT;
    /** Cells along 1 / ν: eight for each power of two, told apart by the first bits of the number. */
    private static final int SHIFT = 52 - 3;

    private static final int FIRST = part(1 / MOST_FREEDOM), PARTS = part(1 / LEAST_FREEDOM) + 1 - FIRST;
    private static final int ALONG_T = 6, ALONG_FREEDOM = 8;
    private static final DMatrixRMaj TO_POWERS_OF_T = toPowers(ALONG_T), TO_POWERS_OF_FREEDOM = toPowers(ALONG_FREEDOM);

    private static final AtomicReferenceArray<double[]> MADE = new AtomicReferenceArray<>(CELLS * PARTS);

    private StudentDeviates() {}

    private static int part(double inverse) {
        return (int) (Double.doubleToRawLongBits(inverse) >>> SHIFT);
    }

    /** The z of the same tail probability, to 1e-13 of its greater one of z and 1; NaN for a t or ν beyond the cells. */
    static double z(double t, double freedom) {
        double size = Math.abs(t) * CELLS_PER_UNIT;
        if (!(size < CELLS && freedom >= LEAST_FREEDOM && freedom <= MOST_FREEDOM)) return Double.NaN;
        long bits = Double.doubleToRawLongBits(1 / freedom);
        int i = (int) size, j = (int) (bits >>> SHIFT) - FIRST, at = CELLS * j + i;
        double[] cell = MADE.getAcquire(at);
        if (cell == null) MADE.setRelease(at, cell = make(i, j));
        double x = 2 * (size - i) - 1, y = (bits & (1L << SHIFT) - 1) * 0x1p-48 - 1, ratio = 0;
        for (int a = cell.length - ALONG_FREEDOM; a >= 0; a -= ALONG_FREEDOM) {
            double sum = cell[a + 7];
            sum = sum * y + cell[a + 6];
            sum = sum * y + cell[a + 5];
            sum = sum * y + cell[a + 4];
            sum = sum * y + cell[a + 3];
            sum = sum * y + cell[a + 2];
            sum = sum * y + cell[a + 1];
            sum = sum * y + cell[a];
            ratio = ratio * x + sum;
        }
        return t * ratio;
    }

    /** The coefficients of a cell, those of the powers of 1 / ν for each power of t. */
    private static double[] make(int i, int j) {
        double low = Double.longBitsToDouble((long) (FIRST + j) << SHIFT);
        double high = Double.longBitsToDouble((long) (FIRST + j + 1) << SHIFT);
        DMatrixRMaj values = new DMatrixRMaj(ALONG_T, ALONG_FREEDOM);
        for (int a = 0; a < ALONG_T; a++)
            for (int b = 0; b < ALONG_FREEDOM; b++) {
                double t = (i + (1 + point(a, ALONG_T)) / 2) / CELLS_PER_UNIT;
                double inverse = low + (high - low) * (1 + point(b, ALONG_FREEDOM)) / 2;
                values.set(a, b, NormalDeviates.ofTail(t, 1, 1 / inverse) / t);
            }
        DMatrixRMaj half = new DMatrixRMaj(ALONG_T, ALONG_FREEDOM), coefficients = half.createLike();
        CommonOps_DDRM.mult(TO_POWERS_OF_T, values, half);
        CommonOps_DDRM.multTransB(half, TO_POWERS_OF_FREEDOM, coefficients);
        return coefficients.data;
    }

    /** From the values of a polynomial at the Chebyshev points to its coefficients. */
    private static DMatrixRMaj toPowers(int points) {
        DMatrixRMaj matrix = new DMatrixRMaj(points, points);
        for (int k = 0; k < points; k++)
            for (int p = 0; p < points; p++) matrix.set(k, p, Math.pow(point(k, points), p));
        CommonOps_DDRM.invert(matrix);
        return matrix;
    }

    private static double point(int k, int points) {
        return Math.cos(Math.PI * (k + 0.5) / points);
    }
}
