package cohort.effect;

/**
 * Weights of the form of a Poisson distribution, λ^(j + s) e^−λ / Γ(j + s + 1) for j = first, first + 1, ..., as far as they are
 * not too small to count. They are brought to their known sum, so that no digits are lost where λ is large.
 */
record PoissonWeights(int first, double[] values) {
    /** Standard deviations beyond which the weights sum to less than 1e-17. */
    private static final double REACH = 9;

    private static final int MORE = 30;

    /**
     * @param mean λ, at least 0
     * @param shift s: 0 for the distribution itself
     * @param total what the weights sum to from j = 0 on: 1 for the distribution itself
     */
    static PoissonWeights of(double mean, double shift, double total) {
        double reach = REACH * Math.sqrt(mean) + MORE;
        int first = (int) Math.max(0, Math.floor(mean - reach)), last = (int) Math.ceil(mean + reach);
        double[] values = new double[last - first + 1];
        int mode = Math.max(first, (int) (mean - shift)) - first;
        values[mode] = 1; // the size of the greatest does not matter
        for (int k = mode; k < last - first; k++) values[k + 1] = values[k] * mean / (first + k + 1 + shift);
        for (int k = mode; k > 0; k--) values[k - 1] = values[k] * (first + k + shift) / mean;
        double sum = 0;
        for (double value : values) sum += value;
        for (int k = 0; k < values.length; k++) values[k] *= total / sum;
        return new PoissonWeights(first, values);
    }

    /**
     * The weighted sum of I_x(j + a, b).
     *
     * @param ratio x / (1 − x), above 0 and finite
     */
    double mixture(double a, double b, double ratio) {
        IncompleteBetas betas = new IncompleteBetas(first + a, b, ratio);
        double sum = 0;
        for (double weight : values) {
            sum += weight * betas.value();
            betas.next();
        }
        return sum;
    }
}
