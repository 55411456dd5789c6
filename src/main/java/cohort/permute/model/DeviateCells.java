package cohort.permute.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The z of t or F where every voxel needs one, some fifteen times as fast as by way of the tail probability: in small cells of |t| or √F
 * and of 1 / ν, z / t or z is a polynomial through its values at Chebyshev points (Trefethen 2013, Approximation Theory and
 * Approximation Practice, chapters 4 and 8). A cell is made when it is first needed. May be used by several threads at once.
 */
final class DeviateCells {
    /** How far a z may be off, relative to the greater one of |z| and 1. */
    static final double ERROR = 2e-12;

    /** Where the cells end: larger values are rare. */
    private static final int MOST = 8;
    /** Where they begin for √F: its z has no lower bound. */
    private static final double LEAST = 0.75;
    /** Where they begin and end along ν. */
    private static final double LEAST_FREEDOM = 1, MOST_FREEDOM = 1 << 24;
    /** With more effects z bends too much at a low F. */
    private static final int MOST_EFFECTS = 10;

    private static final int CELLS_PER_UNIT = 32, CELLS = MOST * CELLS_PER_UNIT;
    /** Cells along 1 / ν: eight for each power of two, told apart by the first bits of the number. */
    private static final int SHIFT = 52 - 3;

    private static final int FIRST = part(1 / MOST_FREEDOM), PARTS = part(1 / LEAST_FREEDOM) + 1 - FIRST;
    private static final int ALONG_VALUE = 6, ALONG_FREEDOM = 8;
    private static final DMatrixRMaj TO_POWERS_OF_VALUE = toPowers(ALONG_VALUE),
            TO_POWERS_OF_FREEDOM = toPowers(ALONG_FREEDOM);

    private static final Map<Integer, DeviateCells> ALL = new ConcurrentHashMap<>();

    private final int effects;
    private final AtomicReferenceArray<double[]> made;

    private DeviateCells(int effects) {
        this.effects = effects;
        this.made = new AtomicReferenceArray<>(effects <= MOST_EFFECTS ? CELLS * PARTS : 0);
    }

    /** @param effects 1 for t, more for F */
    static DeviateCells of(int effects) {
        return ALL.computeIfAbsent(effects, DeviateCells::new);
    }

    private static int part(double inverse) {
        return (int) (Double.doubleToRawLongBits(inverse) >>> SHIFT);
    }

    /** The z of the same tail probability, but for {@link #ERROR}; NaN for a value or ν beyond the cells. */
    double z(double value, double freedom) {
        double x = effects == 1 ? Math.abs(value) : Math.sqrt(value);
        boolean within = x < MOST && (effects == 1 || x >= LEAST && effects <= MOST_EFFECTS);
        if (!(within && freedom >= LEAST_FREEDOM && freedom <= MOST_FREEDOM)) return Double.NaN;
        double place = x * CELLS_PER_UNIT;
        long bits = Double.doubleToRawLongBits(1 / freedom);
        int i = (int) place, j = (int) (bits >>> SHIFT) - FIRST, at = CELLS * j + i;
        double[] cell = made.getAcquire(at);
        if (cell == null) made.setRelease(at, cell = make(i, j));
        double z = at(cell, 2 * (place - i) - 1, (bits & (1L << SHIFT) - 1) * 0x1p-48 - 1);
        return effects == 1 ? value * z : z;
    }

    /** The polynomial at a place of its cell, both coordinates from -1 to 1. */
    private static double at(double[] cell, double x, double y) {
        double value = 0;
        for (int a = cell.length - ALONG_FREEDOM; a >= 0; a -= ALONG_FREEDOM) {
            double sum = 0;
            for (int b = a + ALONG_FREEDOM - 1; b >= a; b--) sum = sum * y + cell[b];
            value = value * x + sum;
        }
        return value;
    }

    /** The coefficients of a cell, those of the powers of 1 / ν for each power of the value. */
    private double[] make(int i, int j) {
        double low = Double.longBitsToDouble((long) (FIRST + j) << SHIFT);
        double high = Double.longBitsToDouble((long) (FIRST + j + 1) << SHIFT);
        DMatrixRMaj values = new DMatrixRMaj(ALONG_VALUE, ALONG_FREEDOM);
        for (int a = 0; a < ALONG_VALUE; a++)
            for (int b = 0; b < ALONG_FREEDOM; b++) {
                double x = (i + (1 + point(a, ALONG_VALUE)) / 2) / CELLS_PER_UNIT;
                double freedom = 1 / (low + (high - low) * (1 + point(b, ALONG_FREEDOM)) / 2);
                values.set(
                        a,
                        b,
                        effects == 1
                                ? NormalDeviates.ofTail(x, 1, freedom) / x
                                : NormalDeviates.ofTail(x * x, effects, freedom));
            }
        DMatrixRMaj half = values.createLike(), coefficients = values.createLike();
        CommonOps_DDRM.mult(TO_POWERS_OF_VALUE, values, half);
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
