package cohort.figure.glass;

import cohort.image.Volume;
import java.util.OptionalDouble;

/**
 * One map of a figure that shows several.
 *
 * @param title what stands above it, empty for nothing
 * @param map the values
 * @param threshold its own in the place of the options'; empty for theirs
 */
public record Panel(String title, Volume map, OptionalDouble threshold) {

    /** With the threshold of the options. */
    public Panel(String title, Volume map) {
        this(title, map, OptionalDouble.empty());
    }
}
