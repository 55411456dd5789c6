package cohort.analysis.results;

import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.subjects.Cohort;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each map's mean in each cluster and its value at each peak. */
public final class SubjectValues {
    /** What a reader of such values should know, a sentence. */
    public static final String CAUTION =
            "Clusters and peaks were chosen from the same maps, so on average their values overstate the"
                    + " effect: use them to describe it, not to test it again.";

    /** How the columns begin. */
    public static final String CLUSTER = "cluster ", PEAK = "peak ";

    private SubjectValues() {}

    /**
     * One row per map: its id, its mean over the voxels of each cluster and its value at each peak, in the unit of the maps as
     * analysed, in full double precision; columns are {@code cluster 1}, {@code peak 1}, {@code peak 1a} and so on. Values that
     * are not finite do not count; where none is left, the cell is {@code n/a}.
     *
     * @param data the maps, voxels in mask order x maps
     * @param ids of the maps
     * @param table clusters as {@link cohort.threshold.ClusterTables#toTable} makes them
     * @param labels of the same clusters, on the grid of the mask
     */
    public static Table of(VoxelMatrix data, Mask mask, List<String> ids, Table table, Volume labels) {
        List<String> peaks = table.column("Cluster ID");
        int clusters = (int) peaks.stream().filter(id -> id.matches("\\d+")).count();
        int[] cluster = clusters(mask, labels);
        Map<Integer, List<Integer>> peakRows = peakRows(table, labels);
        double[][] sums = new double[data.maps()][clusters + 1],
                counts = new double[data.maps()][clusters + 1],
                heights = new double[data.maps()][peaks.size()];
        for (double[] map : heights) Arrays.fill(map, Double.NaN);
        double[][] rows = new double[data.maps()][VoxelMatrix.TILE];
        for (int first = 0; first < mask.size(); first += VoxelMatrix.TILE) {
            int n = Math.min(VoxelMatrix.TILE, mask.size() - first);
            if (!hasCluster(cluster, first, n)) continue;
            data.read(first, n, rows);
            for (int v = 0; v < n; v++) {
                int number = cluster[first + v];
                if (number == 0) continue;
                List<Integer> here = peakRows.getOrDefault(mask.gridIndex(first + v), List.of());
                for (int m = 0; m < rows.length; m++) {
                    double value = rows[m][v];
                    for (int peak : here) heights[m][peak] = value;
                    if (!Double.isFinite(value)) continue;
                    sums[m][number] += value;
                    counts[m][number]++;
                }
            }
        }
        return table(ids, peaks, sums, counts, heights);
    }

    private static int[] clusters(Mask mask, Volume labels) {
        double[] numbers = mask.values(labels);
        int[] clusters = new int[numbers.length];
        for (int v = 0; v < clusters.length; v++) clusters[v] = (int) numbers[v];
        return clusters;
    }

    /** The rows of the table by the voxels of their peaks. */
    private static Map<Integer, List<Integer>> peakRows(Table table, Volume labels) {
        double[] i = table.numbers("I"), j = table.numbers("J"), k = table.numbers("K");
        Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
        for (int r = 0; r < i.length; r++)
            rows.computeIfAbsent(labels.grid().index((int) i[r], (int) j[r], (int) k[r]), voxel -> new ArrayList<>())
                    .add(r);
        return rows;
    }

    private static boolean hasCluster(int[] cluster, int first, int n) {
        for (int v = first; v < first + n; v++) if (cluster[v] != 0) return true;
        return false;
    }

    private static Table table(
            List<String> ids, List<String> peaks, double[][] sums, double[][] counts, double[][] heights) {
        List<String> columns = new ArrayList<>(List.of(Cohort.PARTICIPANT));
        List<List<String>> rows = new ArrayList<>();
        for (String id : ids) rows.add(new ArrayList<>(List.of(id)));
        for (int p = 0; p < peaks.size(); p++) {
            String id = peaks.get(p);
            if (id.matches("\\d+")) {
                int number = Integer.parseInt(id);
                columns.add(CLUSTER + id);
                for (int m = 0; m < rows.size(); m++) rows.get(m).add(text(sums[m][number] / counts[m][number]));
            }
            columns.add(PEAK + id);
            for (int m = 0; m < rows.size(); m++) rows.get(m).add(text(heights[m][p]));
        }
        return Table.of("values in clusters", columns, rows);
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "n/a";
    }
}
