package cohort.report.comparison;

import cohort.InputException;
import cohort.analysis.record.Software;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.report.html.Element;
import cohort.report.html.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page on two runs, from its heading to its foot. */
public final class Comparison {
    private final ComparedRun a, b;
    private final List<ComparedContrast> pairs;

    private Comparison(ComparedRun a, ComparedRun b) {
        this.a = a;
        this.b = b;
        this.pairs = ComparedContrast.of(a, b);
    }

    /**
     * Reads two folders of results.
     *
     * @throws InputException if a folder cannot be read, their grids differ, or they have no contrast in common
     */
    public static Comparison of(Path first, Path second) {
        List<ComparedRun> runs = ComparedRun.of(first, second);
        Grid grid = runs.get(0).results().mask().grid();
        Grid other = runs.get(1).results().mask().grid();
        if (!grid.sameSpace(other))
            throw new InputException("compare: " + second + " is on a different grid from " + first + ", found "
                    + grid.difference(other) + "; run one of them again with its maps on the other's grid.");
        return new Comparison(runs.get(0), runs.get(1));
    }

    /** The names of both folders, as the page's heading. */
    public String title() {
        return a.name() + " and " + b.name();
    }

    /**
     * The page.
     *
     * @param title its heading
     * @param background what slices are shown on; nothing for the voxels analysed
     */
    public Element body(String title, Optional<Volume> background) {
        List<Element> parts = new ArrayList<>();
        parts.add(section("asked", "Question and answer", Stream.of(AskedPart.of(a, b, pairs))));
        for (int p = 0; p < pairs.size(); p++) {
            ComparedContrast pair = pairs.get(p);
            String of = pairs.size() == 1 ? "" : ": " + pair.title(), id = pairs.size() == 1 ? "" : "-" + (p + 1);
            parts.add(section("overlap" + id, "Significant voxels" + of, new OverlapPart(a, b, pair).nodes()));
            parts.add(section(
                    "peaks" + id,
                    "Peaks" + of,
                    Stream.concat(
                            new PeaksPart(a, pair.a(), b, pair.b()).nodes(),
                            new PeaksPart(b, pair.b(), a, pair.a()).nodes())));
            parts.add(section("maps" + id, "Maps" + of, new MapsPart(a, b, pair, background).nodes()));
        }
        parts.add(section("settings", "What differs", new SettingsPart(a, b).nodes()));
        Element header = Element.of(
                "header", Element.of("p", "Comparison of two results").styled("kicker"), Element.of("h1", title));
        Element footer = Element.of(
                "footer", Element.of("p", "Written by Cohort " + Software.version() + " from two folders of results."));
        return Element.of("body", header, Element.of("main", parts.stream()), footer);
    }

    private static Element section(String id, String title, Stream<Node> content) {
        return Element.of("section", Stream.concat(Stream.of(Element.of("h2", title)), content))
                .with("id", id);
    }
}
