package cohort.threshold.rule;

import cohort.image.Volume;
import cohort.text.Numbers;
import cohort.text.Words;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All-resolution inference (Rosenblatt et al. 2018, NeuroImage 181:786): every voxel of a cluster takes the
 * proportion of the cluster's voxels that are true positives at least, all clusters together with confidence 1 - alpha
 * under Simes' inequality; however the clusters were chosen, the bounds hold. Voxels in no cluster are 0. Clusters of
 * higher thresholds overwrite those of lower ones around them.
 *
 * <p>Differences from nilearn 0.14.1: one or both sides may count, which changes p; the proportion never exceeds 1, as
 * it does there if every p is below alpha.
 *
 * @param levels cluster-forming thresholds, ascending, at least one: voxels strictly above form clusters
 */
public record AllResolutions(List<Double> levels) implements ThresholdRule {
    public static final AllResolutions DEFAULT = new AllResolutions(List.of(3.0));

    private static final Pattern TEXT = Pattern.compile("ari(:\\d+(\\.\\d+)?(,\\d+(\\.\\d+)?)*)?");

    @Override
    public String spelling() {
        return "ari (for clusters above 3, or e.g. ari:2.5,3.5)";
    }

    @Override
    public Optional<ThresholdRule> parse(String control) {
        if (!TEXT.matcher(control).matches()) return Optional.empty();
        if (control.equals("ari")) return Optional.of(this);
        return Optional.of(new AllResolutions(
                Arrays.stream(control.substring("ari:".length()).split(","))
                        .map(Double::valueOf)
                        .sorted()
                        .toList()));
    }

    @Override
    public ThresholdedMap apply(TestedMap map, ThresholdOptions options) {
        ClosedSimes simes = ClosedSimes.of(map, options);
        Statistic statistic = map.statistic();
        List<Double> heights =
                levels.stream().map(statistic::evidenceOf).sorted().toList();
        double[] proportions = new double[map.mask().grid().voxels()];
        int found = 0;
        for (double level : heights)
            for (VoxelCluster cluster : VoxelCluster.find(
                    map, options.tail(), height -> height > level, options.extent(), options.connectivity())) {
                double[] within = Arrays.stream(cluster.heights())
                        .map(height -> statistic.p(height, options.tail()))
                        .toArray();
                double proportion = (double) simes.trueDiscoveries(within) / cluster.size();
                for (int index : cluster.indices()) proportions[index] = proportion;
                found++;
            }
        String sides = " (" + statistic.sides(options.tail()) + ")";
        String above = levels.stream().map(Numbers::plain).collect(Collectors.joining(", "));
        String summary = found == 0
                ? "no " + options.extent().words() + " is above " + above + sides + "; " + map.reach(options.tail())
                        + "."
                : Words.count(found, "cluster") + " above " + above + sides + "; of all " + map.tests() + " at least "
                        + (map.size() - simes.hommel()) + " are true positives.";
        return new ThresholdedMap(
                Volume.of(map.mask().grid(), proportions),
                Statistics.PROPORTION,
                levels.get(0),
                options.tail(),
                summary);
    }
}
