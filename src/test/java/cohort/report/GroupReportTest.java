package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.ClusterTables;
import cohort.threshold.CorrectedP;
import cohort.threshold.TableOptions;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The report on a small permutation test: its structure, its numbers and its words. */
@Tag("slow")
class GroupReportTest {
    /** The statistic that no more than 0.5 % of Student's t with 11 degrees of freedom exceed; from tables. */
    private static final double FORMING = 3.105807;

    @TempDir
    static Path folder;

    private static TinyResults results;
    private static String html;
    private static ReportPage page;

    @BeforeAll
    static void write() {
        results = TinyResults.ofMean(folder.resolve("mean"));
        html = GroupReport.html(results.folder(), ReportOptions.DEFAULT);
        page = ReportPage.parse(html);
    }

    @Test
    void itIsOnePageInEnglishWithOneHeading() {
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        assertEquals("Where is the mean of the 12 maps different from zero?", page.text("//h1"));
        assertEquals(page.text("//h1"), page.text("//title"));
        assertEquals(1, page.all("//meta[@charset='utf-8']").size());
        assertEquals(1, page.all("//main").size());
    }

    @Test
    void headingsSkipNoLevelAndLinksLeadSomewhere() {
        int above = 1;
        for (Element heading : page.all("//h1 | //h2 | //h3 | //h4")) {
            int level = Integer.parseInt(heading.getTagName().substring(1));
            assertTrue(level <= above + 1, heading.getTextContent());
            above = level;
        }
        Set<String> ids = new HashSet<>();
        for (Element element : page.all("//*[@id]"))
            assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id") + " occurs twice");
        List<Element> links = page.all("//nav//a");
        assertTrue(links.size() >= 7);
        for (Element link : links)
            assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        for (Element element : page.all("//*[@src]"))
            assertTrue(element.getAttribute("src").startsWith("data:"), element.getTagName());
        assertEquals(List.of(), page.all("//link | //iframe | //object | //embed | //*[@srcset] | //*[@action]"));
        assertFalse(page.text("//style").contains("url("));
        assertFalse(page.text("//style").contains("@import"));
        for (Element link : page.all("//a[not(starts-with(@href, '#'))][not(ancestor::section[@id='files'])]"))
            assertTrue(link.getAttribute("href").startsWith("https://doi.org/10."), link.getAttribute("href"));
    }

    @Test
    void everyFileOfTheRunIsDescribed() {
        for (Element file : page.all("//ul[@class='files']/li")) {
            String name = file.getFirstChild().getTextContent();
            String words = file.getTextContent().substring(name.length());
            assertTrue(words.length() > 1 && words.startsWith(" "), name);
        }
    }

    @Test
    void everyFileOfTheRunIsLinked() throws IOException {
        Path elsewhere = folder.resolve("some where/pages/report.html");
        GroupReport.write(results.folder(), ReportOptions.DEFAULT, elsewhere);
        List<Element> links = ReportPage.parse(Files.readString(elsewhere)).all("//section[@id='files']//a");
        Set<Path> linked = new HashSet<>();
        for (Element link : links)
            linked.add(elsewhere
                    .getParent()
                    .resolve(URI.create(link.getAttribute("href")).getPath())
                    .normalize());
        try (Stream<Path> files = Files.list(results.folder())) {
            assertEquals(
                    files.filter(file -> !file.getFileName().toString().startsWith("."))
                            .collect(Collectors.toSet()),
                    linked);
        }
    }

    @Test
    void everyImageIsWholeAndDescribed() throws IOException {
        List<Element> images = page.all("//img");
        assertTrue(images.size() >= 10, images.size() + " images");
        for (Element image : images) {
            assertFalse(image.getAttribute("alt").isBlank());
            assertTrue(Integer.parseInt(image.getAttribute("width")) > 0);
            String[] source = image.getAttribute("src").split(";base64,");
            byte[] bytes = Base64.getDecoder().decode(source[1]);
            if (source[0].equals("data:image/png"))
                assertTrue(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth() > 100);
            else
                assertEquals(
                        1,
                        ReportPage.parse(new String(bytes, "UTF-8"))
                                .all("/*[local-name()='svg']")
                                .size());
        }
        for (Element figure : page.all("//figure"))
            assertEquals(1, figure.getElementsByTagName("figcaption").getLength());
    }

