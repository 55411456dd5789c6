package cohort.figure.glass;

import cohort.image.Volume;

/**
 * One map of a figure that shows several.
 *
 * @param title what stands above it, empty for nothing
 * @param map the values
 */
public record Panel(String title, Volume map) {}
