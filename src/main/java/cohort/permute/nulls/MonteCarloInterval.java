package cohort.permute.nulls;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Where the p of all possible shuffles lies, of which some were drawn at random: the exact 95 % interval of a proportion (Clopper &
 * Pearson 1934, Biometrika 26:404-413).
 *
 * @param low its lower end
 * @param high its upper end
 */
public record MonteCarloInterval(double low, double high) {
    private static final double OUTSIDE = 0.025;

    /**
     * The interval of the p of an observed value.
     *
     * @param nulls maxima of shuffles that were drawn at random
     */
    public static MonteCarloInterval of(NullDistribution nulls, double observed) {
        int shuffles = nulls.size(), reaching = nulls.reach(observed);
        double low = reaching == 0
                ? 0
                : BetaDistribution.of(reaching, shuffles - reaching + 1.0).inverseCumulativeProbability(OUTSIDE);
        double high = reaching == shuffles
                ? 1
                : BetaDistribution.of(reaching + 1.0, shuffles - reaching).inverseSurvivalProbability(OUTSIDE);
        return new MonteCarloInterval(low, high);
    }
}
