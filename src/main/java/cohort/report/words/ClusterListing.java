package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ListedClusters;
import cohort.table.Table;
import cohort.threshold.ClusterRegions;
import cohort.threshold.ClusterTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The clusters of a map, as a report lists them.
 *
 * @param symbol of the statistic, as a formula has it
 * @param listed the clusters
 */
public record ClusterListing(String symbol, ListedClusters listed) {
    /** Columns of the table: the name of a peak, and the size of a cluster, which its first peak has alone. */
    public static final String ID = "Cluster ID", SIZE = "Cluster Size (voxels)";

    /** How the names of columns of corrected p begin. */
    public static final String P = "p ";

    /** The clusters of a contrast, as {@link ListedClusters#of} finds them. */
    public static ClusterListing of(GroupResults results, ContrastResults tested) {
        ListedClusters listed = ListedClusters.of(results, tested);
        return new ClusterListing(
                tested.test(listed.statistic())
                        .map(test -> test.info().symbol())
                        .orElse(listed.statistic()),
                listed);
    }

    /** The threshold. */
    public double level() {
        return listed.level();
    }

    /** Why this threshold, a clause. */
    public String reason() {
        return listed.reason();
    }

    /** The clusters. */
    public ClusterTable clusters() {
        return listed.clusters();
    }

    /** One row per peak, with a column of corrected p for each test, and the sizes of the effect if they are known. */
    public Table table() {
        return listed.table();
    }

    /** The heading of a column of effect sizes. */
    public static String heading(String size) {
        return size.replace("R2", "R²");
    }

    /** The columns of corrected p. */
    public List<String> probabilities() {
        return table().columns().stream().filter(name -> name.startsWith(P)).toList();
    }

    /** The rows of the first peaks of those clusters that are significant by some statistic. */
    public int[] significant() {
        List<String> sizes = table().column(SIZE);
        List<double[]> p = probabilities().stream().map(table()::numbers).toList();
        return IntStream.range(0, table().rows())
                .filter(row -> !sizes.get(row).isEmpty())
                .filter(row -> p.stream().anyMatch(column -> column[row] <= Significance.ALPHA))
                .toArray();
    }

    /** The values of the maps in the clusters and at the peaks, if they are known. */
    public Optional<Table> values(GroupResults results, ContrastResults tested) {
        return results.values().of(tested, listed);
    }

    /** Whether the table names regions. */
    public boolean hasRegions() {
        return table().has(ClusterRegions.REGION);
    }
}