    @Test
    void everyTableHasCaptionAndHeadings() {
        List<Element> tables = page.all("//table");
        assertTrue(tables.size() >= 4, tables.size() + " tables");
        for (Element table : tables) {
            assertFalse(table.getElementsByTagName("caption")
                    .item(0)
                    .getTextContent()
                    .isBlank());
            int columns =
                    table.getElementsByTagName("tr").item(0).getChildNodes().getLength();
            for (int row = 0; row < table.getElementsByTagName("tr").getLength(); row++)
                assertEquals(
                        columns,
                        table.getElementsByTagName("tr")
                                .item(row)
                                .getChildNodes()
                                .getLength());
        }
        for (Element heading : page.all("//thead//th")) assertEquals("col", heading.getAttribute("scope"));
        for (Element heading : page.all("//tbody//th")) assertEquals("row", heading.getAttribute("scope"));
    }

    @Test
    void theTableOfClustersIsThatOfTheOp() {
        List<CorrectedMap> tests = results.result().contrasts().get(0).statistics();
        Mask mask = results.mask();
        Table expected = ClusterTables.toTable(
                ClusterTables.find(
                        mask.toVolume(tests.get(0).map()).voxels(),
                        mask,
                        Statistics.UNKNOWN,
                        FORMING,
                        new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6)),
                List.of(
                        new CorrectedP("p peak", mask.toVolume(tests.get(0).logP()), Tail.BOTH),
                        new CorrectedP("p size", mask.toVolume(tests.get(1).logP()), Tail.BOTH),
                        new CorrectedP("p mass", mask.toVolume(tests.get(2).logP()), Tail.BOTH),
                        new CorrectedP("p TFCE", mask.toVolume(tests.get(3).logP()), Tail.BOTH)));
        assertTrue(expected.rows() >= 2, "too few clusters to compare");
        List<Element> rows = clusterRows();
        assertEquals(expected.rows(), rows.size());
        List<String> ids = rows.stream()
                .map(row -> row.getChildNodes().item(0).getTextContent())
                .toList();
        List<String> columns = List.of(
                "X",
                "Y",
                "Z",
                "Peak Stat",
                "Cluster Size (voxels)",
                "Cluster Size (mm3)",
                "p peak",
                "p size",
                "p mass",
                "p TFCE");
        for (int r = 0; r < rows.size(); r++) {
            Element row = rows.get(ids.indexOf(expected.column("Cluster ID").get(r)));
            var cells = row.getChildNodes();
            assertEquals(
                    String.join(
                            " ",
                            expected.column("I").get(r),
                            expected.column("J").get(r),
                            expected.column("K").get(r)),
                    row.getAttribute("data-voxel"));
            for (int c = 0; c < columns.size(); c++) {
                boolean isOfAnotherRow = List.of("p size", "p mass").contains(columns.get(c))
                        && expected.column("Cluster Size (voxels)").get(r).isEmpty();
                String value =
                        isOfAnotherRow ? "" : expected.column(columns.get(c)).get(r);
                String shown = ((Element) cells.item(c + 1)).getAttribute("data-value");
                if (value.isEmpty()) assertEquals("", shown);
                else assertEquals(Double.parseDouble(value), Double.parseDouble(shown), 1e-5, columns.get(c));
            }
        }
    }

    /** The significant clusters at the top, and all others. */
    private static List<Element> clusterRows() {
        return page.all("//tr[@data-voxel]");
    }

    @Test
    void noClusterIsListedTwiceAndTheSignificantOnesComeFirst() {
        List<Element> first = page.all("//section[@id='brief']//tr[@data-voxel][not(@class)]");
        assertFalse(first.isEmpty());
        for (Element row : first) assertTrue(isSignificant(row), row.getTextContent());
        for (Element row : page.all("//section[@id='results']//tr[@data-voxel][not(@class)]"))
            assertFalse(isSignificant(row), row.getTextContent());
        assertEquals(
                clusterRows().size(),
                clusterRows().stream()
                        .map(row -> row.getAttribute("data-voxel"))
                        .distinct()
                        .count());
    }

    private static boolean isSignificant(Element row) {
        return IntStream.range(7, 11).anyMatch(c -> value(row.getChildNodes().item(c)) <= 0.05);
    }

    /** p by another library's t, and q by its definition: the least n p / rank at a threshold that lets the voxel pass. */
    @Test
    void uncorrectedPAndTheFalseDiscoveryRateAreThoseOfTheVoxel() {
        Mask mask = results.mask();
        double[] t = results.result().contrasts().get(0).statistics().get(0).map();
        TDistribution distribution = new TDistribution(11);
        double[] p = Arrays.stream(t)
                .map(value -> 2 * distribution.cumulativeProbability(-Math.abs(value)))
                .toArray();
        for (Element row : clusterRows()) {
            int[] at = Arrays.stream(row.getAttribute("data-voxel").split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int voxel = IntStream.range(0, mask.size())
                    .filter(m -> mask.gridIndex(m) == mask.grid().index(at[0], at[1], at[2]))
                    .findFirst()
                    .orElseThrow();
            double q = Arrays.stream(p)
                    .filter(threshold -> threshold >= p[voxel])
                    .map(threshold -> p.length
                            * threshold
                            / Arrays.stream(p)
                                    .filter(other -> other <= threshold)
                                    .count())
                    .min()
                    .orElseThrow();
            assertEquals(p[voxel], value(row.getChildNodes().item(11)), 1e-9 + 1e-6 * p[voxel]);
            assertEquals(q, value(row.getChildNodes().item(12)), 1e-9 + 1e-6 * q);
        }
    }

    @Test
    void theAnswerComesFirstWithWhatItRestsOn() {
        List<String> answer = page.texts("//section[@id='brief']/p");
        assertTrue(
                answer.get(0)
                        .startsWith("A significant effect was found. At a family-wise error rate of 5 % for each"
                                + " statistic: "),
                answer.get(0));
        assertTrue(
                answer.get(0).matches(".*: \\d+ voxels? \\(t\\), .*clusters? \\(size\\).*The most extreme t is .*"),
                answer.get(0));
        assertEquals(
                "The test assumes that errors are symmetric about zero and independent between subjects. The run logged 1"
                        + " remark.",
                answer.get(1));
        assertEquals(
                List.of("wide", "narrow"),
                page.all("//section[@id='brief']//img").stream()
                        .map(image -> image.getAttribute("class"))
                        .toList());
        assertEquals(
                "One-sample model (intercept only): 12 subjects, 11 residual degrees of freedom.",
                page.texts("//section[@id='model']/p").get(0));
        assertTrue(page.text("//header").contains("Sign flips99"), page.text("//header"));
    }

    /** The 5th greatest of 99 maxima is what p = 5 / 100 takes. */
    @Test
    void theTableOfThresholdsIsThatOfTheTest() {
        List<CorrectedMap> tests = results.result().contrasts().get(0).statistics();
        List<Element> rows = page.all("(//section[@id='results']//table)[1]//tbody/tr");
        assertEquals(tests.size(), rows.size());
        for (int s = 0; s < tests.size(); s++) {
            CorrectedMap test = tests.get(s);
            double[] maxima = test.nulls().maxima();
            Arrays.sort(maxima);
            double observed = Arrays.stream(test.map()).map(Math::abs).max().orElseThrow();
            var cells = rows.get(s).getChildNodes();
            assertEquals(maxima[94], value(cells.item(1)), 1e-4 * maxima[94]);
            assertEquals(observed, value(cells.item(2)), 1e-4 * observed);
            assertEquals(test.nulls().p(observed), value(cells.item(3)), 1e-6);
            long voxels = Arrays.stream(test.logP())
                    .filter(logP -> Math.round(100 * Math.pow(10, -logP)) <= 5)
                    .count();
            assertEquals(voxels, value(cells.item(4)), test.name());
        }
    }

    private static double value(org.w3c.dom.Node cell) {
        return Double.parseDouble(((Element) cell).getAttribute("data-value"));
    }

    @Test
    void idsAreText() {
        assertEquals(
                1,
                page.texts("//section[@id='subjects']//th[@scope='row']").stream()
                        .filter(TinyResults.ODD_ID::equals)
                        .count());
        assertEquals(List.of(), page.all("//b"));
        assertEquals(TinyResults.ids(), page.texts("//section[@id='subjects']//th[@scope='row']"));
        assertTrue(page.text("//pre").contains("maps=<tiny> seed=7"));
    }

    @Test
    void theMethodsCiteWhatWasUsed() {
        String methods = page.text("//blockquote");
        for (String words : List.of(
                "one map for each of 12 subjects",
                "not smoothed",
                "11 residual degrees of freedom",
                "two-sided",
                "99 random sign flips (seed 7)",
                "(|t| > 3.11)",
                "6-connectivity",
                "exact integral")) assertTrue(methods.contains(words), words + " in: " + methods);
        assertEquals(
                List.of(
                        "Abraham",
                        "Bullmore",
                        "Friston",
                        "Friston",
                        "Nichols",
                        "Phipson",
                        "Schindelin",
                        "Smith",
                        "Winkler"),
                page.texts("//ul[@class='references']/li").stream()
                        .map(reference -> reference.substring(0, reference.indexOf(' ')))
                        .toList());
    }

    @Test
    void theRecordHasVersionsSeedAndChecksums() {
        String record = page.text("//section[@id='record']");
        for (String words : List.of("0.0.0", "2026-01-02 03:04:05 UTC")) assertTrue(record.contains(words), words);
        String files = page.text("//section[@id='files']");
        for (String words : List.of("ab".repeat(32), "tiny.tsv")) assertTrue(files.contains(words), words);
    }

    @Test
    void remarksAndAssumptionsAreTold() {
        assertEquals(List.of("A remark."), page.texts("//section[@id='remarks']//li"));
        String shuffling = page.text("//section[@id='permutations']");
        assertTrue(shuffling.contains("Errors are symmetric about zero and independent between subjects"), shuffling);
        assertTrue(shuffling.contains("Smallest possible p1 / 100 = 0.0100"), shuffling);
        String captions = String.join(" ", page.texts("//caption"));
        assertTrue(
                captions.contains(
                        "Each of the 4 statistics is corrected over the image, but not for choosing among them"),
                captions);
    }

    @Test
    void severalContrastsHaveAPartEach() {
        TinyResults several = TinyResults.in(
                folder.resolve("several"),
                "group + age",
                "group.b | age | group.b; age",
                Tail.POSITIVE,
                false,
                Map.of());
        ReportPage other = ReportPage.parse(GroupReport.html(several.folder(), ReportOptions.DEFAULT));
        assertEquals("3 contrasts in 12 subjects", other.text("//h1"));
        assertEquals(
                List.of("Results: group.b", "Results: age", "Results: group.b; age"),
                other.texts("//section[starts-with(@id, 'results')]/h2"));
        assertEquals(
                List.of(
                        "Where is group b greater than group a, allowing for age?",
                        "Where does the map increase with age, allowing for group?",
                        "Where is any of group.b, age different from zero?"),
                other.texts("//p[@class='question']"));
        String methods = other.text("//blockquote");
        assertTrue(methods.contains("Freedman and Lane, 1983") && methods.contains("99 random permutations"), methods);
        assertFalse(methods.contains("Smith and Nichols"), methods);
        for (int c = 0; c < 3; c++) {
            double[] logP =
                    several.result().contrasts().get(c).statistics().get(0).logP();
            double p = Math.pow(10, -Arrays.stream(logP).max().orElseThrow());
            Element cell = other.all("(//section[@id='results-" + (c + 1) + "']//table)[1]//tbody/tr/td[3]")
                    .get(0);
            assertEquals(p, value(cell), 1e-6);
        }
    }

    @Test
    void theTitleIsTheUsers() throws IOException {
        Path file = folder.resolve("a folder/re port.html");
        GroupReport.write(
                results.folder(), new ReportOptions("Hands & <feet>", ReportOptions.DEFAULT.background()), file);
        assertEquals("Hands & <feet>", ReportPage.parse(Files.readString(file)).text("//h1"));
    }

    @Test
    void theSameFolderGivesTheSamePage() {
        assertEquals(html, GroupReport.html(results.folder(), ReportOptions.DEFAULT));
    }

    @Test
    void sortedNumbersAreThoseShown() {
        for (Element cell : page.all("//td[@data-value]")) {
            String shown = cell.getTextContent().replaceAll("[>, ]", "").replace('\u2212', '-');
            double value = Double.parseDouble(cell.getAttribute("data-value"));
            assertEquals(value, Double.parseDouble(shown), 0.5 + 1e-2 * Math.abs(value), cell.getTextContent());
        }
        assertEquals(
                IntStream.range(0, 12).mapToObj(s -> "1").toList(),
                page.texts("//section[@id='subjects']//td[@data-value]"));
    }
}
