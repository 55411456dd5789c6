package cohort.report.section;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.VoxelUnit;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.question.Question;
import cohort.report.viewer.ViewerLinks;
import cohort.report.words.ClusterListing;
import cohort.report.words.DiscoveryWords;
import cohort.report.words.PeakPosition;
import cohort.report.words.Significance;
import cohort.report.words.VoxelP;
import cohort.table.Table;
import cohort.text.Words;
import cohort.threshold.ClusterRegions;
import cohort.threshold.PeakEffects;
import cohort.threshold.TableOptions;
import cohort.threshold.discovery.TrueDiscoveries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of clusters of a contrast: the significant ones, and all of them where there are others. */
final class ClusterPart {
    private static final String ID = ClusterListing.ID, SIZE = ClusterListing.SIZE, P = ClusterListing.P;
    private static final int FIRST = 12, MOST = 60, MOST_REGIONS = 4;

    private final ContrastResults tested;
    private final ClusterListing listing;
    private final int contrast;
    private final Table table;
    private final Grid grid;
    private final VoxelUnit unit;
    private final Optional<VoxelP> voxelP;
    private final List<String> probabilities;
    /** Those that a cluster has as a whole. */
    private final Set<String> ofClusters;
    /** The size of the effect, if its limits are there, too. */
    private final Optional<String> effect;

    /** Bounds on true discoveries. */
    private final List<String> discoveries;

    private final List<List<String>> columns;
    private final int[] all, significant;

    /** @param contrast number of the contrast, from 0 */
    ClusterPart(GroupResults results, ContrastResults tested, ClusterListing listing, int contrast) {
        this.tested = tested;
        this.listing = listing;
        this.contrast = contrast;
        this.table = listing.table();
        this.grid = results.mask().grid();
        this.unit = VoxelUnit.of(grid);
        this.voxelP = VoxelP.of(results, tested);
        this.probabilities = listing.probabilities();
        this.ofClusters = tested.tests().stream()
                .map(CorrectedMap::info)
                .filter(info -> info.kind() == StatisticInfo.Kind.CLUSTER)
                .map(StatisticInfo::column)
                .collect(Collectors.toSet());
        this.effect = table.columns().stream()
                .filter(name -> name.endsWith(PeakEffects.LOWER))
                .map(name -> name.substring(0, name.length() - PeakEffects.LOWER.length()))
                .findFirst();
        this.discoveries = Stream.of(TrueDiscoveries.PERMUTED, TrueDiscoveries.SIMES)
                .filter(table.columns()::contains)
                .toList();
        this.columns = table.columns().stream().map(table::column).toList();
        this.all = IntStream.range(0, table.rows())
                .filter(row -> !cell(SIZE, row).isEmpty())
                .toArray();
        this.significant = listing.significant();
    }

    /** The first of the clusters that are significant, if there are any. */
    Stream<Node> first() {
        if (significant.length == 0) return Stream.of();
        int[] first = IntStream.of(significant).limit(FIRST).toArray();
        String which = first.length < significant.length
                ? "The first " + first.length + " of " + Words.count(significant.length) + " significant clusters"
                : significant.length == 1 ? "The significant cluster" : "The significant clusters";
        return Stream.of(element(which + what(), first));
    }

    /** The clusters that {@link #first} does not list, if there are any. */
    Stream<Node> rest() {
        int shown = Math.min(FIRST, significant.length);
        int[] others = IntStream.concat(
                        IntStream.of(significant).skip(shown),
                        IntStream.of(all).filter(row -> Arrays.binarySearch(significant, row) < 0))
                .toArray();
        Element heading = Element.of("h3", shown > 0 ? "Other clusters" : "Clusters");
        if (all.length == 0) return Stream.of(heading, Element.of("p", "No voxel has " + beyond() + "."));
        if (others.length == 0) return Stream.of();
        int[] listed = IntStream.of(others).limit(MOST).toArray();
        String cut = listed.length < others.length ? " The first " + MOST + " are listed." : "";
        String caption = shown > 0
                ? "The other clusters of " + tested.contrast().text() + "; the columns are those of the first table."
                : "Clusters" + what();
        return Stream.of(
                heading,
                Element.of("p", none(significant.length - shown)),
                Element.of(
                        "details",
                        Element.of("summary", Words.count(others.length, shown > 0 ? "other cluster" : "cluster")),
                        element(caption + cut, listed)));
    }

    private static String none(int significant) {
        String not = " significant at a family-wise error rate of 5 %.";
        return significant == 0 ? "None of these is" + not : Words.count(significant) + " of these are" + not;
    }

