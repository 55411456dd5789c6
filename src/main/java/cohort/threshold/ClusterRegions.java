package cohort.threshold;

import cohort.image.Volume;
import cohort.region.Atlas;
import cohort.region.Region;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where clusters and peaks lie, by the names of an atlas. */
public final class ClusterRegions {
    /** The column of the region at a peak, and that of a cluster's regions with their shares of its voxels. */
    public static final String REGION = "Region", SHARES = "Regions of Cluster";

    /** What lies in none. */
    private static final String NOWHERE = "no region";

    private ClusterRegions() {}

    /**
     * A table of clusters with two more columns: the region of each peak, empty where there is none, and, in the first row of a
     * cluster, its regions with their shares of its voxels in percent, the largest first. Shares are rounded to whole numbers;
     * smaller ones than 0.5 % are left out.
     *
     * @param clusters as {@link ClusterTables#toTable} makes it
     * @param labels as {@link ClusterTables#labels} makes them of the same map
     * @param atlas on the grid of the labels
     */
    public static Table add(Table clusters, Volume labels, Atlas atlas) {
        double[] numbers = labels.values();
        List<String> ids = clusters.column("Cluster ID"), peaks = new ArrayList<>(), shares = new ArrayList<>();
        double[] i = clusters.numbers("I"), j = clusters.numbers("J"), k = clusters.numbers("K");
        Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int v = 0; v < numbers.length; v++)
            if (numbers[v] > 0)
                counts.computeIfAbsent((int) numbers[v], cluster -> new TreeMap<>())
                        .merge(atlas.placeAt(v), 1, Integer::sum);
        for (int r = 0; r < ids.size(); r++) {
            int voxel = labels.grid().index((int) i[r], (int) j[r], (int) k[r]);
            peaks.add(atlas.at(voxel).map(Region::name).orElse(""));
            shares.add(ids.get(r).matches("\\d+") ? shares(counts.get(Integer.valueOf(ids.get(r))), atlas) : "");
        }
        return clusters.with(REGION, peaks).with(SHARES, shares);
    }

    private static String shares(Map<Integer, Integer> counts, Atlas atlas) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .filter(part -> Math.round(100 * part.getValue() / all) > 0)
                .map(part -> (part.getKey() < 0
                                ? NOWHERE
                                : atlas.regions().get(part.getKey()).name())
                        + " " + Math.round(100 * part.getValue() / all) + " %")
                .collect(Collectors.joining("; "));
    }
}
