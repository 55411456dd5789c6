package cohort.ops;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * A map statistic and its corrected p: 3D maps, 0 in voxels that were not tested.
 *
 * @param statistic its name: {@code t} or {@code F}, {@code size}, {@code mass}, {@code tfce}
 * @param map its values
 * @param logP −log10 of the p-value corrected over the image
 * @param maxima its maximum over the image under each permutation or sign flip, without the observed one
 */
public record PermutedImage(
        String statistic,
        RandomAccessibleInterval<DoubleType> map,
        RandomAccessibleInterval<DoubleType> logP,
        double[] maxima) {}