    private String beyond() {
        return listing.symbol() + " beyond " + Words.fixed(listing.level(), 2) + ", " + listing.reason();
    }

    private String what() {
        return ": " + beyond() + ", with up to three further peaks each, at least "
                + Words.digits(TableOptions.usualDistance(grid), 3) + " mm apart. Positions are in mm. "
                + (probabilities.size() > 1
                        ? "The p-values of "
                                + Words.list(probabilities.stream()
                                        .map(p -> p.substring(P.length()))
                                        .toList())
                                + " are"
                        : probabilities.get(0) + " is")
                + " corrected for the family-wise error over the image, and bold if at most 0.05"
                + voxelP.map(p ->
                                "; the uncorrected p and the FDR q are those of the peak voxel, " + p.words() + sides())
                        .orElse("")
                + "." + several() + caution() + DiscoveryWords.caption(table.columns());
    }

    private String sides() {
        return tested.isSided() ? ", " + Question.sides(tested.tail()) : "";
    }

    /** The best of several statistics has more than one chance. */
    private String several() {
        return probabilities.size() < 2
                ? ""
                : " Each of the " + probabilities.size()
                        + " statistics is corrected over the image, but not for choosing among them: choose one in advance.";
    }

    private String caution() {
        return effect.isEmpty()
                ? ""
                : " Square brackets give the 95 % confidence interval for that voxel alone. " + PeakEffects.CAUTION;
    }

    private Element element(String caption, int[] peaks) {
        List<String> headings =
                new ArrayList<>(List.of("Cluster", "x", "y", "z", listing.symbol(), "Voxels", unit.ofSizes()));
        effect.map(ClusterListing::heading).ifPresent(headings::add);
        headings.addAll(discoveries);
        headings.addAll(probabilities);
        if (voxelP.isPresent()) headings.addAll(List.of("p uncorr.", "q FDR"));
        if (listing.hasRegions()) headings.add("Region");
        List<Element> groups = IntStream.of(peaks).mapToObj(this::group).toList();
        return new DataTable(List.of(new Text(caption)), headings, groups).element();
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
        for (String axis : List.of("X", "Y", "Z")) cells.add(number(axis, row, mm -> PeakPosition.words(grid, mm)));
        cells.add(number("Peak Stat", row, peakValue -> Words.fixed(peakValue, 2)));
        cells.add(peak ? number(SIZE, row, size -> Words.count(Math.round(size))) : DataTable.text(""));
        cells.add(peak ? number("Cluster Size (mm3)", row, mm3 -> Words.size(unit.size(mm3))) : DataTable.text(""));
        effect.ifPresent(size -> cells.add(number(size, row, value -> withLimits(size, row, value))));
        for (String bound : discoveries)
            cells.add(peak ? number(bound, row, DiscoveryWords::share) : DataTable.text(""));
        for (String p : probabilities) cells.add(peak || !ofClusters.contains(p) ? p(p, row) : DataTable.text(""));
        int[] at = Stream.of("I", "J", "K")
                .mapToInt(axis -> (int) value(axis, row))
                .toArray();
        voxelP.ifPresent(p -> {
            cells.add(DataTable.number(Words.p(p.p(at[0], at[1], at[2])), p.p(at[0], at[1], at[2])));
            cells.add(DataTable.number(Words.p(p.q(at[0], at[1], at[2])), p.q(at[0], at[1], at[2])));
        });
        if (listing.hasRegions()) cells.add(DataTable.text(region(row)).styled("regions"));
        Element line = ViewerLinks.row(Element.of("tr", cells.stream()), contrast, at[0] + " " + at[1] + " " + at[2]);
        return peak ? line : line.styled("peak");
    }

    /** The first of a cluster's regions, which its table lists all. */
    static String largest(String shares) {
        List<String> parts = List.of(shares.split("; "));
        return parts.size() <= MOST_REGIONS + 1
                ? shares
                : String.join("; ", parts.subList(0, MOST_REGIONS)) + "; and " + (parts.size() - MOST_REGIONS)
                        + " more";
    }

    /** The region of a peak, and of a cluster's first one the regions that the cluster lies in. */
    private String region(int row) {
        String peak = cell(ClusterRegions.REGION, row), shares = cell(ClusterRegions.SHARES, row);
        if (shares.isEmpty() || shares.equals(peak + " 100 %")) return peak;
        return (peak.isEmpty() ? "no region" : peak) + " (cluster: " + largest(shares) + ")";
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
