package cohort.report.comparison;

import cohort.analysis.results.ContrastResults;
import cohort.figure.Figures;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.section.MapPictures;
import cohort.report.words.PeakPosition;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The maps of two contrasts: seen through glass brains, in slices, and against each other. */
final class MapsPart {
    private final ComparedRun a, b;
    private final ComparedContrast pair;
    private final Optional<Volume> background;

    MapsPart(ComparedRun a, ComparedRun b, ComparedContrast pair, Optional<Volume> background) {
        this.a = a;
        this.b = b;
        this.pair = pair;
        this.background = background;
    }

    Stream<Node> nodes() {
        return Stream.of(
                Element.of("h4", a.title()),
                glass(a, pair.a(), 0),
                Element.of("h4", b.title()),
                glass(b, pair.b(), 1),
                slices(),
                agreement());
    }

    private Element glass(ComparedRun run, ContrastResults tested, int side) {
        return new MapPictures(run.results(), tested, run.listing(tested), pair.numbers()[side]).glass();
    }

    private Element slices() {
        double[] peak = PeakPosition.mm(a.results().mask(), pair.a());
        double vmax = Math.max(largest(pair.a().map()), largest(pair.b().map()));
        return Picture.figure(
                List.of(
                        Picture.titled(a.title(), slices(pair.a(), peak, vmax)),
                        Picture.titled(b.title(), slices(pair.b(), peak, vmax))),
                new Text("Slices of both maps through the peak of " + a.letter()
                        + ", in the same colours and without a threshold."));
    }

    private Element slices(ContrastResults tested, double[] peak, double vmax) {
        SliceOptions plain = SliceOptions.DEFAULT
                .through(peak)
                .withVmax(vmax)
                .withBarLabel(tested.symbol())
                .withColumns(3)
                .withStyle(Picture.HALF);
        SliceOptions options = background.map(plain::withBackground).orElse(plain);
        return Picture.bitmap(Figures.slices(tested.map(), options), "Slices of " + tested.symbol());
    }

    private static double largest(Volume map) {
        return Arrays.stream(map.values())
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(1);
    }

    private Element agreement() {
        int[] both = both();
        double[] first = values(pair.a().map(), both), second = values(pair.b().map(), both);
        Agreement agreement = Agreement.of(first, second);
        String x = pair.a().symbol() + " in " + a.letter(), y = pair.b().symbol() + " in " + b.letter();
        Element picture = Picture.figure(
                List.of(Picture.bitmap(Figures.density(x, first, y, second), y + " against " + x)),
                new Text("The " + Words.count(agreement.voxels(), "voxel")
                        + " of both runs: darker cells hold more of them;"
                        + " on the dashed line the maps are equal."));
        Element table = new DataTable(
                        List.of(new Text("How the two maps agree over these voxels; differences are " + b.letter()
                                + " minus " + a.letter() + ".")),
                        List.of("Measure", "Value"),
                        List.of(
                                row("Pearson's r", agreement.correlation(), 4),
                                row("Mean difference", agreement.meanDifference(), 3),
                                row("Root mean squared difference", agreement.rmsDifference(), 3),
                                row("Largest difference", agreement.largestDifference(), 3)))
                .element();
        return Element.of("div", picture, table);
    }

    private static Element row(String name, double value, int decimals) {
        return DataTable.group(Stream.of(
                DataTable.name(name),
                Double.isNaN(value) ? DataTable.text("none") : DataTable.number(Words.fixed(value, decimals), value)));
    }

    private int[] both() {
        Mask first = a.results().mask();
        boolean[] second = b.results().mask().inside();
        return IntStream.range(0, first.size())
                .map(first::gridIndex)
                .filter(v -> second[v])
                .toArray();
    }

    private static double[] values(Volume map, int[] voxels) {
        double[] values = map.values();
        return IntStream.of(voxels).mapToDouble(v -> values[v]).toArray();
    }
}
