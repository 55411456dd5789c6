package cohort.analysis.region;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.subjects.Cohort;
import cohort.table.Table;
import cohort.text.Numbers;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What was found of regions.
 *
 * @param record of the run
 * @param model what the model says, in which a voxel is a region
 * @param test what permutations say, likewise
 * @param read the values, those of regions in which nothing can be tested among them
 * @param ids of the subjects or maps, in order
 */
public record RegionResults(
        RegionRecord record, GroupResults model, GroupResults test, RegionValues read, List<String> ids) {
    private static final MathContext DIGITS = new MathContext(6);
    private static final double UPPER = 0.975;
    private static final String NONE = "n/a", P = "logpUncorrected", Q = "logpFdr";

    /** The number of the region, among those that were read, that stands in a row of the test. */
    private int region(int row) {
        return test.mask().gridIndex(row);
    }

    /**
     * One row per contrast and region: its voxels and mm³ if its place is known, the effect with its 95 % interval in the units of the values, the
     * statistic, d or partial r or partial R² with the limits of the 95 % interval, p of the region alone, p corrected over the
     * regions (both by permutation), and p adjusted for the false discovery rate over the regions of the contrast.
     */
    public Table table() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int c = 0; c < test.contrasts().size(); c++)
            for (int r = 0; r < test.mask().size(); r++) rows.add(row(c, r));
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return Table.of(
                "regions",
                List.copyOf(columns),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private Map<String, String> row(int contrast, int row) {
        ContrastResults fitted = model.contrasts().get(contrast),
                tested = test.contrasts().get(contrast);
        int line = region(row);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("contrast", tested.contrast().name());
        cells.put("region", read.names().get(line));
        read.places().ifPresent(places -> {
            boolean known = places.regions().get(line).isPresent();
            int voxels = places.voxels().get(line).length;
            cells.put("label", known ? "" + places.regions().get(line).get().label() : NONE);
            cells.put("voxels", known ? "" + voxels : NONE);
            cells.put("mm3", known ? text(voxels * places.grid().voxelVolume()) : NONE);
        });
        if (!tested.contrast().isF()) {
            double effect = at(fitted.maps().get("effect"), line),
                    half =
                            TDistribution.of(fitted.how().degreesOfFreedom()).inverseCumulativeProbability(UPPER)
                                    * Math.sqrt(at(fitted.maps().get("variance"), line));
            cells.put("effect", text(effect));
            cells.put("effect lower", text(effect - half));
            cells.put("effect upper", text(effect + half));
        }
        cells.put(tested.statistic(), text(at(tested.map(), line)));
        for (String size : List.of("d", "r", "partialR2"))
            if (tested.maps().containsKey(size) && (tested.contrast().isF() || !size.equals("partialR2"))) {
                cells.put(size, text(at(tested.maps().get(size), line)));
                cells.put(size + " lower", text(at(tested.maps().get(size + "Lower"), line)));
                cells.put(size + " upper", text(at(tested.maps().get(size + "Upper"), line)));
            }
        cells.put("p", p(tested, P, line));
        cells.put("p corrected", p(tested, tested.tests().get(0).logPName(), line));
        cells.put("q FDR", p(tested, Q, line));
        return cells;
    }

    private static double at(Volume map, int region) {
        return map.voxels().getAt(region, 0, 0).getRealDouble();
    }

    private static String p(ContrastResults tested, String map, int region) {
        return text(Math.pow(10, -at(tested.maps().get(map), region)));
    }

    private static String text(double number) {
        return Double.isFinite(number) ? Numbers.plain(number, DIGITS) : NONE;
    }

    /** One row per map: its id and the value of each region that was tested, in full double precision. */
    public Table values() {
        List<String> columns = Stream.concat(Stream.of(Cohort.PARTICIPANT), record.regions().stream())
                .toList();
        List<List<String>> rows = IntStream.range(0, ids.size())
                .mapToObj(s -> Stream.concat(
                                Stream.of(ids.get(s)),
                                IntStream.range(0, test.mask().size())
                                        .mapToObj(r -> Double.toString(read.values()[s][region(r)])))
                        .toList())
                .toList();
        return Table.of("region values", columns, rows);
    }

    /** The values of a region that was tested, by its row in the record's list; one a map. */
    public double[] values(int row) {
        return Arrays.stream(read.values()).mapToDouble(map -> map[region(row)]).toArray();
    }

    /** The corrected p of each region that was tested, in the order of the record's list. */
    public double[] corrected(int contrast) {
        return Arrays.stream(test.contrasts().get(contrast).tests().get(0).logP())
                .map(logP -> Math.pow(10, -logP))
                .toArray();
    }

    /**
     * A map of a contrast in which each voxel has what its region has, 0 where there is none; nothing without an atlas.
     *
     * @param contrast its number
     * @param statistic one of its maps
     */
    public Optional<Volume> map(int contrast, String statistic) {
        double[] line = test.contrasts().get(contrast).maps().get(statistic).values();
        return paint(r -> line[r]);
    }

    private Optional<Volume> paint(IntToDoubleFunction number) {
        return read.places()
                .map(places ->
                        places.paint(IntStream.range(0, test.mask().size()).map(this::region), number));
    }

    /** The maps that are shown and written: the statistic and −log10 of its corrected p. */
    public List<String> shown(int contrast) {
        ContrastResults tested = test.contrasts().get(contrast);
        return List.of(tested.statistic(), tested.tests().get(0).logPName());
    }

    /** The voxels of the regions that were tested; nothing without an atlas. */
    public Optional<Volume> mask() {
        return paint(r -> 1);
    }

    /** One row per map or subject: its id and the values of the regressors. */
    Table design() {
        double[][] rows = test.design().values();
        return Table.of(
                "design",
                Stream.concat(Stream.of(Cohort.PARTICIPANT), test.design().columns().stream())
                        .toList(),
                IntStream.range(0, rows.length)
                        .mapToObj(s -> Stream.concat(
                                        Stream.of(ids.get(s)),
                                        Arrays.stream(rows[s]).mapToObj(Double::toString))
                                .toList())
                        .toList());
    }

    /** The maxima over the regions under each permutation, one column per contrast, in full double precision. */
    Table nulls() {
        List<double[]> nulls = test.contrasts().stream()
                .map(tested -> tested.tests().get(0).nulls().maxima())
                .toList();
        return Table.of(
                "nulls",
                test.contrasts().stream()
                        .map(tested -> nullColumn(tested.contrast().name(), tested.statistic()))
                        .toList(),
                IntStream.range(0, nulls.get(0).length)
                        .mapToObj(k -> nulls.stream()
                                .flatMapToDouble(maxima -> DoubleStream.of(maxima[k]))
                                .mapToObj(Double::toString)
                                .toList())
                        .toList());
    }

    /** The column of the maxima of a contrast. */
    static String nullColumn(String contrast, String statistic) {
        return contrast + "_max_" + statistic;
    }
}
