package cohort.report;

import cohort.InputException;
import cohort.files.AtomicFile;
import cohort.report.comparison.Comparison;
import cohort.report.html.Page;
import java.nio.file.Path;

/**
 * A page that compares two runs on the same grid, such as the same data with another smoothing, or a replication.
 *
 * <pre>{@code
 * ComparisonReport.write(Path.of("fwhm-6"), Path.of("fwhm-8"), ReportOptions.DEFAULT, Path.of("comparison.html"));
 * }</pre>
 */
public final class ComparisonReport {

    private ComparisonReport() {}

    /**
     * Writes the page: one HTML file that needs nothing from the network. Contrasts of the same name are compared; if each
     * folder has one contrast, these are.
     *
     * @param first the folder of one run
     * @param second the folder of the other
     * @param options how the page is made
     * @param file the HTML file; an older one is replaced
     * @throws InputException if a folder cannot be read, the grids differ, no contrast is in both, or the page cannot be
     *     written
     */
    public static void write(Path first, Path second, ReportOptions options, Path file) {
        Page page = page(first, second, options);
        AtomicFile.write(file, page::write);
    }

    /** The page as text. */
    static String html(Path first, Path second, ReportOptions options) {
        return page(first, second, options).html();
    }

    private static Page page(Path first, Path second, ReportOptions options) {
        Comparison comparison = Comparison.of(first, second);
        String title =
                options.title().isBlank() ? comparison.title() : options.title().strip();
        return new Page(title, comparison.body(title, options.background()), "", "");
    }
}
