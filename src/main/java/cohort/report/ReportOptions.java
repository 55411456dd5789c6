package cohort.report;

import cohort.image.Volume;
import java.util.Optional;

/**
 * How a report is written.
 *
 * @param title the heading; empty for the question that was asked
 * @param background an image to show slices on, on the grid of the maps or another; nothing for the mask
 */
public record ReportOptions(String title, Optional<Volume> background) {
    /** A title and a background that are found in the results. */
    public static final ReportOptions DEFAULT = new ReportOptions("", Optional.empty());
}
