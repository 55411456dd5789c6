package cohort.report;

import cohort.figure.GlassBrain;
import cohort.figure.GlassOptions;
import cohort.figure.Panel;
import cohort.permute.CorrectedMap;
import cohort.permute.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The maps of a contrast, seen through glass brains. */
final class MapPictures {
    private static final String VIEWS = "lyrz";
    private static final double LEAST_VMAX = 2;

    private MapPictures() {}

    static Stream<Node> of(Results results, ContrastResults tested) {
        return Stream.of(Element.of("h3", "Maps"), statistic(results, tested), corrected(results, tested));
    }

    private static Element statistic(Results results, ContrastResults tested) {
        ClusterListing listing = ClusterListing.of(results, tested);
        boolean same = listing.symbol().equals(tested.statistic());
        double level = same ? listing.level() : FormingLevel.at(0.001, results.run(), tested);
        String name = tested.statistic();
        String reason = same ? listing.reason() : "uncorrected p < 0.001";
        String untested = tested.tail() == Tail.BOTH || tested.contrast().isF()
                ? ""
                : " Values of the other sign are shown, but were not tested.";
        return Picture.figure(
                List.of(Picture.bitmap(
                        GlassBrain.draw(
                                List.of(new Panel("", tested.map())),
                                options(results, level).withBarLabel(name)),
                        "Glass brain of the " + name + " map of "
                                + tested.contrast().text())),
                new Text("The " + name + " map: the strongest voxel along each line of sight, where |" + name + "| > "
                        + Words.fixed(level, 2) + " (" + reason + ")." + untested));
    }

    private static Element corrected(Results results, ContrastResults tested) {
        double vmax = Math.max(LEAST_VMAX, Math.log10(results.run().shuffled().shuffles() + 1.0));
        GlassOptions options = options(results, -Math.log10(Evidence.ALPHA)).withBarLabel("\u2212log10 p");
        GlassOptions scaled = tested.tests().isEmpty() ? options : options.withVmax(vmax);
        return Picture.figure(
                panels(results, tested).stream()
                        .map(panel -> Picture.bitmap(
                                GlassBrain.draw(List.of(panel), scaled),
                                "Glass brain of corrected p: " + panel.title()))
                        .toList(),
                new Text("Corrected p-values: \u2212log"),
                Element.of("sub", "10"),
                new Text(" p where p < 0.05, corrected for the family-wise error over the image."));
    }

    private static List<Panel> panels(Results results, ContrastResults tested) {
        List<Panel> panels = new ArrayList<>();
        if (tested.maps().containsKey("logpBonferroni"))
            panels.add(new Panel("Bonferroni (parametric)", tested.maps().get("logpBonferroni")));
        for (CorrectedMap test : tested.tests())
            panels.add(new Panel(Measure.of(test.name()).name(), results.mask().toVolume(test.logP())));
        return panels;
    }

    private static GlassOptions options(Results results, double threshold) {
        return GlassOptions.DEFAULT.withMask(results.mask()).withViews(VIEWS).withThreshold(threshold);
    }
}
