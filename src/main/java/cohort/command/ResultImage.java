package cohort.command;

import cohort.image.Volume;

/**
 * A map as a command hands it over to be shown.
 *
 * @param name the image's title
 * @param map the values
 * @param lut name of the colour map
 * @param min value that takes the first colour
 * @param max value that takes the last colour, above {@code min}
 * @param commandLine the macro line that makes the map again
 */
public record ResultImage(String name, Volume map, String lut, double min, double max, String commandLine) {

    /** @throws IllegalArgumentException if the range is empty or not finite */
    public ResultImage {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max))
            throw new IllegalArgumentException("a display range of " + min + " to " + max + " for " + name);
    }
}
