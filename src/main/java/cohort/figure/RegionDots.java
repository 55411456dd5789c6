package cohort.figure;

import cohort.analysis.region.RegionResults;
import cohort.figure.chart.DotPanel;
import cohort.figure.chart.DotPicture;
import cohort.figure.paper.Figure;
import cohort.text.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws the values of regions, each subject a dot. */
public final class RegionDots {
    private static final int MOST = 24, COLUMNS = 4;

    private RegionDots() {}

    /**
     * Draws a panel for each region, those with the least corrected p of the first contrast first, 24 at most: each map a dot,
     * the groups of the model's first factor beside each other, each with its mean and the 95 % interval of that mean alone.
     *
     * @return the figure
     */
    public static Figure of(RegionResults results) {
        double[] p = results.corrected(0);
        List<DotPanel> panels = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> p[r]))
                .limit(MOST)
                .map(r -> new DotPanel(
                        results.record().regions().get(r), "corrected " + Words.pIs(p[r]), groups(results, r)))
                .toList();
        return new DotPicture(panels, COLUMNS).figure();
    }

    private static Map<String, double[]> groups(RegionResults results, int region) {
        double[] values = results.values(region);
        Map<String, double[]> groups = new LinkedHashMap<>();
        results.groups().stream()
                .distinct()
                .sorted()
                .forEach(group -> groups.put(
                        group,
                        IntStream.range(0, values.length)
                                .filter(s -> results.groups().get(s).equals(group))
                                .mapToDouble(s -> values[s])
                                .toArray()));
        return groups;
    }
}
