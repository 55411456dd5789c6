package cohort.command.input;

import cohort.InputException;
import cohort.analysis.record.MapOrigin;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.Locale;
import java.util.Optional;

/**
 * How a user wants a map to be read.
 *
 * @param statistic what the values are; nothing to go by what is known of the map
 * @param tail which sides count; nothing to go by its run
 */
public record MapReading(Optional<Statistic> statistic, Optional<Tail> tail) {
    private static final String AUTO = "auto";

    /** @throws InputException if a text names no statistic or no side */
    public static MapReading of(String statistic, String tail) {
        return new MapReading(
                statistic.strip().equals(AUTO) ? Optional.empty() : Optional.of(Statistics.parse(statistic)),
                side(tail));
    }

    private static Optional<Tail> side(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case AUTO -> Optional.empty();
            case "2", "two", "both" -> Optional.of(Tail.BOTH);
            case "1", "one", "positive" -> Optional.of(Tail.POSITIVE);
            case "negative" -> Optional.of(Tail.NEGATIVE);
            default -> throw new InputException("tail: found " + text + ", expected positive, negative, both or auto.");
        };
    }

    /** What the values are. */
    public Statistic statistic(MapOrigin origin) {
        return statistic.orElse(origin.statistic());
    }

    /** The side or sides that count: those asked for, else those tested, else both; where values have no side, all. */
    public Tail tail(MapOrigin origin) {
        Statistic known = statistic(origin);
        if (tail.isPresent()) return tail.get();
        if (!known.tellsSide()) return known.isSigned() ? Tail.BOTH : Tail.POSITIVE;
        return origin.tail().orElse(Tail.BOTH);
    }

    /** That the user and the map say different things; nothing if they do not. */
    public Optional<String> contradiction(String title, MapOrigin origin) {
        Statistic known = origin.statistic();
        return statistic
                .filter(given ->
                        known != Statistics.UNKNOWN && !given.spelling().equals(known.spelling()))
                .map(given -> title + " is read as a map of " + given.spelling()
                        + ", as statistic says, although it is recorded as one of " + known.spelling() + ".");
    }
}
