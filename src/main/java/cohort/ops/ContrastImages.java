package cohort.ops;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * The 3D maps of a contrast, 0 in voxels that were not tested.
 *
 * @param effect the estimate: for t the contrast of the coefficients, for F the norm of the whitened estimate
 * @param variance for t the variance of the effect, for F that of the residuals
 * @param statistic t or F
 * @param p the upper tail of the statistic: one-sided for t
 * @param z the normal deviate with the same tail probability
 * @param degreesOfFreedom of the residuals
 */
public record ContrastImages(
        RandomAccessibleInterval<DoubleType> effect,
        RandomAccessibleInterval<DoubleType> variance,
        RandomAccessibleInterval<DoubleType> statistic,
        RandomAccessibleInterval<DoubleType> p,
        RandomAccessibleInterval<DoubleType> z,
        int degreesOfFreedom) {}
