package cohort.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTablesTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreThoseOfTheReference() {
        for (Tail tail : new Tail[] {Tail.POSITIVE, Tail.BOTH}) {
            Table ours = table(ZMap.volume(), 2, new TableOptions(tail, ClusterExtent.parse("3"), 6, 6));
            ReferenceTable theirs = ReferenceTable.read("clusters-" + tail + ".tsv");
            assertSameRows(theirs, IntStream.range(0, theirs.rows()).toArray(), ours);
        }
    }

    @Test
    void plateausLinesAndBoxesHaveThePeaksOfTheReference() {
        ReferenceTable theirs = ReferenceTable.read("clusters-shapes-4mm.tsv");
        assertSameRows(
                theirs,
                IntStream.range(0, theirs.rows()).toArray(),
                table(shapes(), 2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 4, 6)));
    }

    /** The peak of 4.5 is 6 mm from that of 6; there the one of 5 brings it back, and it in turn the one of 3.25. */
    @Test
    void aDroppedSubPeakStaysDroppedOtherThanInTheReference() {
        ReferenceTable theirs = ReferenceTable.read("clusters-shapes-8mm.tsv");
        assertEquals(List.of("3b", "3c"), List.of(theirs.text("Cluster ID")).subList(4, 6));
        int[] kept =
                IntStream.range(0, theirs.rows()).filter(r -> r != 4 && r != 5).toArray();
        assertSameRows(theirs, kept, table(shapes(), 2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6)));
    }

    /** There the first negative cluster takes its number from the rows above. */
    @Test
    void clustersAreNumberedWithoutGapsOtherThanInTheReference() {
        assertEquals("9", ReferenceTable.read("clusters-shapes-4mm.tsv").text("Cluster ID")[8]);
        assertEquals(
                List.of("1", "2", "3", "3a", "3b", "3c", "4", "5", "6", "7"),
                table(shapes(), 2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 4, 6))
                        .column("Cluster ID"));
        assertEquals("4", ReferenceTable.read("clusters-both.tsv").text("Cluster ID")[3]);
        assertEquals(
                List.of("1", "2", "2a", "3"),
                table(ZMap.volume(), 2, new TableOptions(Tail.BOTH, ClusterExtent.parse("3"), 6, 6))
                        .column("Cluster ID"));
    }

    @Test
    void aNegativeThresholdShowsNegativePeaksOtherThanInTheReference() {
        TableOptions one = new TableOptions(Tail.POSITIVE, ClusterExtent.NONE, 8, 6);
        assertEquals(List.of("-5", "-4"), table(shapes(), -2.5, one).column("Peak Stat"));
        assertThrows(
                InputException.class,
                () -> table(shapes(), -2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6)));
    }

    @Test
    void aLoneClusterIsARow() {
        Table table = table(shapes(), 6.8, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6));
        assertEquals(1, table.rows());
        assertEquals(
                List.of("1", "14", "3", "-7", "3", "7", "2", "7", "9", "135"),
                table.columns().stream()
                        .map(column -> table.column(column).get(0))
                        .toList());
    }

    /** An affine of voxels of 0.12 mm as a file in float32 holds it. */
    @Test
    void positionsAreWrittenWithoutTheNoiseOfFloat32() {
        float size = 0.12f, x = -6.27f, y = -8.19f, z = -4.2f;
        Grid grid = new Grid(60, 70, 41, size, 0, 0, x, 0, size, 0, y, 0, 0, size, z);
        double[] values = new double[grid.voxels()];
        values[grid.index(51, 64, 40)] = 9;
        Table table = table(Volume.of(grid, values), 3, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6));
        assertEquals(
                List.of("-0.15", "-0.51", "0.6"),
                Stream.of("X", "Y", "Z").map(axis -> table.column(axis).get(0)).toList());
    }

    @Test
    void extentCountsVoxelsStrictlyBeyondTheThreshold() {
        Grid grid = Grid.ofVoxelSize(4, 1, 1, 2, 2, 2);
        Volume map = Volume.of(grid, new double[] {3, 4, 3, 0});
        assertEquals(
                1,
                table(map, 3, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6))
                        .rows());
        assertEquals(
                0,
                table(map, 3, new TableOptions(Tail.BOTH, ClusterExtent.parse("2"), 8, 6))
                        .rows());
        assertEquals(
                1,
                table(map, 2.9, new TableOptions(Tail.BOTH, ClusterExtent.parse("24mm3"), 8, 6))
                        .rows());
    }

    @Property(tries = 100)
    void everyVoxelBeyondTheThresholdIsCountedOnceAndPeaksLieApart(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = new Grid(7, 6, 5, -3, 0, 0.4, 9, 0, 2, 0, -7, 0.1, 0, 4, 5);
        double[] values = random.doubles(grid.voxels())
                .map(u -> Math.rint(12 * u - 6) / 2)
                .toArray();
        int connectivity = new int[] {6, 18, 26}[random.nextInt(3)];
        double distance = 1 + 8 * random.nextDouble();
        ClusterTable table = ClusterTables.find(
                Volume.of(grid, values).voxels(),
                all(grid),
                Statistics.UNKNOWN,
                1.0,
                new TableOptions(Tail.BOTH, ClusterExtent.NONE, distance, connectivity));

        assertEquals(
                Arrays.stream(values).filter(value -> Math.abs(value) > 1).count(),
                table.clusters().stream().mapToLong(Cluster::voxels).sum());
        for (Cluster cluster : table.clusters()) {
            List<Peak> peaks = cluster.peaks();
            assertTrue(peaks.size() <= 4);
            for (int p = 0; p < peaks.size(); p++) {
                Peak peak = peaks.get(p);
                assertEquals(values[grid.index(peak.i(), peak.j(), peak.k())], peak.statistic());
                for (Peak higher : peaks.subList(0, p)) {
                    assertTrue(Math.abs(higher.statistic()) >= Math.abs(peak.statistic()));
                    assertTrue(higher.distance(peak) > distance);
                }
            }
        }
    }

    @Test
    void aMapThatReachesNoThresholdGivesATableWithoutRowsThatSaysSo() {
        ClusterTable none = ClusterTables.find(
                shapes().voxels(),
                all(shapes().grid()),
                Statistics.UNKNOWN,
                12.0,
                new TableOptions(Tail.NEGATIVE, ClusterExtent.parse("20"), 8, 6));
        assertEquals(
                "no cluster of 20 voxels or more beyond the threshold 12 (negative side); the smallest value is -5.",
                none.summary());
        Path file = folder.resolve("none.tsv");
        ClusterTables.write(ClusterTables.toTable(none, List.of()), file);
        assertEquals(0, Table.read(file).rows());
        assertEquals("Peak Stat", Table.read(file).columns().get(7));
        Grid grid = Grid.ofVoxelSize(2, 2, 2, 1, 1, 1);
        assertEquals(
                "no cluster beyond the threshold 3 (two-sided); the largest magnitude is 0.",
                ClusterTables.find(
                                Volume.of(grid, new double[8]).voxels(),
                                all(grid),
                                Statistics.UNKNOWN,
                                3.0,
                                new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6))
                        .summary());
    }

    /** Nothing changes for human maps, while a mouse has peaks apart from its first one. */
    @Test
    void peaksAreApartAsFarAsTheVoxelsOfTheMapsSay() {
        for (double mm : new double[] {0.8, 1, 2, 3, 3.4375})
            assertEquals(8, TableOptions.usualDistance(Grid.ofVoxelSize(9, 9, 9, mm, mm, mm)));
        assertEquals(8, TableOptions.usualDistance(Grid.ofVoxelSize(9, 9, 9, 0.3, 0.3, 3)));
        assertEquals(1.2, TableOptions.usualDistance(Grid.ofVoxelSize(9, 9, 9, 0.12, 0.12, 0.12)), 1e-12);
    }

    @Test
    void aFileHoldsTheTable() {
        Table table = table(shapes(), 2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 4, 6));
        ClusterTables.write(table, folder.resolve("new/clusters.tsv"));
        assertEquals(table, Table.read(folder.resolve("new/clusters.tsv")));
    }

    @Test
    void mistakesAreToldInWords() {
        assertEquals(
                "distance: found 0.0, expected millimetres above 0, such as 8.",
                assertThrows(InputException.class, () -> new TableOptions(Tail.BOTH, ClusterExtent.NONE, 0, 6))
                        .getMessage());
        assertThrows(
                InputException.class,
                () -> table(shapes(), Double.NaN, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 6)));
        assertEquals(
                "connectivity: found 8, expected 6, 18 or 26.",
                assertThrows(
                                InputException.class,
                                () -> table(shapes(), 2.5, new TableOptions(Tail.BOTH, ClusterExtent.NONE, 8, 8)))
                        .getMessage());
    }

    private static void assertSameRows(ReferenceTable theirs, int[] rows, Table ours) {
        assertEquals(rows.length, ours.rows());
        for (String column : List.of("X", "Y", "Z", "Peak Stat", "Cluster Size (mm3)"))
            for (int r = 0; r < rows.length; r++)
                assertEquals(theirs.numbers(column)[rows[r]], ours.numbers(column)[r], 1e-7, column + " of row " + r);
    }

    private static Volume shapes() {
        Grid grid = new Grid(24, 14, 12, -2, 0, 0, 20, 0, 3, 0, -18, 0, 0, 2.5, -12);
        ReferenceTable table = ReferenceTable.read("shapes.tsv");
        double[] values = new double[grid.voxels()];
        for (int v = 0; v < table.rows(); v++) values[table.integers("voxel")[v]] = table.numbers("value")[v];
        return Volume.of(grid, values);
    }

    private static Table table(Volume map, double threshold, TableOptions options) {
        return ClusterTables.toTable(
                ClusterTables.find(map.voxels(), all(map.grid()), Statistics.UNKNOWN, threshold, options), List.of());
    }

    private static Mask all(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        Arrays.fill(inside, true);
        return Mask.of(grid, inside);
    }
}
