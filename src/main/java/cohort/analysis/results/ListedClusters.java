package cohort.analysis.results;

import cohort.analysis.record.TestedStatistic;
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

/**
 * The clusters of a contrast.
 *
 * @param statistic the name of the map in which they lie
 * @param level the threshold
 * @param reason why this threshold, a clause
 * @param clusters the clusters
 * @param labels the number of its cluster in each voxel, 0 elsewhere
 * @param table one row per peak, with a column of corrected p for each test, the sizes of the effect, bounds on true discoveries and
 *     regions as far as they are known
 */
public record ListedClusters(
        String statistic, double level, String reason, ClusterTable clusters, Volume labels, Table table) {
    private static final double UNCORRECTED = 0.001;
    private static final int FACES = 6;
    private static final String SIZE = "Cluster Size (voxels)";

    /**
     * The clusters that the permutation test formed; if it formed none, those of the voxels that it finds significant, or,
     * without a test, those of the voxels with an uncorrected p below 0.001 on either side.
     */
    public static ListedClusters of(GroupResults results, ContrastResults tested) {
        OptionalDouble forming = tested.how().formingLevel();
        if (forming.isPresent())
            return find(
                    results,
                    tested,
                    tested.statistic(),
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
        return find(
                results,
                tested,
                tested.statistic(),
                tested.levelOf(UNCORRECTED * tested.tail().signs().length),
                "uncorrected p < 0.001" + (tested.contrast().isF() ? "" : " on either side"));
    }

    private static ListedClusters significant(GroupResults results, ContrastResults tested, CorrectedMap test) {
        ShownThreshold threshold = ShownThreshold.corrected(test);
        return find(results, tested, test.name(), threshold.level(), threshold.reason());
    }

    private static ListedClusters find(
            GroupResults results, ContrastResults tested, String statistic, double level, String reason) {
        Mask mask = results.mask();
        String connectivity = results.run().parameter("connectivity");
        TableOptions options = new TableOptions(
                tested.tail(),
                ClusterExtent.NONE,
                TableOptions.usualDistance(mask.grid()),
                connectivity.isEmpty() ? FACES : Integer.parseInt(connectivity));
        Volume map = tested.maps().get(statistic);
        ClusterTable clusters = ClusterTables.find(map.voxels(), mask, Statistics.UNKNOWN, level, options);
        Volume labels = ClusterTables.labels(map.voxels(), mask, Statistics.UNKNOWN, level, options);
        Table plain = ClusterTables.toTable(clusters, corrected(tested, mask), PeakEffects.of(tested.maps()));
        Table bounded = tested.discoveries(mask, TestedStatistic.ALPHA)
                .map(bound -> bound.beside(plain, SIZE, labels))
                .orElse(plain);
        Table table = results.atlas()
                .map(atlas -> ClusterRegions.add(bounded, labels, atlas))
                .orElse(bounded);
        return new ListedClusters(statistic, level, reason, clusters, labels, table);
    }

    private static List<CorrectedP> corrected(ContrastResults tested, Mask mask) {
        return tested.tests().isEmpty()
                ? List.of(new CorrectedP("p Bonferroni", tested.bonferroni(mask).orElseThrow(), tested.tail()))
                : tested.tests().stream()
                        .map(test -> new CorrectedP(test.info().column(), mask.toVolume(test.logP()), tested.tail()))
                        .toList();
    }
}
