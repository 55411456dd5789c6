package cohort.threshold.rule;

import cohort.permute.nulls.Tail;
import cohort.text.Numbers;
import cohort.threshold.statistic.DescribedKeys;
import java.util.Optional;

/**
 * The threshold that was laid on a map, as the description in its header keeps it.
 *
 * @param control the rule, e.g. {@code fdr}
 * @param alpha its error rate
 * @param level the least magnitude that was left; infinite if none was
 * @param tail the side or sides that counted
 */
public record AppliedThreshold(String control, double alpha, double level, Tail tail) {

    /** What a description says; nothing if it mentions no threshold. */
    public static Optional<AppliedThreshold> parse(String description) {
        DescribedKeys keys = new DescribedKeys(description);
        return keys.text("control")
                .filter(control -> keys.number("alpha").isPresent()
                        && keys.number("threshold").isPresent()
                        && keys.tail().isPresent())
                .map(control -> new AppliedThreshold(
                        control,
                        keys.number("alpha").getAsDouble(),
                        keys.number("threshold").getAsDouble(),
                        keys.tail().get()));
    }

    /** As a description keeps it. */
    public String description() {
        return "control=" + control + " alpha=" + alpha + " threshold=" + (float) level + " tail=" + tail;
    }

    /** For a reader, e.g. {@code fdr 0.05, two-sided: 3.595}; a given level has no error rate. */
    public String words() {
        boolean given = new GivenLevel(0).parse(control).isPresent();
        String number = Double.isFinite(level) ? Numbers.plain(level) : "nothing left";
        return (given ? "cut" : control + " " + Numbers.plain(alpha)) + ", " + tail.sides() + ": " + number;
    }
}
