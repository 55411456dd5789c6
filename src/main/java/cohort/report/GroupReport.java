package cohort.report;

import cohort.InputException;
import cohort.analysis.results.GroupResults;
import cohort.files.AtomicFile;
import cohort.report.html.Page;
import cohort.report.viewer.ViewerPanel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The report on a group analysis: one page that stands alone.
 *
 * <pre>{@code
 * GroupReport.write(Path.of("results"), ReportOptions.DEFAULT, Path.of("report.html"));
 * }</pre>
 */
public final class GroupReport {

    private GroupReport() {}

    /**
     * Writes the report on what Permutation Inference or Second-Level Model left in a folder: one HTML file that holds its
     * pictures and needs nothing from the network. If the folder holds both a permutation test and the model of the same
     * data, it is about the test.
     *
     * @param results the folder
     * @param options how
     * @param file the HTML file; an older one is replaced
     * @throws InputException if the folder holds no results, a file in it is missing or damaged, or the report cannot be
     *     written
     */
    public static void write(Path results, ReportOptions options, Path file) {
        write(GroupResults.read(results), options, file);
    }

    /**
     * Writes the report on results, read or fresh from the analysis.
     *
     * @param results what was found
     * @param options how
     * @param file the HTML file; an older one is replaced
     * @throws InputException if the report cannot be written
     */
    public static void write(GroupResults results, ReportOptions options, Path file) {
        String html = html(results, options);
        AtomicFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static String html(GroupResults results, ReportOptions options) {
        ReportBody body = ReportBody.of(results, options);
        return new Page(body.title(), body.element(), ViewerPanel.style(), ViewerPanel.script()).html();
    }

    /**
     * The report as text.
     *
     * @param results the folder
     * @param options how
     * @return HTML5 that is well-formed XML, too
     * @throws InputException if the folder holds no results, or a file in it is missing or damaged
     */
    public static String html(Path results, ReportOptions options) {
        return html(GroupResults.read(results), options);
    }
}
