package cohort.figure.space;

/** Blurs the fields from which outlines are drawn; 0 beyond the border. */
public final class Gaussian {
    private Gaussian() {}

    /** Farthest neighbour that a blur reaches. */
    public static int radius(double sigma) {
        return (int) Math.ceil(3 * sigma);
    }

    /**
     * Blurs along one axis, in place.
     *
     * @param field lines of {@code n} values that lie {@code step} apart
     * @param sigma standard deviation in steps, above 0
     */
    public static void blur(float[] field, int n, int step, double sigma) {
        int radius = radius(sigma);
        float[] weights = new float[radius + 1], line = new float[n + 2 * radius];
        double sum = 0;
        for (int r = -radius; r <= radius; r++) sum += Math.exp(-r * r / (2 * sigma * sigma));
        for (int r = 0; r <= radius; r++) weights[r] = (float) (Math.exp(-r * r / (2 * sigma * sigma)) / sum);
        for (int block = 0; block < field.length; block += n * step)
            for (int start = block; start < block + step; start++) {
                for (int p = 0; p < n; p++) line[radius + p] = field[start + p * step];
                for (int p = 0; p < n; p++) {
                    float blurred = weights[0] * line[radius + p];
                    for (int r = 1; r <= radius; r++)
                        blurred += weights[r] * (line[radius + p - r] + line[radius + p + r]);
                    field[start + p * step] = blurred;
                }
            }
    }

    /** Blurs an image of rows in place. */
    public static void blurImage(float[] image, int width, int height, double sigma) {
        blur(image, width, 1, sigma);
        blur(image, height, width, sigma);
    }
}
