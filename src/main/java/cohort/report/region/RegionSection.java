package cohort.report.region;

import cohort.analysis.record.Shuffled;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.figure.Figures;
import cohort.figure.GlassBrain;
import cohort.figure.RegionDots;
import cohort.figure.anatomy.Outline;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.paper.Figure;
import cohort.figure.slice.SliceOptions;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.part.NullPart;
import cohort.report.part.PeakDots;
import cohort.report.section.Section;
import cohort.report.words.Significance;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was found for one contrast.
 *
 * @param run what was found
 * @param contrast its number, from 0
 * @param alone whether there is no other
 * @param background what slices are drawn on; nothing for the regions
 */
record RegionSection(RegionRun run, int contrast, boolean alone, Optional<Volume> background) implements Section {
    /** So many rows are read at a glance. */
    private static final int SHORT = 15;

    private static final int DRAWN = 12;

    private static final int DIGITS = 3;

    /** Of statistics and sizes of effects. */
    static final int DECIMALS = 2;

    private static final double LEAST_VMAX = 2;
    /** Maps are float32, and tables have six digits. */
    private static final double SAME = 1e-5;

    private static final Map<String, String> SYMBOLS = Map.of("d", "d", "r", "partial r", "partialR2", "partial R²");

    @Override
    public String id() {
        return alone ? "results" : "results-" + (contrast + 1);
    }

    @Override
    public String title() {
        return alone ? "Results" : "Results: " + tested().contrast().text();
    }

    private ContrastResults tested() {
        return run.test().contrasts().get(contrast);
    }

    /** How the size of an effect is written. */
    static String symbol(String size) {
        return SYMBOLS.get(size);
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        return Stream.of(regions(), dots(), brain(), nulls()).flatMap(part -> part);
    }

    private Stream<Node> regions() {
        Table table = run.table(contrast);
        List<String> columns = columns(table);
        List<Element> rows = RegionPage.order(run, contrast).stream()
                .map(row -> row(table, columns, row))
                .toList();
        Element first = table(columns, rows.subList(0, Math.min(SHORT, rows.size())));
        if (rows.size() <= SHORT) return Stream.of(Element.of("h3", "Regions"), first);
        return Stream.of(
                Element.of("h3", "Regions"),
                first,
                Element.of(
                        "details",
                        Element.of("summary", "The other " + Words.count(rows.size() - SHORT, "region")),
                        table(columns, rows.subList(SHORT, rows.size()))));
    }

    private Element table(List<String> columns, List<Element> rows) {
        List<String> headings = new ArrayList<>();
        for (String column : columns) {
            headings.add(heading(column));
            if (hasInterval(column)) headings.add("95 % interval");
        }
        return new DataTable(
                        List.of(new Text(
                                "The regions by their corrected p. Intervals are those of each region alone. p: of the region alone,"
                                        + " by permutation; corrected p: over all regions; q: false discovery rate.")),
                        headings,
                        rows)
                .element();
    }

    private String heading(String column) {
        return switch (column) {
            case "region" -> "Region";
            case "effect" -> "Effect";
            case "p corrected" -> "Corrected p";
            case "q FDR" -> "q";
            default -> column.equals(tested().statistic()) ? tested().symbol() : SYMBOLS.getOrDefault(column, column);
        };
    }

    private List<String> columns(Table table) {
        return Stream.of("region", "effect", tested().statistic(), "d", "r", "partialR2", "p", "p corrected", "q FDR")
                .filter(table::has)
                .filter(column -> table.column(column).stream().anyMatch(cell -> !Table.isMissing(cell)))
                .toList();
    }

    private boolean hasInterval(String column) {
        return run.table().has(column + " lower");
    }

