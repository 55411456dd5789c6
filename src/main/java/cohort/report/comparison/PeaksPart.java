package cohort.report.comparison;

import cohort.analysis.results.ContrastResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.report.words.ClusterListing;
import cohort.report.words.PeakPosition;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The peaks of the clusters of one run, and what the other has there. */
final class PeaksPart {
    private static final int MOST = 12;

    private final ComparedRun run, other;
    private final ContrastResults tested, counterpart;
    private final Table peaks, others;
    private final Optional<Volume> logP, otherLogP;
    private final boolean[] analysed;

    PeaksPart(ComparedRun run, ContrastResults tested, ComparedRun other, ContrastResults counterpart) {
        this.run = run;
        this.other = other;
        this.tested = tested;
        this.counterpart = counterpart;
        ClusterListing listing = run.listing(tested);
        this.peaks = listing.table();
        this.others = other.listing(counterpart).table();
        this.logP = run.logP(tested);
        this.otherLogP = other.logP(counterpart);
        this.analysed = other.results().mask().inside();
    }

    Stream<Node> nodes() {
        List<String> sizes = peaks.column("Cluster Size (voxels)");
        int[] first = IntStream.range(0, peaks.rows())
                .filter(row -> !sizes.get(row).isEmpty())
                .toArray();
        if (first.length == 0) return Stream.of(Element.of("p", run.letter() + " has no cluster."));
        String a = " in " + run.letter(), b = " in " + other.letter();
        String cut = first.length > MOST ? " of the first " + MOST + " clusters of " : " of the clusters of ";
        return Stream.of(new DataTable(
                        List.of(new Text("The peaks" + cut + run.letter() + ", and the values of " + other.letter()
                                + " at the same voxels. p is corrected for the family-wise error; the distance is that to"
                                + " the nearest peak of a cluster of " + other.letter() + ".")),
                        List.of(
                                "Cluster",
                                "x",
                                "y",
                                "z",
                                tested.symbol() + a,
                                "p" + a,
                                counterpart.symbol() + b,
                                "p" + b,
                                "mm to a peak" + b),
                        IntStream.of(first).limit(MOST).mapToObj(this::row).toList())
                .element());
    }

    private Element row(int row) {
        Grid grid = run.results().mask().grid();
        int voxel = grid.index(whole("I", row), whole("J", row), whole("K", row));
        List<Element> cells = new ArrayList<>();
        cells.add(DataTable.name(peaks.column("Cluster ID").get(row)));
        double[] mm = mm(peaks, row);
        DoubleStream.of(mm).forEach(x -> cells.add(DataTable.number(PeakPosition.words(grid, x), x)));
        cells.add(value(tested.map(), voxel));
        cells.add(p(logP, voxel));
        cells.add(analysed[voxel] ? value(counterpart.map(), voxel) : DataTable.text("not analysed"));
        cells.add(analysed[voxel] ? p(otherLogP, voxel) : DataTable.text(""));
        cells.add(nearest(mm));
        return DataTable.group(cells.stream());
    }

    private static Element value(Volume map, int voxel) {
        double value = map.values()[voxel];
        return DataTable.number(Words.fixed(value, 2), value);
    }

    private static Element p(Optional<Volume> logP, int voxel) {
        if (logP.isEmpty()) return DataTable.text("");
        double p = Math.pow(10, -Math.abs(logP.get().values()[voxel]));
        return DataTable.number(Words.p(p), p);
    }

    private Element nearest(double[] mm) {
        return IntStream.range(0, others.rows()).mapToDouble(row -> distance(mm, mm(others, row))).min().stream()
                .mapToObj(nearest -> DataTable.number(Words.fixed(nearest, 1), nearest))
                .findFirst()
                .orElseGet(() -> DataTable.text("none"));
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(axis -> (a[axis] - b[axis]) * (a[axis] - b[axis]))
                .sum());
    }

    private static double[] mm(Table peaks, int row) {
        return Stream.of("X", "Y", "Z")
                .mapToDouble(axis -> Double.parseDouble(peaks.column(axis).get(row)))
                .toArray();
    }

    private int whole(String column, int row) {
        return Integer.parseInt(peaks.column(column).get(row));
    }
}
