package cohort.report.section;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ShownThreshold;
import cohort.figure.Figures;
import cohort.figure.GlassBrain;
import cohort.figure.anatomy.Outline;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.GlassSheet;
import cohort.figure.glass.Panel;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.question.Question;
import cohort.report.viewer.ViewerLinks;
import cohort.report.words.ClusterListing;
import cohort.report.words.PeakPosition;
import cohort.report.words.Significance;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;

/**
 * The maps of a contrast: seen through glass brains, and in slices.
 *
 * @param results of the run
 * @param tested the contrast
 * @param listing its clusters
 * @param contrast its number, from 0
 */
public record MapPictures(GroupResults results, ContrastResults tested, ClusterListing listing, int contrast) {
    private static final double LEAST_VMAX = 2;

    /** @param background what slices are shown on; nothing for the voxels analysed */
    Stream<Node> nodes(Optional<Volume> background) {
        return Stream.of(Element.of("h3", "Maps"), slices(background), corrected());
    }

    /** The threshold of the pictures of the statistic: that of the table of clusters if it is one of the statistic. */
    private ShownThreshold threshold() {
        return listing.symbol().equals(tested.symbol())
                ? new ShownThreshold(listing.level(), listing.reason())
                : ShownThreshold.of(tested);
    }

    /** The statistic, seen through the brain. */
    public Element glass() {
        ShownThreshold threshold = threshold();
        String name = tested.symbol();
        String untested = tested.tail() == Tail.BOTH || !tested.isSided()
                ? ""
                : " Values of the opposite sign are shown but were not tested.";
        GlassOptions options = glass(threshold.level()).withViews("lyrz").withBarLabel(name);
        return Picture.figure(
                List.of(Picture.ofAnyWidth(style -> linked(
                        tested.map(),
                        options.withStyle(style),
                        "Glass brain of the " + name + " map of "
                                + tested.contrast().text()))),
                new Text("The " + name + " map: the largest value along each line of sight, where "
                        + tested.magnitude() + " > " + Words.fixed(threshold.level(), 2) + " ("
                        + threshold.reason() + ")." + untested));
    }

    private Element slices(Optional<Volume> background) {
        String name = tested.symbol();
        SliceOptions options = SliceOptions.DEFAULT
                .withThreshold(threshold().level())
                .withBarLabel(name)
                .through(PeakPosition.mm(results.mask(), tested));
        SliceOptions shown = background.map(options::withBackground).orElse(options);
        return Picture.figure(
                List.of(Picture.ofAnyWidth(style -> Picture.bitmap(
                        Figures.slices(tested.map(), shown.withStyle(style)),
                        "Slices of the " + name + " map through its peak"))),
                new Text("Slices of the " + name + " map through its peak, at the same threshold"
                        + (background.isPresent() ? "." : ", over the voxels analysed.")));
    }

    private Element corrected() {
        double vmax = Math.max(LEAST_VMAX, Math.log10(results.run().shuffled().shuffles() + 1.0));
        GlassOptions options = glass(-Math.log10(Significance.ALPHA)).withBarLabel("\u2212log10 p");
        GlassOptions scaled = tested.tests().isEmpty() ? options : options.withVmax(vmax);
        List<Panel> panels = panels();
        List<Panel> shown = panels.stream().filter(this::isSignificant).toList();
        List<String> empty = panels.stream()
                .filter(panel -> !shown.contains(panel))
                .map(Panel::title)
                .toList();
        if (shown.isEmpty())
            return Element.of(
                    "p",
                    "No voxel has a corrected p of 0.05 or less" + sided() + ". Tested: " + Words.list(empty) + ".");
        return Picture.figure(
                Parallelization.getTaskExecutor()
                        .forEachApply(
                                shown,
                                panel -> Picture.titled(
                                        panel.title(),
                                        shown.size() == 1
                                                ? Picture.ofAnyWidth(style -> corrected(panel, scaled.withStyle(style)))
                                                : corrected(panel, scaled.withStyle(Picture.HALF)))),
                new Text("Corrected p-values: \u2212log"),
                Element.of("sub", "10"),
                new Text(" p where p < 0.05" + sided() + ", corrected over the image."
                        + (empty.isEmpty() ? "" : " Nothing survives for: " + Words.list(empty) + ".")));
    }

    /** All maps of one figure are of one tail. */
    private String sided() {
        return tested.isSided() ? ", " + Question.sides(tested.tail()) : "";
    }

    private boolean isSignificant(Panel panel) {
        return Arrays.stream(results.mask().values(panel.map())).map(Math::abs).anyMatch(Significance::isSignificant);
    }

    private Element corrected(Panel panel, GlassOptions options) {
        return linked(panel.map(), options, "Glass brain of corrected p: " + panel.title());
    }

    private Element linked(Volume map, GlassOptions options, String description) {
        GlassSheet sheet = GlassBrain.sheet(List.of(new Panel("", map)), options);
        return ViewerLinks.glass(Picture.bitmap(sheet.figure(), description), contrast, sheet);
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (CorrectedMap test : tested.tests()) {
            String title = test.info().headingWithUnit();
            panels.add(new Panel(title, tested.maps().get(test.logPName())));
            test.jointLogP()
                    .ifPresent(joint -> panels.add(new Panel(
                            title + " over all contrasts", tested.maps().get(test.jointLogPName()))));
        }
        if (tested.maps().containsKey("logpFdr"))
            panels.add(new Panel(
                    "False discovery rate (permutation)", withSign(tested.maps().get("logpFdr"))));
        tested.bonferroni(results.mask())
                .ifPresent(logP -> panels.add(new Panel("Bonferroni (parametric)", withSign(logP))));
        return panels;
    }

    /** The same with the sign of the statistic, if the maps beside it bear it. */
    private Volume withSign(Volume logP) {
        if (tested.tail() != Tail.BOTH || !results.run().parameter("signed").equals("true")) return logP;
        double[] values = logP.values(), statistic = tested.map().values();
        for (int v = 0; v < values.length; v++) if (statistic[v] < 0) values[v] = 0 - values[v];
        return Volume.of(logP.grid(), values);
    }

    private GlassOptions glass(double threshold) {
        return GlassOptions.DEFAULT
                .withMask(results.mask())
                .withOutline(Outline.auto(results.run().space()))
                .withThreshold(threshold);
    }
}