    /** Decimals of all numbers of a column: of an effect as many as give its largest three digits, of others two. */
    private static int decimals(Table table, String column) {
        if (!column.equals("effect")) return DECIMALS;
        double most = Arrays.stream(table.numbers(column))
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return most == 0 ? DECIMALS : Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(most)));
    }

    private Element row(Table table, List<String> columns, int row) {
        List<Element> cells = new ArrayList<>();
        for (String column : columns) {
            if (column.equals("region"))
                cells.add(DataTable.name(table.column(column).get(row)));
            else {
                double value = table.numbers(column)[row];
                boolean p = List.of("p", "p corrected", "q FDR").contains(column);
                cells.add(DataTable.number(p ? Words.p(value) : Words.fixed(value, decimals(table, column)), value));
            }
            if (hasInterval(column)) {
                double lower = table.numbers(column + " lower")[row], upper = table.numbers(column + " upper")[row];
                int decimals = decimals(table, column);
                cells.add(
                        DataTable.number(Words.fixed(lower, decimals) + " to " + Words.fixed(upper, decimals), lower));
            }
        }
        return DataTable.group(cells.stream());
    }

    private Stream<Node> dots() {
        return PeakDots.overRegressor(run.test().design(), tested().contrast())
                .map(this::overRegressor)
                .orElseGet(this::byGroup);
    }

    private Stream<Node> overRegressor(PeakDots dots) {
        Table table = run.table(contrast);
        double[] p = table.numbers("p corrected");
        List<Element> panels = RegionPage.order(run, contrast).stream()
                .limit(DRAWN)
                .flatMap(r -> {
                    String region = run.record().regions().get(r);
                    return dots
                            .figure(
                                    region,
                                    "corrected " + Words.pIs(p[r]),
                                    run.values().numbers(region))
                            .stream();
                })
                .map(figure -> Picture.drawing(figure, "The values of a region"))
                .toList();
        if (panels.isEmpty()) return Stream.of();
        return Stream.of(
                Element.of("h3", "Values"),
                Picture.small(
                        panels,
                        new Text(drawn(p.length) + dots.order() + ". "
                                + dots.explanation(run.values().rows()))));
    }

    /** The beginning of a caption of one panel a region, of so many. */
    private String drawn(int regions) {
        return "The regions with the smallest corrected p"
                + (regions > DRAWN ? ", " + DRAWN + " of " + regions : "") + ". Each dot is one "
                + (run.test().run().hasMaps() ? "map" : "subject");
    }

    private Stream<Node> byGroup() {
        double[] p = run.table(contrast).numbers("p corrected");
        List<Figure> dots = RegionDots.each(
                run.record(),
                p,
                r -> run.values().numbers(run.record().regions().get(r)),
                DRAWN);
        return Stream.of(
                Element.of("h3", "Values"),
                Picture.small(
                        dots.stream()
                                .map(figure -> Picture.drawing(figure, "The values of a region"))
                                .toList(),
                        new Text(drawn(p.length)
                                + "; orange: the mean" + (isOfGroups() ? " of each group" : "")
                                + " and its 95 % confidence interval."
                                + Figures.sampling(run.record().groups().size()))));
    }

    private boolean isOfGroups() {
        return run.record().groups().stream().distinct().count() > 1;
    }

    private Stream<Node> brain() {
        Optional<Volume> statistic = run.statistic(contrast), corrected = run.corrected(contrast);
        if (statistic.isEmpty() || corrected.isEmpty()) return Stream.of();
        Volume map = statistic.get();
        Mask mask =
                Mask.of(map.grid(), Volume.of(map.grid(), shown(map.values())).voxels());
        String name = tested().symbol();
        GlassOptions glass = GlassOptions.DEFAULT
                .withMask(mask)
                .withOutline(Outline.auto(run.test().run().space()))
                .withViews("lyrz");
        SliceOptions slices = SliceOptions.DEFAULT.withBarLabel(name);
        SliceOptions through = slices.through(strongest(map)),
                shown = background.map(through::withBackground).orElse(through);
        Node pictures = Picture.figure(
                List.of(Picture.ofAnyWidth(style -> Picture.bitmap(
                        GlassBrain.draw(
                                List.of(new Panel("", map)),
                                glass.withBarLabel(name).withStyle(style)),
                        "Glass brain of " + name + " of the regions"))),
                new Text("The regions in the colour of their " + name + ", whether significant or not."));
        Node cuts = Picture.figure(
                List.of(Picture.ofAnyWidth(style -> Picture.bitmap(
                        Figures.slices(map, shown.withStyle(style)), "Slices of " + name + " of the regions"))),
                new Text("The same in slices through the region where the evidence is strongest."));
        double vmax =
                Math.max(LEAST_VMAX, Math.log10(run.test().run().shuffled().shuffles() + 1.0));
        boolean any = Arrays.stream(corrected.get().values()).anyMatch(Significance::isSignificant);
        Node significant = any
                ? Picture.figure(
                        List.of(Picture.ofAnyWidth(style -> Picture.bitmap(
                                GlassBrain.draw(
                                        List.of(new Panel("", corrected.get())),
                                        glass.withThreshold(-Math.log10(Significance.ALPHA))
                                                .withBarLabel("\u2212log10 p")
                                                .withVmax(vmax)
                                                .withStyle(style)),
                                "Glass brain of the regions with a corrected p of at most 0.05"))),
                        new Text("The regions with a corrected p of at most 0.05, in the colour of \u2212log"),
                        Element.of("sub", "10"),
                        new Text(" p."))
                : Element.of("p", "No region has a corrected p of 0.05 or less.");
        return Stream.of(Element.of("h3", "On the brain"), pictures, cuts, significant);
    }

    /** A voxel in the middle of the region with the least p, in mm; of those that the map has. */
    private double[] strongest(Volume map) {
        double[] values = map.values(), statistic = run.table(contrast).numbers(tested().statistic());
        Grid grid = map.grid();
        for (int r : RegionPage.order(run, contrast)) {
            double tolerance = SAME * Math.abs(statistic[r]);
            int[] voxels = IntStream.range(0, values.length)
                    .filter(v -> values[v] != 0 && Math.abs(values[v] - statistic[r]) <= tolerance)
                    .toArray();
            if (voxels.length == 0) continue;
            int v = middle(grid, voxels);
            return grid.toMm(v);
        }
        return grid.toMm(grid.voxels() / 2);
    }

    /** The voxel nearest to the mean of some. */
    private static int middle(Grid grid, int[] voxels) {
        double[] mean = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            mean[axis] = IntStream.of(voxels)
                    .map(v -> grid.coordinate(v, along))
                    .average()
                    .orElseThrow();
        }
        return IntStream.of(voxels)
                .boxed()
                .min(Comparator.comparingDouble(v -> IntStream.range(0, 3)
                        .mapToDouble(axis -> grid.coordinate(v, axis) - mean[axis])
                        .map(d -> d * d)
                        .sum()))
                .orElseThrow();
    }

    private static double[] shown(double[] values) {
        return Arrays.stream(values).map(value -> value == 0 ? 0 : 1).toArray();
    }

    private Stream<Node> nulls() {
        Shuffled shuffled = run.test().run().shuffled();
        return Stream.of(
                Element.of("h3", "Null distribution"),
                Picture.figure(
                        List.of(Picture.drawing(
                                Figures.nullHistogram(tested().tests().get(0), shuffled.draws()),
                                "Histogram of the maximum over the regions under each " + shuffled.draw())),
                        new Text(NullPart.caption("regions", shuffled))));
    }
}
