package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.TinyCohort;
import cohort.analysis.results.GroupResults;
import cohort.permute.nulls.Tail;
import cohort.region.TinyAtlas;
import cohort.report.words.ClusterListing;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was given an atlas tells its clusters by name. */
@Tag("slow")
class RegionsInReportTest {
    @TempDir
    Path folder;

    @Test
    void theTablesOfClustersNameTheRegions() throws IOException {
        Path atlas = TinyAtlas.write(folder);
        Path made = results(atlas);
        GroupResults results = GroupResults.read(made);
        Table table = ClusterListing.of(results, results.contrasts().get(0)).table();
        String html = ReportPage.plain(GroupReport.html(made, ReportOptions.DEFAULT));
        assertTrue(html.contains(">Region</th>"), "no column of regions");
        assertTrue(table.rows() > 0);
        for (int r = 0; r < table.rows(); r++) {
            int voxel = results.mask().grid().index(at(table, "I", r), at(table, "J", r), at(table, "K", r));
            int label = TinyAtlas.label(voxel);
            assertEquals(
                    label == 0 ? "" : TinyAtlas.NAMES[label - 1],
                    table.column("Region").get(r));
        }
        String shares = table.column("Regions of Cluster").get(0);
        String region = table.column("Region").get(0);
        boolean whole = shares.equals(region + " 100 %");
        assertTrue(html.contains(whole ? ">" + region + "</td>" : " (cluster: " + shares + ")"), shares);
    }

    @Test
    void anAtlasThatChangedOrIsGoneNamesNothingAndIsSaidToBe() throws IOException {
        Path atlas = TinyAtlas.write(folder);
        Path report = results(atlas);
        Path names = folder.resolve("atlas.tsv");
        String before = Files.readString(names);
        Files.writeString(names, before.replace("Front", "Elsewhere"));
        assertUnnamed(report);
        Files.writeString(names, "no names");
        assertUnnamed(report);
        Files.writeString(names, before);
        assertTrue(GroupReport.html(report, ReportOptions.DEFAULT).contains(">Region</th>"));
        Files.delete(atlas);
        assertUnnamed(report);
    }

    private static void assertUnnamed(Path results) {
        String html = GroupReport.html(results, ReportOptions.DEFAULT);
        assertFalse(html.contains(">Region</th>"));
        assertTrue(html.contains(
                "Regions are not named: the atlas atlas.nii.gz or its list of names was moved or changed"));
    }

    private Path results(Path atlas) {
        return TinyResults.in(
                        folder.resolve("results"),
                        "1",
                        "intercept",
                        Tail.BOTH,
                        false,
                        Map.of("atlas", atlas.toString()))
                .folder();
    }

    /** From the peak to the left, each voxel has the region of its label. */
    @Test
    void theViewerNamesTheRegionOfAVoxel() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "no Chromium here");
        Path page = folder.resolve("report.html");
        GroupReport.write(results(TinyAtlas.write(folder)), ReportOptions.DEFAULT, page);
        try (Chromium browser = new Chromium(program.get(), folder.resolve("profile"))) {
            browser.open(page, 1280);
            browser.await("document.getElementById('viewer').dataset.ready === 'true'");
            Set<String> seen = new TreeSet<>();
            for (int key = 0; key < 12; key++) {
                String[] facts = browser.evaluate(
                                "[...document.querySelectorAll('#viewer-facts dd')].map(fact => fact.textContent).join('|')")
                        .split("\\|");
                int[] at = Stream.of(facts[1].split(", "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                int label = TinyAtlas.label(TinyCohort.grid().index(at[0], at[1], at[2]));
                String region = facts[facts.length - 1];
                if (region.equals("not analysed")) break;
                assertEquals(label == 0 ? "none" : TinyAtlas.NAMES[label - 1], region);
                seen.add(region);
                browser.evaluate("document.querySelector('#viewer-z canvas').focus()");
                browser.key("ArrowLeft");
            }
            assertTrue(seen.size() > 1, seen.toString());
        }
    }

    private static int at(Table table, String axis, int row) {
        return Integer.parseInt(table.column(axis).get(row));
    }
}
