package cohort.threshold.rule;

import cohort.threshold.Thresholds;
import java.util.Optional;

/** A way to account for many tests. A new one is a class of its own and a line in {@link Thresholds}. */
public interface ThresholdRule {

    /** How users write it. */
    String spelling();

    /** This rule, or one of its kind with the parameters that the text gives; nothing if the text means another rule. */
    default Optional<ThresholdRule> parse(String control) {
        return control.equals(spelling()) ? Optional.of(this) : Optional.empty();
    }

    /** The error rate that is usual for it: 0.05 where it is one over the whole map. */
    default double usualAlpha() {
        return 0.05;
    }

    /** Whether it goes by the p of the values. */
    default boolean needsP() {
        return true;
    }

    /** Thresholds a map. */
    ThresholdedMap apply(TestedMap map, ThresholdOptions options);
}
