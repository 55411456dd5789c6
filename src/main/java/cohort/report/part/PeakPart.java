package cohort.report.part;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.SubjectValues;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.words.ClusterListing;
import cohort.report.words.PeakPosition;
import cohort.table.Table;
import cohort.text.Words;
import cohort.threshold.PeakEffects;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each map's value at the peaks of the first significant clusters, by group or over a regressor. */
public final class PeakPart {
    private static final int MOST = 12;

    private final GroupResults results;
    private final ClusterListing listing;
    private final PeakDots dots;
    private final Table values;

    private PeakPart(GroupResults results, ClusterListing listing, PeakDots dots, Table values) {
        this.results = results;
        this.listing = listing;
        this.dots = dots;
        this.values = values;
    }

    /**
     * A panel for each peak.
     *
     * @return nothing if no cluster is significant, the values are not known, or {@link PeakDots} has no picture of the contrast
     */
    public static Stream<Node> of(GroupResults results, ContrastResults tested, ClusterListing listing) {
        int[] peaks = IntStream.of(listing.significant()).limit(MOST).toArray();
        if (peaks.length == 0) return Stream.of();
        Optional<PeakDots> dots = PeakDots.of(results, tested);
        Optional<Table> values = dots.flatMap(known -> listing.values(results, tested));
        return values.stream()
                .map(table -> new PeakPart(results, listing, dots.orElseThrow(), table))
                .flatMap(part -> part.nodes(peaks));
    }

    private Stream<Node> nodes(int[] peaks) {
        List<Element> panels =
                IntStream.of(peaks).boxed().flatMap(row -> panel(row).stream()).toList();
        if (panels.isEmpty()) return Stream.of();
        return Stream.of(
                Element.of("h3", "Each map at the peaks"), Picture.small(panels, new Text(caption(peaks.length))));
    }

    private Optional<Element> panel(int row) {
        String id = cell(ClusterListing.ID, row), column = SubjectValues.PEAK + id;
        if (!values.has(column)) return Optional.empty();
        String at = Stream.of("X", "Y", "Z")
                .map(axis -> PeakPosition.words(results.mask().grid(), Double.parseDouble(cell(axis, row))))
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
        return dots.figure(id + ": " + at, note(row), values.numbers(column))
                .map(figure -> Picture.drawing(
                        figure, "Values of the maps at the peak of cluster " + id + ", at " + at + " mm"));
    }

    /** The column of the size of the effect, if its interval is known, too. */
    private Optional<String> size() {
        return listing.table().columns().stream()
                .filter(name -> name.endsWith(PeakEffects.LOWER))
                .map(name -> name.substring(0, name.length() - PeakEffects.LOWER.length()))
                .findFirst();
    }

    /** The size of the effect with its interval, if it is known. */
    private String note(int row) {
        return size().map(size -> ClusterListing.heading(size) + " " + fixed(size, row) + " ["
                        + fixed(size + PeakEffects.LOWER, row) + ", " + fixed(size + PeakEffects.UPPER, row) + "]")
                .orElse(listing.symbol() + " " + fixed("Peak Stat", row));
    }

    private String fixed(String column, int row) {
        return Words.fixed(Double.parseDouble(cell(column, row)), 2);
    }

    private String cell(String column, int row) {
        return listing.table().column(column).get(row);
    }

    private String caption(int shown) {
        double fwhm = Double.parseDouble(results.run().parameter("fwhm"));
        int all = listing.significant().length;
        return "Each dot is one map's value" + (fwhm > 0 ? ", smoothed by " + Words.digits(fwhm, 3) + " mm," : "")
                + " at the peak of a significant cluster"
                + (shown < all ? " (the first " + shown + " of " + Words.count(all) + " clusters)" : "")
                + dots.order()
                + ". Above each panel: the number of the cluster, the position of the peak in mm and the "
                + (size().isPresent() ? "effect size with its 95 % confidence interval" : "statistic") + ". "
                + dots.explanation(results.maps()) + " " + SubjectValues.CAUTION;
    }
}
