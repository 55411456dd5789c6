package cohort.permute.model;

import cohort.InputException;
import cohort.design.matrix.Columns;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
public record ModelPartition(double[][] tested, double[][] effect, double[][] nuisance, int degreesOfFreedom) {
    private static final double ZERO = 1e-12;
    /** The cosine of an angle below this is 1 but for rounding. */
    private static final double SAME = 1e-12;

    /**
     * @param design subjects x regressors
     * @param contrast rows x regressors
     * @throws InputException if the design does not determine the contrast
     */
    public static ModelPartition of(DMatrixRMaj design, DMatrixRMaj contrast) {
        IndependentRegressors regressors = IndependentRegressors.of(design);
        return of(design, contrast, regressors, Estimate.required(regressors, rows(contrast)));
    }

    /** The same; nothing if the design does not determine the contrast. */
    public static Optional<ModelPartition> find(DMatrixRMaj design, DMatrixRMaj contrast) {
        IndependentRegressors regressors = IndependentRegressors.of(design);
        return Estimate.of(regressors, rows(contrast)).map(estimate -> of(design, contrast, regressors, estimate));
    }

    private static ModelPartition of(
            DMatrixRMaj design, DMatrixRMaj contrast, IndependentRegressors regressors, Estimate estimate) {
        double[][] basis = regressors.basis(), effect = estimate.directions();
        return new ModelPartition(
                tested(design, contrast),
                Columns.combined(basis, effect),
                Columns.combined(basis, complement(effect, regressors.rank())),
                regressors.degreesOfFreedom());
    }

    /** Whether the nuisance is no more than a number for all subjects, as the intercept is. */
    public boolean isNuisanceConstant() {
        return Arrays.stream(nuisance)
                .allMatch(column -> Arrays.stream(column).allMatch(value -> Math.abs(value - column[0]) < SAME));
    }

    private static double[][] rows(DMatrixRMaj contrast) {
        return Columns.of(CommonOps_DDRM.transpose(contrast, null));
    }

    private static double[][] tested(DMatrixRMaj design, DMatrixRMaj contrast) {
        DMatrixRMaj inverse = new DMatrixRMaj(contrast.numCols, contrast.numRows);
        CommonOps_DDRM.pinv(contrast, inverse);
        return Columns.of(times(design, inverse));
    }

    /** Orthonormal vectors that complete orthonormal ones to a basis of a space. */
    private static double[][] complement(double[][] directions, int dimensions) {
        List<double[]> all = new ArrayList<>(List.of(directions));
        while (all.size() < dimensions) all.add(outside(all, dimensions));
        return all.subList(directions.length, dimensions).toArray(double[][]::new);
    }

    /** The unit vector along what is left of that axis of which most is left. */
    private static double[] outside(List<double[]> directions, int dimensions) {
        double[] best = new double[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            double[] left = new double[dimensions];
            left[axis] = 1;
            Columns.removeProjection(left, directions.toArray(double[][]::new));
            if (Columns.norm(left) > Columns.norm(best)) best = left;
        }
        return Columns.unit(best);
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
            for (int j = 0; j < others.length; j++) cosines.set(i, j, Columns.dot(nuisance[i], others[j]));
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(nuisance.length, others.length, true, false, false);
        svd.decompose(cosines);
        DMatrixRMaj u = svd.getU(null, false);
        SingularOps_DDRM.descendingOrder(u, false, svd.getSingularValues(), svd.numberOfSingularValues(), null, false);
        int common = 0;
        while (common < svd.numberOfSingularValues() && svd.getSingularValues()[common] > 1 - SAME) common++;
        double[][] turned = Columns.of(times(Columns.matrix(nuisance), u));
        return new double[][][] {Arrays.copyOf(turned, common), Arrays.copyOfRange(turned, common, turned.length)};
    }

    /**
     * Orthonormal columns that span the same, each from those before it; zeros for a column that adds nothing.
     *
     * @param columns of unit length, or what is left of such
     */
    static double[][] orthonormalize(double[][] columns) {
        double[][] unit = Columns.copy(columns);
        for (int c = 0; c < unit.length; c++) {
            Columns.removeProjection(unit[c], Arrays.copyOf(unit, c));
            double left = Columns.norm(unit[c]);
            unit[c] = Columns.times(unit[c], left > ZERO ? 1 / left : 0);
        }
        return unit;
    }

    /** Orthonormal columns that span the same as columns other than 0. */
    private static double[][] basis(double[][] columns) {
        double[][] unit = Arrays.stream(columns).map(Columns::unit).toArray(double[][]::new);
        return Arrays.stream(orthonormalize(unit))
                .filter(c -> Columns.norm(c) > 0)
                .toArray(double[][]::new);
    }

    private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }
}
