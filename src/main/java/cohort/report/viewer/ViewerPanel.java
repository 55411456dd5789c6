package cohort.report.viewer;

import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Verbatim;
import cohort.report.words.ClusterListing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The viewer as parts of a page; its script shows it. */
public final class ViewerPanel {
    /** In an order in which each knows those that it calls. */
    private static final List<String> SCRIPTS = List.of(
            "inflate.js",
            "packed.js",
            "space.js",
            "words.js",
            "colours.js",
            "ground.js",
            "threshold.js",
            "plane.js",
            "controls.js",
            "links.js",
            "viewer.js",
            "start.js");

    private ViewerPanel() {}

    /** The style sheet. */
    public static String style() {
        return resource("viewer.css");
    }

    /** The script, whose names are its own. */
    public static String script() {
        return SCRIPTS.stream()
                .map(ViewerPanel::resource)
                .collect(Collectors.joining("\n", "{\n\"use strict\";\n\n", "}"));
    }

    private static String resource(String name) {
        try (InputStream in = ViewerPanel.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is missing from the jar", e);
        }
    }

    /**
     * Controls, planes and the data.
     *
     * @param results what was found
     * @param listings the clusters of each contrast
     * @param background what slices are shown on
     * @param mean the mean of the subjects' maps, if they could be read
     */
    public static Stream<Node> of(
            GroupResults results, List<ClusterListing> listings, Optional<Volume> background, Optional<Volume> mean) {
        Element data = Element.of(
                        "script",
                        new Verbatim(ViewerData.of(results, listings, background, mean)
                                .json()))
                .with("type", "application/json")
                .with("id", "viewer-data");
        return Stream.of(Element.of("div", controls(), planes(), reading()).styled("viewer"), data);
    }

    private static Element controls() {
        return Element.of(
                        "div",
                        labelled("Map", select("map")),
                        Element.of(
                                        "div",
                                        labelled("Show where", select("rule")),
                                        Element.of(
                                                "div",
                                                range("slider").with("aria-label", "Threshold"),
                                                Element.of("input")
                                                        .with("type", "number")
                                                        .with("step", "any")
                                                        .with("min", "0")
                                                        .with("id", "viewer-number")
                                                        .with("aria-label", "Threshold as a number")))
                                .styled("threshold"),
                        labelled("Background", select("ground")).styled("half"),
                        labelled("Colours", select("colours")).styled("half"),
                        labelled("Opacity", range("opacity").with("max", "100").with("value", "100")))
                .styled("controls");
    }

    private static Element labelled(String words, Element control) {
        return Element.of("label", Element.of("span", words), control);
    }

    private static Element select(String name) {
        return Element.of("select").with("id", "viewer-" + name);
    }

    private static Element range(String name) {
        return Element.of("input").with("type", "range").with("id", "viewer-" + name);
    }

    private static Element planes() {
        return Element.of(
                        "div",
                        plane("x", "Sagittal plane, front at the right"),
                        plane("y", "Coronal plane, left at the left"),
                        plane("z", "Axial plane, left at the left, front at the top"))
                .styled("planes")
                .with("role", "group")
                .with("aria-label", "Three planes through the map");
    }

    private static Element plane(String axis, String description) {
        Element canvas = Element.of("canvas")
                .with("tabindex", "0")
                .with("role", "application")
                .with(
                        "aria-label",
                        description
                                + ". Arrow keys move the crosshair, Page Up and Page Down the plane, Home goes to the peak.");
        Element position = Element.of(
                "label", Element.of("span", axis), Element.of("input").with("type", "range"));
        return Element.of("div", canvas, position).styled("plane").with("id", "viewer-" + axis);
    }

    private static Element reading() {
        Element bar = Element.of(
                "div",
                Element.of("canvas")
                        .with("id", "viewer-bar")
                        .with("width", "320")
                        .with("height", "12")
                        .with("role", "img"),
                Element.of("p").with("id", "viewer-legend"),
                Element.of("p").with("id", "viewer-count"),
                Element.of("button", "Go to the peak").with("type", "button").with("id", "viewer-peak"));
        return Element.of(
                        "div",
                        Element.of("dl").with("id", "viewer-facts"),
                        bar,
                        Element.of("p")
                                .styled("unseen")
                                .with("id", "viewer-live")
                                .with("aria-live", "polite"))
                .styled("reading");
    }
}
