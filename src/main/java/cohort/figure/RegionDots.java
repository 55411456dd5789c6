package cohort.figure;

import cohort.analysis.region.RegionRecord;
import cohort.analysis.region.RegionResults;
import cohort.figure.chart.DotPanel;
import cohort.figure.chart.DotPicture;
import cohort.figure.paper.Figure;
import cohort.text.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Draws the values of regions, each subject a dot. */
public final class RegionDots {
    private static final int MOST = 24;
    /** So many fit on a printed page with letters of 7 points. */
    private static final int COLUMNS = 3;

    private RegionDots() {}

    /**
     * Draws a panel for each region, those with the least corrected p of the first contrast first, 24 at most: each map a dot,
     * the groups of the model's first factor beside each other, each with its mean and the 95 % interval of that mean alone.
     *
     * @return the figure
     */
    public static Figure of(RegionResults results) {
        return new DotPicture(panels(results.record(), results.corrected(0), results::values, MOST), COLUMNS).figure();
    }

    /**
     * Draws the same, a figure for each region.
     *
     * @param p corrected, of each region, of any contrast
     * @param values of a region, one a map
     * @param most so many regions at most
     */
    public static List<Figure> each(RegionRecord record, double[] p, IntFunction<double[]> values, int most) {
        return panels(record, p, values, most).stream()
                .map(panel -> new DotPicture(List.of(panel), 1).figure())
                .toList();
    }

    private static List<DotPanel> panels(RegionRecord record, double[] p, IntFunction<double[]> values, int most) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> p[r]))
                .limit(most)
                .map(r -> new DotPanel(
                        record.regions().get(r),
                        "corrected " + Words.pIs(p[r]),
                        groups(record.groups(), values.apply(r))))
                .toList();
    }

    private static Map<String, double[]> groups(List<String> levels, double[] values) {
        Map<String, double[]> groups = new LinkedHashMap<>();
        levels.stream()
                .distinct()
                .sorted()
                .forEach(group -> groups.put(
                        group,
                        IntStream.range(0, values.length)
                                .filter(s -> levels.get(s).equals(group))
                                .mapToDouble(s -> values[s])
                                .toArray()));
        return groups;
    }
}
