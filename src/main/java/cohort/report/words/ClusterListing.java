package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.table.Table;
import cohort.threshold.ClusterRegions;
import cohort.threshold.ClusterTable;
import cohort.threshold.ClusterTables;
import cohort.threshold.CorrectedP;
import cohort.threshold.PeakEffects;
import cohort.threshold.TableOptions;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The clusters of a map.
 *
 * @param symbol of the statistic, as a formula has it
 * @param level the threshold
 * @param reason why this threshold, a clause
 * @param clusters the clusters
 * @param table one row per peak, with a column of corrected p for each test, and the sizes of the effect if they are known
 */
public record ClusterListing(String symbol, double level, String reason, ClusterTable clusters, Table table) {
    private static final double UNCORRECTED = 0.001, DISTANCE = 8;
    private static final int FACES = 6;

    /**
     * The clusters that the permutation test formed; if it formed none, those of the voxels that it finds significant, or,
     * without a test, those of the voxels with an uncorrected p below 0.001 on either side.
     */
    public static ClusterListing of(GroupResults results, ContrastResults tested) {
        String statistic = tested.statistic();
        OptionalDouble forming = tested.how().formingLevel();
        if (forming.isPresent())
            return find(
                    results,
                    tested,
                    statistic,
                    forming.getAsDouble(),
                    "the cluster-forming threshold of the permutation test");
        if (!tested.tests().isEmpty())
            return significant(
                    results,
                    tested,
                    tested.tests().stream()
                            .filter(test -> test.info().kind() == StatisticInfo.Kind.NEIGHBOURHOOD)
                            .findFirst()
                            .orElse(tested.tests().get(0)));
        double level = tested.levelOf(UNCORRECTED * tested.tail().signs().length);
        return find(
                results,
                tested,
                statistic,
                level,
                "uncorrected p < 0.001" + (tested.contrast().isF() ? "" : " on either side"));
    }

    private static ClusterListing significant(GroupResults results, ContrastResults tested, CorrectedMap test) {
        ShownThreshold threshold = ShownThreshold.corrected(test);
        return find(results, tested, test.name(), threshold.level(), threshold.reason());
    }

    private static ClusterListing find(
            GroupResults results, ContrastResults tested, String statistic, double level, String reason) {
        Mask mask = results.mask();
        String connectivity = results.run().parameter("connectivity");
        TableOptions options = new TableOptions(
                tested.tail(),
                ClusterExtent.NONE,
                DISTANCE,
                connectivity.isEmpty() ? FACES : Integer.parseInt(connectivity));
        Volume map = tested.maps().get(statistic);
        ClusterTable clusters = ClusterTables.find(map.voxels(), mask, Statistics.UNKNOWN, level, options);
        Supplier<Volume> labels = () -> ClusterTables.labels(map.voxels(), mask, Statistics.UNKNOWN, level, options);
        List<CorrectedP> corrected = tested.tests().isEmpty()
                ? List.of(new CorrectedP("p Bonferroni", tested.bonferroni(mask).orElseThrow(), tested.tail()))
                : tested.tests().stream()
                        .map(test -> new CorrectedP(test.info().column(), mask.toVolume(test.logP()), tested.tail()))
                        .toList();
        Table table = DiscoveryWords.beside(
                ClusterTables.toTable(clusters, corrected, PeakEffects.of(tested.maps())),
                tested.discoveries(mask, Significance.ALPHA),
                labels);
        return new ClusterListing(
                tested.test(statistic).map(test -> test.info().symbol()).orElse(statistic),
                level,
                reason,
                clusters,
                results.atlas()
                        .map(atlas -> ClusterRegions.add(table, labels.get(), atlas))
                        .orElse(table));
    }
}
