package cohort.figure.paper;

/**
 * How a figure looks whatever it shows.
 *
 * @param width in print
 */
public record Style(PageWidth width) {
    /** The figure's own width. */
    public static final Style DEFAULT = new Style(PageWidth.OWN);

    public Style withWidth(PageWidth value) {
        return new Style(value);
    }
}
