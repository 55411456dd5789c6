package cohort.report.section;

import cohort.analysis.results.ContrastResults;
import cohort.image.VoxelUnit;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.words.ClusterListing;
import cohort.report.words.Significance;
import cohort.table.Table;
import cohort.text.Words;
import cohort.threshold.PeakEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of clusters. */
final class ClusterPart {
    private static final String ID = "Cluster ID", SIZE = "Cluster Size (voxels)";
    private static final int MOST = 60;

    private final Table table;
    private final VoxelUnit unit;
    private final List<String> probabilities;
    /** The size of the effect, if its limits are there, too. */
    private final Optional<String> effect;

    private final List<List<String>> columns;

    private ClusterPart(Table table, VoxelUnit unit) {
        this.table = table;
        this.unit = unit;
        this.probabilities =
                table.columns().stream().filter(name -> name.startsWith("p ")).toList();
        this.effect = table.columns().stream()
                .filter(name -> name.endsWith(PeakEffects.LOWER))
                .map(name -> name.substring(0, name.length() - PeakEffects.LOWER.length()))
                .findFirst();
        this.columns = table.columns().stream().map(table::column).toList();
    }

    static Stream<Node> of(ClusterListing listing, ContrastResults tested, VoxelUnit unit) {
        ClusterPart part = new ClusterPart(listing.table(), unit);
        String beyond = tested.statistic() + " beyond " + Words.fixed(listing.level(), 2) + ", " + listing.reason();
        Element heading = Element.of("h3", "Clusters");
        if (listing.clusters().clusters().isEmpty())
            return Stream.of(heading, Element.of("p", "No voxel has " + beyond + "."));
        return Stream.concat(Stream.of(heading), part.tables(listing.symbol(), beyond));
    }

    /** The significant clusters, and all of them where there are others. */
    private Stream<Node> tables(String symbol, String beyond) {
        int[] all = IntStream.range(0, table.rows())
                .filter(row -> !cell(SIZE, row).isEmpty())
                .toArray();
        int[] significant =
                IntStream.of(all).filter(this::isSignificant).limit(MOST).toArray();
        String what = "of voxels with " + beyond
                + "; up to three more peaks of each, 8 mm apart or more. Positions in mm; p is corrected for the family-wise"
                + " error over the image, bold up to 0.05."
                + several()
                + caution();
        int[] listed = IntStream.of(all).limit(MOST).toArray();
        String cut = listed.length < all.length ? " The first " + MOST + " are listed." : "";
        if (significant.length == 0) {
            Element none = Element.of("p", "No cluster is significant at a family-wise error rate of 5 %.");
            return Stream.of(none, folded(all.length, element(symbol, "All clusters " + what + cut, listed)));
        }
        Element first = element(
                symbol,
                (probabilities.size() > 1
                                ? "Clusters that are significant by any of the statistics, "
                                : "Significant clusters ")
                        + what,
                significant);
        if (significant.length == all.length) return Stream.of(first);
        return Stream.of(first, folded(all.length, element(symbol, "All clusters " + what + cut, listed)));
    }

    /** The best of several statistics has more than one chance. */
    private String several() {
        return probabilities.size() < 2
                ? ""
                : " Each of the " + probabilities.size()
                        + " statistics is corrected over the image, but not for the choice"
                        + " among them: one should be chosen beforehand.";
    }

    private String caution() {
        return effect.isEmpty()
                ? ""
                : " In brackets stand the limits of the 95 % interval of each voxel alone. " + PeakEffects.CAUTION;
    }

    private static Element folded(int clusters, Element table) {
        return Element.of("details", Element.of("summary", "All " + Words.count(clusters, "cluster")), table);
    }

    private Element element(String symbol, String caption, int[] peaks) {
        List<String> headings = new ArrayList<>(List.of("Cluster", "x", "y", "z", symbol, "Voxels", unit.ofSizes()));
        effect.ifPresent(headings::add);
        headings.addAll(probabilities);
        List<Element> groups = IntStream.of(peaks).mapToObj(this::group).toList();
        return new DataTable(List.of(new Text(caption)), headings, groups).element();
    }

    private boolean isSignificant(int row) {
        return probabilities.stream().anyMatch(p -> value(p, row) <= Significance.ALPHA);
    }

    /** A body for a cluster: its peak, then its other peaks. */
    private Element group(int peak) {
        return Element.of(
                "tbody",
                IntStream.range(peak, table.rows())
                        .takeWhile(row -> row == peak || cell(SIZE, row).isEmpty())
                        .mapToObj(this::row));
    }

    private Element row(int row) {
        boolean peak = !cell(SIZE, row).isEmpty();
        List<Element> cells = new ArrayList<>();
        cells.add(DataTable.name(cell(ID, row)));
        for (String axis : List.of("X", "Y", "Z")) cells.add(number(axis, row, Words::mm));
        cells.add(number("Peak Stat", row, peakValue -> Words.fixed(peakValue, 2)));
        cells.add(peak ? number(SIZE, row, size -> Words.count(Math.round(size))) : DataTable.text(""));
        cells.add(peak ? number("Cluster Size (mm3)", row, mm3 -> Words.size(unit.size(mm3))) : DataTable.text(""));
        effect.ifPresent(size -> cells.add(number(size, row, value -> withLimits(size, row, value))));
        for (String p : probabilities) cells.add(p(p, row));
        Element line = Element.of("tr", cells.stream());
        return peak ? line : line.styled("peak");
    }

    private Element number(String column, int row, DoubleFunction<String> words) {
        double value = value(column, row);
        return DataTable.number(words.apply(value), value);
    }

    private String withLimits(String size, int row, double value) {
        return Words.fixed(value, 2) + " [" + Words.fixed(value(size + PeakEffects.LOWER, row), 2) + ", "
                + Words.fixed(value(size + PeakEffects.UPPER, row), 2) + "]";
    }

    private Element p(String column, int row) {
        double value = value(column, row);
        Element cell = DataTable.number(Words.p(value), value);
        return value <= Significance.ALPHA ? cell.styled("number significant") : cell;
    }

    private double value(String column, int row) {
        return Double.parseDouble(cell(column, row));
    }

    private String cell(String column, int row) {
        return columns.get(table.columns().indexOf(column)).get(row);
    }
}
