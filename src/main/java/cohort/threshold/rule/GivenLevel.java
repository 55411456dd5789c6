package cohort.threshold.rule;

import cohort.InputException;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import java.util.Optional;

/**
 * A level of any statistic, chosen beforehand. Below 0 it means the negative side, if one side counts.
 *
 * @param value finite
 */
public record GivenLevel(double value) implements HeightRule {

    @Override
    public String spelling() {
        return "a number such as 3.1";
    }

    @Override
    public Optional<ThresholdRule> parse(String control) {
        try {
            double given = Double.parseDouble(control);
            return Double.isFinite(given) ? Optional.of(new GivenLevel(given)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number is compared with the values, whatever they are. */
    @Override
    public boolean needsP() {
        return false;
    }

    @Override
    public double level(double[] evidence, Statistic statistic, Tail tail, double alpha) {
        return statistic.evidenceOf(Math.abs(value));
    }

    @Override
    public ThresholdedMap apply(TestedMap map, ThresholdOptions options) {
        return HeightRule.super.apply(map, options.with(side("control", value, options.tail())));
    }

    /**
     * The side that a level means.
     *
     * @param key of the option that gave it, for the message
     * @throws InputException if it is negative and both sides count
     */
    public static Tail side(String key, double level, Tail tail) {
        if (level >= 0) return tail;
        if (tail == Tail.BOTH)
            throw new InputException(key + ": found " + level
                    + " for both sides, expected at least 0; give tail=negative to look at the negative side.");
        return Tail.NEGATIVE;
    }
}
