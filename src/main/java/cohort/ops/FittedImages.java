package cohort.ops;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * A fitted model, 0 in voxels that were not fitted.
 *
 * @param coefficients 4D: x, y, z and one map for each regressor
 * @param variance 3D: that of the residuals, with divisor {@code degreesOfFreedom}
 * @param degreesOfFreedom of the residuals: subjects − regressors
 */
public record FittedImages(
        RandomAccessibleInterval<DoubleType> coefficients,
        RandomAccessibleInterval<DoubleType> variance,
        int degreesOfFreedom) {}
