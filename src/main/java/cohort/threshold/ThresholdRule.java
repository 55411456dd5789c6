package cohort.threshold;

import java.util.Optional;

/** A way to account for many tests. A new one is a class of its own and a line in {@link Thresholds}. */
public interface ThresholdRule {

    /** How users write it. */
    String spelling();

    /** This rule, or one of its kind with the parameters that the text gives; nothing if the text means another rule. */
    default Optional<ThresholdRule> parse(String control) {
        return control.equals(spelling()) ? Optional.of(this) : Optional.empty();
    }

    /** Thresholds a map. */
    ThresholdedMap apply(TestedMap map, ThresholdOptions options);
}
