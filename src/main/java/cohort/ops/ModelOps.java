package cohort.ops;

import cohort.InputException;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The general linear model as ops. */
public final class ModelOps {
    private ModelOps() {}

    /**
     * Fits a design to every voxel by least squares.
     *
     * @implNote op names='cohort.glm.fit'
     * @param maps 4D: x, y, z and one map for each subject
     * @param design the design matrix, 2D: axis 0 the regressors, axis 1 the subjects; the regressors are linearly independent
     * @param mask true in the voxels to fit, all by default; those that are not finite in some subject, 0 in all, or have
     *     nothing to test are left out (nullable)
     * @return coefficients and residual variance
     * @throws InputException if maps, design and mask do not fit each other, regressors are linearly dependent, or no voxel or
     *     no degree of freedom is left
     */
    public static <T extends RealType<T>, D extends RealType<D>, B extends BooleanType<B>> FittedImages fit(
            RandomAccessibleInterval<T> maps, RandomAccessibleInterval<D> design, RandomAccessibleInterval<B> mask) {
        DMatrixRMaj matrix = MatrixImage.matrix("design", design);
        MaskedMaps tested = MaskedMaps.of(maps, mask).testable(matrix);
        LeastSquares fit = GeneralLinearModel.fit(tested.data(), matrix);
        int regressors = matrix.numCols, rank = fit.regressors().rank();
        if (rank < regressors)
            throw new InputException("design: found " + regressors + " regressors of which " + rank
                    + " are independent, expected independent ones, since only then are their coefficients"
                    + " determined; drop a regressor, or use cohort.glm.contrast.");
        DMatrixRMaj single = CommonOps_DDRM.identity(regressors);
        return new FittedImages(
                Views.stack(IntStream.range(0, regressors)
                        .mapToObj(r -> CommonOps_DDRM.extractRow(single, r, null))
                        .map(weights -> GeneralLinearModel.contrast(fit, weights))
                        .map(contrast -> tested.mask().image(contrast.effect()))
                        .toList()),
                tested.mask().image(fit.dispersion()),
                fit.degreesOfFreedom());
    }

    /**
     * Tests a contrast of the coefficients of a design in every voxel: t for one row, F for several.
     *
     * @implNote op names='cohort.glm.contrast'
     * @param maps 4D: x, y, z and one map for each subject
     * @param design the design matrix, 2D: axis 0 the regressors, axis 1 the subjects; regressors may be linearly dependent
     * @param contrast the weights of the regressors: axis 0 the regressors, axis 1 independent rows, or that axis alone for
     *     one row
     * @param mask true in the voxels to test, all by default; those that are not finite in some subject, 0 in all, or have
     *     nothing to test are left out (nullable)
     * @return the maps of the contrast
     * @throws InputException if maps, design, contrast and mask do not fit each other, the design does not determine the
     *     contrast, or no voxel or no degree of freedom is left
     */
    public static <T extends RealType<T>, D extends RealType<D>, C extends RealType<C>, B extends BooleanType<B>>
            ContrastImages contrast(
                    RandomAccessibleInterval<T> maps,
                    RandomAccessibleInterval<D> design,
                    RandomAccessibleInterval<C> contrast,
                    RandomAccessibleInterval<B> mask) {
        DMatrixRMaj matrix = MatrixImage.matrix("design", design), weights = MatrixImage.matrix("contrast", contrast);
        MaskedMaps tested = MaskedMaps.of(maps, mask).testable(matrix);
        LeastSquares fit = GeneralLinearModel.fit(tested.data(), matrix);
        ContrastMaps found = GeneralLinearModel.contrast(fit, weights);
        return new ContrastImages(
                tested.mask().image(found.effect()),
                tested.mask().image(found.variance()),
                tested.mask().image(found.statistic()),
                tested.mask().image(found.p()),
                tested.mask().image(found.z()),
                fit.degreesOfFreedom());
    }
}
