package cohort.report;

import cohort.InputException;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.GroupResults;
import cohort.files.AtomicFile;
import cohort.report.html.Page;
import cohort.report.region.RegionPage;
import cohort.report.viewer.ViewerPanel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The report on a group analysis: one self-contained page.
 *
 * <pre>{@code
 * GroupReport.write(Path.of("results"), ReportOptions.DEFAULT, Path.of("report.html"));
 * }</pre>
 */
public final class GroupReport {

    private GroupReport() {}

    /**
     * Writes the report on what Permutation Inference, Second-Level Model or Region Inference left in a folder: one HTML file that holds its
     * pictures and needs nothing from the network. If the folder holds both a permutation test and the model of the same
     * data, it is about the test.
     *
     * @param results the folder
     * @param options how the page is made
     * @param file the HTML file; an older one is replaced
     * @throws InputException if the folder holds no results, a file in it is missing or damaged, or the report cannot be
     *     written
     */
    public static void write(Path results, ReportOptions options, Path file) {
        write(page(results, options, address(file, results)), file);
    }

    /**
     * Writes the report on results, whether read from a folder or just computed.
     *
     * @param results what was found
     * @param options how the page is made
     * @param file the HTML file; an older one is replaced
     * @throws InputException if the report cannot be written
     */
    public static void write(GroupResults results, ReportOptions options, Path file) {
        write(page(results, options, Optional.empty()), file);
    }

    private static void write(Page page, Path file) {
        AtomicFile.write(file, page::write);
    }

    /** How a link in a file leads to a folder; nothing if they lie on different disks. */
    private static Optional<String> address(Path file, Path folder) {
        Path from = file.toAbsolutePath().normalize().getParent();
        Path to = folder.toAbsolutePath().normalize();
        if (from == null || !to.getRoot().equals(from.getRoot())) return Optional.empty();
        StringBuilder address = new StringBuilder();
        for (Path part : from.relativize(to))
            if (!part.toString().isEmpty())
                address.append(URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                        .append('/');
        return Optional.of(address.toString());
    }

    private static Page page(Path results, ReportOptions options, Optional<String> folder) {
        if (!RegionRun.isAlone(results)) return page(GroupResults.read(results), options, folder);
        RegionPage page = new RegionPage(RegionRun.read(results), options.title(), options.background(), folder);
        return new Page(page.title(), page.body(), "", "");
    }

    private static Page page(GroupResults results, ReportOptions options, Optional<String> folder) {
        ReportBody body = ReportBody.of(results, options, folder);
        return new Page(body.title(), body.element(), ViewerPanel.style(), ViewerPanel.script());
    }

    /**
     * The report as text, to be kept in the folder of the results.
     *
     * @param results the folder
     * @param options how the page is made
     * @return HTML5 that is also well-formed XML
     * @throws InputException if the folder holds no results, or a file in it is missing or damaged
     */
    public static String html(Path results, ReportOptions options) {
        return page(results, options, Optional.of("")).html();
    }
}
