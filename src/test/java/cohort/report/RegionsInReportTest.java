package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.analysis.results.GroupResults;
import cohort.permute.nulls.Tail;
import cohort.region.TinyAtlas;
import cohort.report.words.ClusterListing;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        TinyResults made = TinyResults.in(
                folder.resolve("results"), "1", "intercept", Tail.BOTH, false, Map.of("atlas", atlas.toString()));
        GroupResults results = GroupResults.read(made.folder());
        Table table = ClusterListing.of(results, results.contrasts().get(0)).table();
        String html = GroupReport.html(made.folder(), ReportOptions.DEFAULT);
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
        assertTrue(html.contains(" (cluster: " + shares + ")"), shares);
        Files.delete(atlas);
        assertFalse(GroupReport.html(made.folder(), ReportOptions.DEFAULT).contains(">Region</th>"));
    }

    private static int at(Table table, String axis, int row) {
        return Integer.parseInt(table.column(axis).get(row));
    }
}
