package cohort.threshold.statistic;

import java.util.Optional;
import java.util.Set;

/**
 * Values without a distribution of their own.
 *
 * @param spelling what they are, e.g. {@code effect}
 * @param intent NIfTI's code
 * @param reason why they give no p, a clause
 */
record PlainStatistic(String spelling, int intent, String reason) implements Statistic {
    private static final Set<String> UNSIGNED = Set.of(
            "variance",
            "size",
            "mass",
            "G",
            "zG",
            "pseudoF",
            "sd",
            "partialR2",
            "partialR2Lower",
            "partialR2Upper",
            "R2",
            "R2Lower",
            "R2Upper");

    /** Words are no name. */
    @Override
    public String intentName() {
        return spelling.contains(" ") ? "" : spelling;
    }

    @Override
    public String symbol(double[] values) {
        return MapWords.symbol(intentName());
    }

    @Override
    public boolean isSigned() {
        return !UNSIGNED.contains(spelling);
    }

    @Override
    public Optional<String> withoutP() {
        return Optional.of(reason);
    }

    /** @throws UnsupportedOperationException always */
    @Override
    public double p(double evidence) {
        throw new UnsupportedOperationException("p of " + spelling);
    }

    /** @throws UnsupportedOperationException always */
    @Override
    public double evidence(double p) {
        throw new UnsupportedOperationException("p of " + spelling);
    }
}
