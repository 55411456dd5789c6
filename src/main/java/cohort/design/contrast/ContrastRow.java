package cohort.design.contrast;

/**
 * One row of a contrast in the making.
 *
 * @param text as it is written
 * @param label what its name is made of
 * @param form what it says
 */
public record ContrastRow(String text, String label, LinearForm form) {
    /** A row that is called as it is written. */
    ContrastRow(String text, LinearForm form) {
        this(text, text, form);
    }
}
