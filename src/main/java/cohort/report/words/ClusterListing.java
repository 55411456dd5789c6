package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ListedClusters;
import cohort.table.Table;
import cohort.threshold.ClusterTable;

/**
 * The clusters of a map, as a report lists them.
 *
 * @param symbol of the statistic, as a formula has it
 * @param level the threshold
 * @param reason why this threshold, a clause
 * @param clusters the clusters
 * @param table one row per peak, with a column of corrected p for each test, and the sizes of the effect if they are known
 */
public record ClusterListing(String symbol, double level, String reason, ClusterTable clusters, Table table) {

    /** The clusters of a contrast, as {@link ListedClusters#of} finds them. */
    public static ClusterListing of(GroupResults results, ContrastResults tested) {
        ListedClusters listed = ListedClusters.of(results, tested);
        return new ClusterListing(
                tested.test(listed.statistic())
                        .map(test -> test.info().symbol())
                        .orElse(listed.statistic()),
                listed.level(),
                listed.reason(),
                listed.clusters(),
                listed.table());
    }
}
