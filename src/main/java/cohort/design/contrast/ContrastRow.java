package cohort.design.contrast;

/**
 * One row of a contrast in the making.
 *
 * @param text as it is written
 * @param form what it says
 */
public record ContrastRow(String text, LinearForm form) {}
