package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyTable;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ListedClusters;
import cohort.analysis.results.SubjectValues;
import cohort.files.ClusterFiles;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.matrix.HeapMatrix;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subjects' values in the clusters of a run: counted voxel by voxel, and by what the statistic must be of them. */
class SubjectValuesTest {
    private static final ClusterFiles FILES = new ClusterFiles("intercept");

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void write() throws IOException {
        table = TinyTable.write(folder, new String[0], s -> new String[0]);
    }

    private Path results(String options) {
        Path results = folder.resolve("results");
        try (GroupAnalysis analysis = GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + table + "] permutations=20 tail=both cluster_p=0.01 " + options),
                OpenImages.NONE,
                Progress.NONE)) {
            analysis.permute().write(results);
        }
        return results;
    }

    @Test
    void aClusterHasTheMeanOfItsVoxels() {
        Path results = results("fwhm=0");
        Table values = Table.read(results.resolve(FILES.values())),
                clusters = Table.read(results.resolve(FILES.table()));
        double[] labels = Volumes.read(results.resolve(FILES.labels())).values();
        List<String> ids = clusters.column("Cluster ID"), sizes = clusters.column("Cluster Size (voxels)");
        assertEquals(
                IntStream.range(0, 12).mapToObj(s -> "sub-" + s).collect(Collectors.toList()),
                values.column("participant_id"));
        int found = 0;
        for (int r = 0; r < ids.size(); r++) {
            if (sizes.get(r).isEmpty()) continue;
            found++;
            int number = Integer.parseInt(ids.get(r));
            int[] voxels = IntStream.range(0, labels.length)
                    .filter(v -> labels[v] == number)
                    .toArray();
            assertEquals(Integer.parseInt(sizes.get(r)), voxels.length);
            double[] means = values.numbers("cluster " + number);
            for (int s = 0; s < means.length; s++) {
                double[] map = Volumes.read(folder.resolve(s + ".nii")).values();
                assertEquals(
                        Arrays.stream(voxels).mapToDouble(v -> map[v]).average().orElseThrow(), means[s], 1e-12);
            }
        }
        assertTrue(found > 1, found + " clusters");
        assertEquals(found, (int) Arrays.stream(labels).max().orElseThrow());
        assertEquals(1 + found + ids.size(), values.columns().size());
    }

    /** The values at a peak are those that were analysed: their t is the peak's. */
    @Test
    void theValuesAtAPeakGiveItsStatistic() {
        Path results = results("fwhm=3");
        Table values = Table.read(results.resolve(FILES.values())),
                clusters = Table.read(results.resolve(FILES.table()));
        double[] peaks = clusters.numbers("Peak Stat");
        for (int r = 0; r < peaks.length; r++)
            assertEquals(
                    peaks[r],
                    t(values.numbers("peak " + clusters.column("Cluster ID").get(r))),
                    1e-6 * Math.abs(peaks[r]));
    }

    private static double t(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return mean / Math.sqrt(squares / (values.length - 1) / values.length);
    }

    @Test
    void aFolderGivesThemBack() {
        Path folder = results("fwhm=0");
        GroupResults read = GroupResults.read(folder);
        ListedClusters listed = ListedClusters.of(read, read.contrasts().get(0));
        assertEquals(
                Table.read(folder.resolve(FILES.values())),
                read.values().of(read.contrasts().get(0), listed).orElseThrow());
        assertEquals(
                Table.read(folder.resolve(FILES.table())).column("Cluster ID"),
                listed.table().column("Cluster ID"));
    }

    /** A subject without a value in some voxels of a cluster has the mean of the others, and of none a mark. */
    @Test
    void whatIsNotFiniteDoesNotCount() {
        Grid grid = Grid.ofVoxelSize(4, 1, 1, 1, 1, 1);
        HeapMatrix data = new HeapMatrix(4, 2);
        data.put(0, new double[] {1, 2, Double.NaN, 8});
        data.put(1, new double[] {5, 7, 9, Double.NaN});
        Table clusters = Table.of(
                "clusters",
                List.of("Cluster ID", "I", "J", "K"),
                List.of(List.of("1", "1", "0", "0"), List.of("1a", "2", "0", "0"), List.of("2", "3", "0", "0")));
        Volume labels = Volume.of(grid, new double[] {0, 1, 1, 2});
        Table values = SubjectValues.of(data, Mask.everywhere(grid), List.of("a", "b"), clusters, labels);
        assertEquals(
                List.of("participant_id", "cluster 1", "peak 1", "peak 1a", "cluster 2", "peak 2"), values.columns());
        assertEquals(List.of("2.0", "8.0"), values.column("cluster 1"));
        assertEquals(List.of("n/a", "9.0"), values.column("peak 1a"));
        assertEquals(List.of("8.0", "n/a"), values.column("cluster 2"));
    }
}
