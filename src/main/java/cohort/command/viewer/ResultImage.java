package cohort.command.viewer;

import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.threshold.statistic.MapWords;
import java.util.Optional;

/**
 * A map as a command hands it over to be shown.
 *
 * @param name the image's title
 * @param map the values
 * @param notes what its header says
 * @param lut name of the colour map
 * @param min value that takes the first colour
 * @param max value that takes the last colour, above {@code min}
 * @param commandLine the macro line that makes the map again
 * @param backdrop what lies under the map, if something is known
 */
public record ResultImage(
        String name,
        Volume map,
        HeaderNotes notes,
        String lut,
        double min,
        double max,
        String commandLine,
        Optional<Backdrop> backdrop) {

    /** @throws IllegalArgumentException if the range is empty or not finite */
    public ResultImage {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max))
            throw new IllegalArgumentException("a display range of " + min + " to " + max + " for " + name);
    }

    /** What a person reads: of a map of results its statistic and contrast in words, of any other its title. */
    public String words() {
        return MapWords.title(name, notes);
    }

    /** Chooses colours and range: both sides of 0 alike for a map with negative values, else from 0 to the largest. */
    public static ResultImage of(
            String name, Volume map, HeaderNotes notes, String commandLine, Optional<Backdrop> backdrop) {
        double largest = 0;
        boolean signed = false;
        for (double value : map.values())
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
                signed |= value < 0;
            }
        double max = largest > 0 ? largest : 1;
        return new ResultImage(
                name, map, notes, signed ? "cold-hot" : "hot", signed ? -max : 0, max, commandLine, backdrop);
    }
}
