package cohort.report.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.OpenImages;
import cohort.analysis.region.RegionAnalysis;
import cohort.analysis.region.RegionFolder;
import cohort.analysis.region.RegionResults;
import cohort.analysis.region.RegionRun;
import cohort.analysis.region.RegionSettings;
import cohort.region.TinyAtlas;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class RegionReportTest {
    @TempDir
    Path folder;

    private RegionResults run(String options) {
        RegionResults results = RegionAnalysis.test(RegionSettings.parse(options), OpenImages.NONE, Progress.NONE);
        try (RegionFolder place = RegionFolder.open("output", folder.resolve("out"))) {
            place.write(results, "<svg/>");
        }
        return results;
    }

    private String report() {
        return GroupReport.html(folder.resolve("out"), ReportOptions.DEFAULT);
    }

    private static void assertWhole(String html) throws IOException {
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(html.replaceFirst("(?i)<!doctype[^>]*>", "")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    @Test
    void tellsOfRegionsInMapsWithPicturesOfTheBrain() throws IOException {
        RegionResults results = run("maps=[" + TinyStudy.in(folder).table() + "] atlas=[" + TinyAtlas.write(folder)
                + "] missing=zero model=[1 + age] contrast=[age | intercept] permutations=30 tail=both");
        RegionRun read = RegionRun.read(folder.resolve("out"));
        assertEquals(results.table(), read.table());
        assertEquals(results.values(), read.values());
        assertEquals(4, read.maps().size());
        assertEquals(results.test().design().columns(), read.test().design().columns());
        String html = report();
        assertWhole(html);
        for (String name : TinyAtlas.NAMES) assertTrue(html.contains(">" + name + "</th>"), name);
        assertTrue(html.contains("2 contrasts of regions in 6 subjects"));
        assertTrue(html.contains("In which regions does the value change with age?"));
        assertTrue(html.contains("In which regions is the mean of the 6 maps at age 0 different from zero?"));
        assertTrue(html.contains("Each dot is one map, over age. The slope of the line is the effect."));
        assertTrue(html.contains("Each dot is one map; orange: the mean and its 95"));
        assertEquals(1, html.split("The run logged ", -1).length - 1);
        assertTrue(html.contains("Slices of t of the regions"));
        assertTrue(html.contains(", with nuisance regressors handled by the Freedman-Lane method"));
        assertTrue(html.contains("The value of each of 4 regions was the mean of its voxels."));
        assertTrue(html.contains("The family-wise error rate over the 4 regions"));
        assertTrue(html.contains("hold for each region alone."));
        assertTrue(!html.contains("voxel alone") && !html.contains("over the image"));
        for (String file : read.files()) {
            assertTrue(html.contains("href=\"" + file + "\""), file);
            assertTrue(Files.isRegularFile(folder.resolve("out").resolve(file)), file);
        }
    }

    @Test
    void tellsOfATableWithoutAWordOfMaps() throws IOException {
        StringBuilder rows = new StringBuilder("subject,group,region,value\n");
        for (int s = 0; s < 12; s++)
            for (String region : List.of("CA1", "CA3", "DG"))
                rows.append("s" + s + "," + (s < 6 ? "a" : "b") + "," + region + ","
                        + (region.equals("CA3") && s < 6 ? 20 : 10) + "." + (s * 7 + region.hashCode()) % 10 + "\n");
        Path table = Files.writeString(folder.resolve("long.csv"), rows);
        run("region_values=[" + table + "] model=[1 + group] contrast=group.b permutations=200 tail=both");
        String html = report();
        assertWhole(html);
        assertTrue(html.contains("In 1 of the 3 regions: CA3."));
        assertTrue(html.contains("The evidence is strongest in CA3: the effect is −"));
        assertTrue(html.contains("The values of 3 regions were read from long.csv."));
        assertTrue(html.contains("from values of regions of 12 subjects"));
        assertTrue(html.contains("The intercept, by the Freedman-Lane method"));
        assertTrue(html.contains(", with the intercept handled by the Freedman-Lane method"));
        assertTrue(html.contains("one row per subject, one column per regressor"));
        assertTrue(!html.contains("On the brain"));
        String words = html.replaceAll("(?s)<section id=\"remarks\".*?</section>|<ul class=\"references\".*?</ul>", "")
                .replaceAll("(?s)<style.*?</style>|<script.*?</script>|<pre.*?</pre>|<[^>]*>", " ");
        assertTrue(
                Arrays.stream(words.split("\\W+")).noneMatch(List.of("map", "maps", "voxel", "voxels")::contains),
                words);
    }

    @Test
    void aFolderThatWasChangedIsRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("wide.csv"), "subject,CA1,CA3\ns1,1,2\ns2,3,4\ns3,5,5\ns4,2,3\n");
        run("region_values=[" + table + "] permutations=5");
        Path file = folder.resolve("out/regions.tsv");
        Files.writeString(file, Files.readString(file).replace("CA1", "CA2"));
        assertTrue(assertThrows(InputException.class, this::report)
                .getMessage()
                .contains("regions.tsv in " + folder.resolve("out") + " is not as the run left it"));
    }
}
