package cohort.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.files.FilesRead;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.region.Atlas;
import cohort.region.TinyAtlas;
import cohort.table.Table;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRegionsTest {
    @TempDir
    Path folder;

    /** Each cluster's voxels are counted by region anew, from the map of its numbers. */
    @Test
    void peaksAndClustersLieWhereTheirVoxelsDo() throws IOException {
        Volume z = ZMap.volume();
        Mask mask = Mask.everywhere(z.grid());
        TableOptions options = new TableOptions(Tail.BOTH, ClusterExtent.NONE, 6, 6);
        Atlas atlas = Atlas.read(TinyAtlas.write(folder).toString(), "", FilesRead.ignored())
                .on(z.grid());
        Volume labels = ClusterTables.labels(z.voxels(), mask, Statistics.UNKNOWN, 1.5, options);
        Table plain = ClusterTables.toTable(
                ClusterTables.find(z.voxels(), mask, Statistics.UNKNOWN, 1.5, options), List.of());
        Table table = ClusterRegions.add(plain, labels, atlas);
        double[] numbers = labels.values();
        boolean several = false;
        for (int r = 0; r < table.rows(); r++) {
            int voxel = z.grid().index(at(table, "I", r), at(table, "J", r), at(table, "K", r));
            assertEquals(name(TinyAtlas.label(voxel)), table.column("Region").get(r));
            String id = table.column("Cluster ID").get(r),
                    shares = table.column("Regions of Cluster").get(r);
            assertEquals(!id.matches("\\d+"), shares.isEmpty());
            if (shares.isEmpty()) continue;
            int all = 0;
            int[] counts = new int[5];
            for (int v = 0; v < numbers.length; v++)
                if (numbers[v] == Integer.parseInt(id)) {
                    counts[TinyAtlas.label(v)]++;
                    all++;
                }
            assertEquals(Integer.parseInt(table.column("Cluster Size (voxels)").get(r)), all);
            double last = 101;
            for (String part : shares.split("; ")) {
                double percent = Double.parseDouble(part.replaceFirst(".* (\\d+) %$", "$1"));
                assertTrue(percent <= last, shares);
                last = percent;
            }
            int total = all;
            assertEquals(
                    IntStream.range(0, 5)
                            .filter(label -> 100.0 * counts[label] / total >= 0.5)
                            .mapToObj(label -> (label == 0 ? "no region" : name(label)) + " "
                                    + Math.round(100.0 * counts[label] / total) + " %")
                            .sorted()
                            .toList(),
                    List.of(shares.split("; ")).stream().sorted().toList());
            several |= shares.contains(";");
        }
        assertTrue(several, "no cluster lies in several regions: " + table.column("Regions of Cluster"));
    }

    private static String name(int label) {
        return label == 0 ? "" : TinyAtlas.NAMES[label - 1];
    }

    private static int at(Table table, String axis, int row) {
        return Integer.parseInt(table.column(axis).get(row));
    }
}
