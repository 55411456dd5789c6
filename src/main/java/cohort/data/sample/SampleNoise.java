package cohort.data.sample;

import cohort.image.Grid;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Gaussian noise that is correlated in space. White noise is smoothed around the grid as if its opposite faces touched,
 * so that every voxel has the same variance, which is 1.
 */
final class SampleNoise {
    private static final double FWHM_MM = 6;

    private SampleNoise() {}

    /** One value per voxel, in the order of the file. */
    static float[] draw(Grid grid, RandomGenerator random) {
        float[] noise = new float[grid.voxels()];
        for (int v = 0; v < noise.length; v++) noise[v] = (float) random.nextGaussian();
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            noise = smooth(noise, grid.size(axis), stride, weights(FWHM_MM / grid.voxelSize(axis)));
            stride *= grid.size(axis);
        }
        return noise;
    }

    /** Half a Gaussian, from its centre out, that keeps the variance of white noise. */
    private static float[] weights(double fwhm) {
        double sigma = fwhm / StrictMath.sqrt(8 * StrictMath.log(2));
        double[] weights = new double[(int) (4 * sigma + 0.5) + 1];
        double squares = 0;
        for (int d = 0; d < weights.length; d++) {
            weights[d] = StrictMath.exp(-d * d / (2 * sigma * sigma));
            squares += (d == 0 ? 1 : 2) * weights[d] * weights[d];
        }
        float[] scaled = new float[weights.length];
        for (int d = 0; d < weights.length; d++) scaled[d] = (float) (weights[d] / StrictMath.sqrt(squares));
        return scaled;
    }

    private static float[] smooth(float[] values, int size, int stride, float[] weights) {
        float[] smoothed = new float[values.length];
        for (int v = 0; v < values.length; v++) {
            int position = v / stride % size;
            float sum = weights[0] * values[v];
            for (int d = 1; d < weights.length; d++) {
                int before = position - d < 0 ? size - d : -d, after = position + d >= size ? d - size : d;
                sum += weights[d] * (values[v + before * stride] + values[v + after * stride]);
            }
            smoothed[v] = sum;
        }
        return smoothed;
    }
}
