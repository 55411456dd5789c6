package cohort.threshold.statistic;

import cohort.permute.nulls.Tail;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The permutation test that a map is of, as the description in its header keeps it.
 *
 * @param tail the side or sides that were tested
 * @param forming the cluster-forming threshold; nothing if no clusters were formed
 */
public record TestedBy(Tail tail, OptionalDouble forming) {

    /** What a description says; nothing if it mentions no test. */
    public static Optional<TestedBy> parse(String description) {
        DescribedKeys keys = new DescribedKeys(description);
        return keys.tail().map(tail -> new TestedBy(tail, keys.number("forming")));
    }

    /** The same for a map whose values are not those that are compared with the cluster-forming threshold. */
    public TestedBy withoutForming() {
        return new TestedBy(tail, OptionalDouble.empty());
    }

    /** As a description keeps it. */
    public String description() {
        return "tail=" + tail + (forming.isPresent() ? " forming=" + (float) forming.getAsDouble() : "");
    }
}
