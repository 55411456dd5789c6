package cohort.permute.model;

import cohort.design.matrix.Columns;
import cohort.permute.shuffle.RowClasses;
import cohort.permute.shuffle.UnitRows;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Tells a mean from a difference: whether the effect of a contrast is one number for all subjects or for a group of them, and
 * nothing for the others, whatever columns carry it. A mean is tested by sign flips, since permutations would leave most of it as
 * it is.
 */
public final class MeanEffect {
    private static final double SAME = 1e-12;

    private MeanEffect() {}

    /**
     * @param design rows x regressors
     * @param contrast rows x regressors
     * @param rows which rows belong to which unit
     */
    public static boolean is(DMatrixRMaj design, DMatrixRMaj contrast, UnitRows rows) {
        return Arrays.stream(ModelPartition.of(design, contrast).tested()).allMatch(MeanEffect::isConstant)
                || isOfGroups(design, contrast, rows);
    }

    private static boolean isConstant(double[] column) {
        return Arrays.stream(column).allMatch(x -> Math.abs(x - column[0]) <= SAME * Math.abs(column[0]));
    }

    /** Covariates aside, the effect has the same size in all of a group, as many groups as rows of the contrast. */
    private static boolean isOfGroups(DMatrixRMaj design, DMatrixRMaj contrast, UnitRows rows) {
        double[][] columns = Columns.of(design);
        int[] kept = IntStream.range(0, columns.length)
                .filter(c -> Arrays.stream(rows.byUnit(columns[c])).allMatch(MeanEffect::indicates))
                .toArray();
        int weighted = (int) IntStream.range(0, columns.length)
                .filter(c -> IntStream.range(0, contrast.numRows).anyMatch(r -> contrast.get(r, c) != 0))
                .filter(c -> Arrays.stream(kept).noneMatch(k -> k == c))
                .count();
        if (weighted > 0 || kept.length == 0) return false;
        double[][] effect =
                ModelPartition.of(some(design, kept), some(contrast, kept)).effect();
        long groups = Arrays.stream(RowClasses.of(effect).codes())
                .filter(code -> code != 0)
                .distinct()
                .count();
        return groups == effect.length;
    }

    /** Whether a column has one value on some units and 0 on the others. */
    private static boolean indicates(double[] column) {
        double[] values = Arrays.stream(column).filter(x -> x != 0).toArray();
        return values.length == 0 || isConstant(values);
    }

    private static DMatrixRMaj some(DMatrixRMaj matrix, int[] columns) {
        DMatrixRMaj some = new DMatrixRMaj(matrix.numRows, columns.length);
        for (int r = 0; r < matrix.numRows; r++)
            for (int c = 0; c < columns.length; c++) some.set(r, c, matrix.get(r, columns[c]));
        return some;
    }
}
