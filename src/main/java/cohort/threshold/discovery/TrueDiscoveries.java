package cohort.threshold.discovery;

import cohort.InputException;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.Calibration;
import cohort.permute.statistic.SimesTemplate;
import cohort.table.Table;
import cohort.text.Numbers;
import cohort.text.Words;
import cohort.threshold.rule.ClosedSimes;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.TestedMap;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.statistic.Statistic;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bounds on true discoveries in any set of the voxels of a map.
 *
 * @param mask the voxels tested
 * @param p theirs, in mask order
 * @param permuted thresholds that shuffles calibrated
 * @param simes those of Simes' inequality; nothing where p is not parametric
 */
public record TrueDiscoveries(Mask mask, double[] p, SimesTemplate permuted, Optional<ClosedSimes> simes) {
    /** The columns that a table of clusters gets: the share by shuffles, and by Simes' inequality. */
    public static final String PERMUTED = "TDP", SIMES = "TDP ARI";

    private static final int FACES = 6;
    private static final MathContext SHARE = new MathContext(6);

    /**
     * The bounds of a map that was tested by shuffling.
     *
     * @param map its statistic
     * @param mask the voxels tested
     * @param statistic what turns its values into p; any will do for the bounds by shuffles
     * @param parametric whether these p are right by themselves, so that Simes' inequality holds of them
     * @param tail the side that counted
     * @param alpha the error rate of all bounds together
     * @param calibration what the shuffles say
     */
    public static TrueDiscoveries of(
            Volume map,
            Mask mask,
            Statistic statistic,
            boolean parametric,
            Tail tail,
            double alpha,
            Calibration calibration) {
        // As float32, which the map is in its file: bounds from memory are those from the folder.
        double[] values =
                Arrays.stream(map.values()).map(value -> (float) value).toArray();
        TestedMap tested = TestedMap.of(Volume.of(mask.grid(), values).voxels(), mask, statistic);
        double[] p = Arrays.stream(tested.evidence(tail))
                .map(evidence -> statistic.p(evidence, tail))
                .toArray();
        ThresholdOptions options = new ThresholdOptions(alpha, tail, ClusterExtent.NONE, FACES);
        return new TrueDiscoveries(
                tested.mask(),
                p,
                calibration.at(alpha),
                parametric ? Optional.of(ClosedSimes.of(tested, options)) : Optional.empty());
    }

    /**
     * The bounds of regions.
     *
     * @param labels each voxel's region, a whole number of at least 1; 0 in none
     * @return by ascending numbers
     * @throws InputException if the map is on a different grid, or its values are no such numbers
     */
    public List<RegionBound> within(Volume labels) {
        if (!labels.grid().sameSpace(mask.grid()))
            throw new InputException("regions: found " + labels.grid() + ", expected the grid of the results, "
                    + mask.grid() + "; resample the regions first, by nearest neighbour.");
        double[] numbers = labels.values(), byVoxel = new double[numbers.length];
        Arrays.fill(byVoxel, Double.NaN);
        for (int v = 0; v < p.length; v++) byVoxel[mask.gridIndex(v)] = p[v];
        TreeMap<Integer, List<Integer>> regions = new TreeMap<>();
        for (int v = 0; v < numbers.length; v++)
            if (numbers[v] != 0)
                regions.computeIfAbsent(label(numbers[v]), key -> new ArrayList<>())
                        .add(v);
        return regions.entrySet().stream()
                .map(region -> {
                    double[] within = region.getValue().stream()
                            .mapToDouble(v -> byVoxel[v])
                            .filter(one -> !Double.isNaN(one))
                            .toArray();
                    return new RegionBound(
                            region.getKey(),
                            region.getValue().size(),
                            within.length,
                            permuted.trueDiscoveries(within),
                            simes.map(bound -> OptionalInt.of(bound.trueDiscoveries(within)))
                                    .orElse(OptionalInt.empty()));
                })
                .toList();
    }

    private static int label(double number) {
        if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE)
            throw new InputException("regions: found a voxel of " + Numbers.plain(number)
                    + ", expected whole numbers, one for each region, and 0 elsewhere; give a label map or a mask.");
        return (int) number;
    }

    /**
     * A table of clusters with a column of the least share of true discoveries in each; two where Simes' inequality gives one, too.
     *
     * @param clusters has a row for each peak, of which the first of a cluster has its size
     * @param size the column of the size
     * @param labels the clusters by their numbers from 1, in the order of the table
     */
    public Table beside(Table clusters, String size, Volume labels) {
        List<RegionBound> bounds = within(labels);
        List<String> sizes = clusters.column(size);
        int[] cluster = {0};
        int[] ofRow = IntStream.range(0, sizes.size())
                .map(row -> sizes.get(row).isEmpty() ? -1 : cluster[0]++)
                .toArray();
        Table with = clusters.with(
                PERMUTED,
                Arrays.stream(ofRow)
                        .mapToObj(c -> c < 0 ? "" : share(bounds.get(c).permutedShare()))
                        .toList());
        return simes.isEmpty()
                ? with
                : with.with(
                        SIMES,
                        Arrays.stream(ofRow)
                                .mapToObj(c -> c < 0 ? "" : share(bounds.get(c).simesShare()))
                                .toList());
    }

    private static String share(double share) {
        return Numbers.plain(share, SHARE);
    }

    /** How many voxels of all are true discoveries at least, one sentence. */
    public String summary() {
        return "Of all " + Words.count(p.length) + " voxels at least " + Words.count(permuted.trueDiscoveries(p))
                + " are true discoveries"
                + simes.map(bound -> ", by Simes' inequality at least " + Words.count(bound.trueDiscoveries(p)))
                        .orElse("")
                + "; the bounds of all regions hold simultaneously.";
    }

    /** A table of regions, a row each. */
    public Table toTable(Volume labels) {
        List<String> columns = new ArrayList<>(List.of("Region", "Voxels", "Tested", "True Discoveries", PERMUTED));
        if (simes.isPresent()) columns.addAll(List.of("True Discoveries ARI", SIMES));
        return Table.of(
                "regions",
                columns,
                within(labels).stream()
                        .map(region -> {
                            List<String> row = new ArrayList<>(List.of(
                                    "" + region.label(),
                                    "" + region.voxels(),
                                    "" + region.tested(),
                                    "" + region.permuted(),
                                    share(region.permutedShare())));
                            region.simes()
                                    .ifPresent(simes -> row.addAll(List.of("" + simes, share(region.simesShare()))));
                            return List.copyOf(row);
                        })
                        .toList());
    }
}
