package cohort.permute;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A design split by a contrast into the effect of interest and the nuisance, so that the tested hypothesis is the same
 * (Winkler et al. 2014, section "Model partitioning"). The nuisance spans everything that the design can explain under the
 * null hypothesis; the effect is what remains of the design outside of it.
 *
 * @param tested the design's columns that the contrast weighs, the nuisance still in them; as many as the contrast has rows
 * @param effect orthonormal columns of n numbers, orthogonal to the nuisance: one for t, several for F
 * @param nuisance orthonormal columns of n numbers, possibly none
 * @param degreesOfFreedom n - rank of the design
 */
record ModelPartition(double[][] tested, double[][] effect, double[][] nuisance, int degreesOfFreedom) {
    private static final double ZERO = 1e-12;
    /** The cosine of an angle below this is 1 but for rounding. */
    private static final double SAME = 1e-12;

    /**
     * @param design subjects x regressors
     * @param contrast rows x regressors
     */
    static ModelPartition of(DMatrixRMaj design, DMatrixRMaj contrast) {
        double[][] nuisance = basis(columns(times(design, nullSpace(contrast))));
        DMatrixRMaj inverse = new DMatrixRMaj(contrast.numCols, contrast.numRows);
        CommonOps_DDRM.pinv(contrast, inverse);
        double[][] tested = columns(times(design, inverse));
        double[][] effect = copy(tested);
        for (double[] column : effect) removeProjection(column, nuisance);
        double[][] unit = contrast.numRows == 1 ? new double[][] {normalize(effect[0])} : basis(effect);
        return new ModelPartition(tested, unit, nuisance, design.numRows - nuisance.length - unit.length);
    }

    /** The nuisance without what the given columns span: an orthonormal basis of the rest, possibly of no columns. */
    double[][] nuisanceBeyond(double[][] columns) {
        return commonWith(columns)[1];
    }

    /** What both the nuisance and the given columns span: an orthonormal basis, possibly of no columns. */
    double[][] nuisanceWithin(double[][] columns) {
        return commonWith(columns)[0];
    }

    /** Turns the nuisance so that each of its columns is spanned by the given ones or not (Björck & Golub 1973). */
    private double[][][] commonWith(double[][] columns) {
        double[][] others = basis(columns);
        if (nuisance.length == 0 || others.length == 0) return new double[][][] {new double[0][], nuisance};
        DMatrixRMaj cosines = new DMatrixRMaj(nuisance.length, others.length);
        for (int i = 0; i < nuisance.length; i++)
            for (int j = 0; j < others.length; j++) cosines.set(i, j, dot(nuisance[i], others[j]));
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(nuisance.length, others.length, true, false, false);
        svd.decompose(cosines);
        DMatrixRMaj u = svd.getU(null, false);
        SingularOps_DDRM.descendingOrder(u, false, svd.getSingularValues(), svd.numberOfSingularValues(), null, false);
        int common = 0;
        while (common < svd.numberOfSingularValues() && svd.getSingularValues()[common] > 1 - SAME) common++;
        double[][] turned = columns(times(matrix(nuisance), u));
        return new double[][][] {Arrays.copyOf(turned, common), Arrays.copyOfRange(turned, common, turned.length)};
    }

    /** Subtracts from a column its projection on orthonormal columns; twice, since once leaves a rounding error. */
    static void removeProjection(double[] column, double[][] orthonormal) {
        for (int pass = 0; pass < 2; pass++)
            for (double[] u : orthonormal) {
                double dot = dot(column, u);
                for (int i = 0; i < column.length; i++) column[i] -= dot * u[i];
            }
    }

    /** Orthonormal columns that span the same, each from those before it; zeros for a column that adds nothing. */
    static double[][] orthonormalize(double[][] columns) {
        double[][] unit = copy(columns);
        for (int c = 0; c < unit.length; c++) {
            double norm = norm(unit[c]);
            removeProjection(unit[c], Arrays.copyOf(unit, c));
            double left = norm(unit[c]);
            double scale = left > ZERO * Math.max(1, norm) ? 1 / left : 0;
            for (int i = 0; i < unit[c].length; i++) unit[c][i] *= scale;
        }
        return unit;
    }

    private static double[][] basis(double[][] columns) {
        if (columns.length == 0) return columns;
        int n = columns[0].length;
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(n, columns.length, true, false, true);
        svd.decompose(matrix(columns));
        DMatrixRMaj u = svd.getU(null, false);
        SingularOps_DDRM.descendingOrder(u, false, svd.getSingularValues(), svd.numberOfSingularValues(), null, false);
        double largest = svd.getSingularValues()[0];
        double[][] all = columns(u);
        int rank = 0;
        while (rank < svd.numberOfSingularValues() && svd.getSingularValues()[rank] > ZERO * Math.max(1, largest))
            rank++;
        return Arrays.copyOf(all, rank);
    }

    private static DMatrixRMaj nullSpace(DMatrixRMaj contrast) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(contrast.numRows, contrast.numCols, false, true, false);
        svd.decompose(contrast.copy());
        DMatrixRMaj v = svd.getV(null, false);
        int rank = SingularOps_DDRM.rank(svd);
        SingularOps_DDRM.descendingOrder(null, false, svd.getSingularValues(), svd.numberOfSingularValues(), v, false);
        return rank == v.numCols // EJML extracts no empty matrix
                ? new DMatrixRMaj(v.numRows, 0)
                : CommonOps_DDRM.extract(v, 0, v.numRows, rank, v.numCols);
    }

    private static DMatrixRMaj matrix(double[][] columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(columns[0].length, columns.length);
        for (int c = 0; c < columns.length; c++)
            for (int i = 0; i < matrix.numRows; i++) matrix.set(i, c, columns[c][i]);
        return matrix;
    }

    private static double[][] copy(double[][] columns) {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static double[][] columns(DMatrixRMaj matrix) {
        double[][] columns = new double[matrix.numCols][matrix.numRows];
        for (int c = 0; c < matrix.numCols; c++)
            for (int i = 0; i < matrix.numRows; i++) columns[c][i] = matrix.get(i, c);
        return columns;
    }

    private static double[] normalize(double[] column) {
        double norm = norm(column);
        return Arrays.stream(column).map(x -> x / norm).toArray();
    }

    static double norm(double[] column) {
        return Math.sqrt(dot(column, column));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
