package cohort.smooth;

/**
 * The right half of a sampled, normalised Gaussian: {@code weight(0)} at the centre, {@code weight(radius)} at the end.
 * It is cut at ⌊4σ + 0.5⌋.
 */
final class GaussianKernel {
    private final double[] weights;

    /** @param sigma standard deviation in voxels, at least 0; 0 gives the identity */
    GaussianKernel(double sigma) {
        int radius = (int) (4 * sigma + 0.5);
        weights = new double[radius + 1];
        double sum = 0;
        for (int x = -radius; x <= radius; x++) {
            double weight = x == 0 ? 1 : Math.exp(-0.5 / (sigma * sigma) * x * x);
            weights[Math.abs(x)] = weight;
            sum += weight;
        }
        for (int x = 0; x <= radius; x++) weights[x] /= sum;
    }

    int radius() {
        return weights.length - 1;
    }

    double weight(int distance) {
        return weights[distance];
    }
}
