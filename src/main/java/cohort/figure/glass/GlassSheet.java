package cohort.figure.glass;

import cohort.figure.colour.ColourBar;
import cohort.figure.colour.ColourRange;
import cohort.figure.colour.ValueRange;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.PageWidth;
import cohort.image.Grid;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The layout of panels of glass brains in rows and columns, with titles and colour bars. Lengths are in points. */
public final class GlassSheet {
    /** Room at all four sides. */
    public static final double MARGIN = 9;

    private static final double WIDTH = 540, LEAST_SIDE = 44;
    /** In print, shorter views go into more rows: the longest side in points, about 25 mm. */
    private static final double READABLE = 70;
    /** What all rows of views may take of a page's height. */
    private static final double TALLEST = 560;

    /** A shorter colour bar has no room for its labels. */
    private static final double LEAST_BAR = 64;

    private static final int TITLE_LINES = 3;

    private final List<PanelProjections> seen;
    private final Map<Grid, GlassViews> glasses;
    private final GlassOptions options;
    private final ViewRows stage;
    private final int columns;
    private final Lettering titles;
    private final List<List<String>> titleLines = new ArrayList<>();
    private final List<ColourRange> ranges = new ArrayList<>();
    private final List<ColourBar> bars = new ArrayList<>();
    private final double cellWidth, cellHeight, barGap, gap;

    /** The layout at the width that the style asks for. */
    public static GlassSheet of(List<PanelProjections> seen, Map<Grid, GlassViews> glasses, GlassOptions options) {
        return options.style()
                .width()
                .fill(WIDTH, room -> new GlassSheet(seen, glasses, options, room), GlassSheet::width);
    }

    private GlassSheet(List<PanelProjections> seen, Map<Grid, GlassViews> glasses, GlassOptions options, double room) {
        this.seen = seen;
        this.glasses = glasses;
        this.options = options;
        int panels = seen.size();
        columns = Math.min(
                panels,
                options.columns() > 0
                        ? options.columns()
                        : columns(panels, options.views().size()));
        stage = stage(room / columns);
        double side = stage.side();
        titles = new Lettering(Math.max(PageWidth.LEAST_LETTERS, Math.min(11, 0.08 * side)));
        gap = 0.1 * side;
        for (PanelProjections panel : seen)
            titleLines.add(titles.wrap(panel.title(), stage.width() + gap, TITLE_LINES));
        for (PanelProjections panel : seen) ranges.add(range(panel));
        Lettering ticks = new Lettering(Math.max(6.5, 0.82 * titles.size()));
        boolean isMask = seen.stream().allMatch(panel -> panel.range().isMask());
        List<ColourRange> barred =
                !options.style().bar().shows(isMask) ? List.of() : options.sharedBar() ? ranges.subList(0, 1) : ranges;
        cellHeight = barred.isEmpty()
                ? stage.height()
                : Math.max(stage.height(), LEAST_BAR / (options.sharedBar() ? rows() : 1));
        double barHeight = options.sharedBar() ? Math.min(170, sheetHeight()) : cellHeight;
        for (ColourRange range : barred)
            bars.add(new ColourBar(
                    range,
                    options.style().paper(),
                    ticks,
                    options.colours().label(),
                    Math.max(6, 0.055 * barHeight),
                    barHeight));
        barGap = Math.max(7, 0.07 * side);
        double barWidth = bars.isEmpty()
                ? 0
                : barGap + bars.stream().mapToDouble(ColourBar::width).max().orElse(0);
        cellWidth = stage.width() + (options.sharedBar() ? 0 : barWidth);
    }

    /** One row of views; in print as many as it takes for the views to be readable. */
    private ViewRows stage(double room) {
        int panels = seen.size(), views = options.views().size();
        double own = panels == 1 ? 175 : panels <= 4 ? 150 : 115;
        boolean print = options.style().width().isGiven();
        for (int rows = 1; ; rows++) {
            int perRow = (views + rows - 1) / rows;
            double largest = print ? Math.max(READABLE, TALLEST / rows() / rows) : own;
            ViewRows tried = ViewRows.fitting(options.views(), perRow, glasses.values(), room, largest, LEAST_SIDE);
            if (!print || tried.side() >= READABLE || perRow == 1) return tried;
        }
    }

    /** A row of one-view panels holds about as many as there are rows; several views fill a row. */
    private static int columns(int panels, int views) {
        if (views == 1) return panels <= 3 ? panels : (int) Math.ceil(Math.sqrt(panels));
        return panels <= 3 || views > 2 && panels <= 6 ? 1 : (int) Math.ceil(Math.sqrt((double) panels / views));
    }

    private ColourRange range(PanelProjections panel) {
        return options.withThreshold(panel.threshold()).colours(options.sharedBar() ? together() : panel.range());
    }

    private ValueRange together() {
        return seen.stream()
                .map(PanelProjections::range)
                .reduce(ValueRange::with)
                .orElseThrow();
    }

    private int rows() {
        return (seen.size() + columns - 1) / columns;
    }

    private double titleHeight(int row) {
        int lines = 0;
        for (int p = row * columns; p < Math.min(seen.size(), (row + 1) * columns); p++)
            lines = Math.max(lines, titleLines.get(p).size());
        return lines == 0 ? 0 : (lines + 0.35) * titles.lineHeight();
    }

    /** Height of all rows. */
    private double sheetHeight() {
        double height = (rows() - 1) * gap;
        for (int row = 0; row < rows(); row++) height += titleHeight(row) + cellHeight;
        return height;
    }

    private double sheetWidth() {
        return columns * cellWidth + (columns - 1) * gap;
    }

    private boolean hasSharedBar() {
        return options.sharedBar() && !bars.isEmpty();
    }

    private double width() {
        return sheetWidth() + (hasSharedBar() ? barGap + bars.get(0).width() : 0) + 2 * MARGIN;
    }

    public Figure figure() {
        int height = (int) Math.ceil(sheetHeight() + 2 * MARGIN);
        return options.style().finish(new Figure((int) Math.ceil(width()), height, this::paint));
    }

    /** Where the views of the first panel stand. */
    public List<ViewPlace> places() {
        double left = (figure().width() - Math.ceil(width())) / 2;
        return stage.places(left + MARGIN, MARGIN + titleHeight(0) + above());
    }

    /** What a cell has above its views, where they are lower than the colour bar. */
    private double above() {
        return (cellHeight - stage.height()) / 2;
    }

    /** Where the left half of the first panel's brain ends, in mm of x. */
    public double middle() {
        return glasses.get(seen.get(0).grid()).middle();
    }

    private void paint(Graphics2D g) {
        double y = MARGIN;
        for (int row = 0; row < rows(); row++) {
            y += titleHeight(row);
            for (int p = row * columns; p < Math.min(seen.size(), (row + 1) * columns); p++)
                paint(g, p, MARGIN + p % columns * (cellWidth + gap), y);
            y += cellHeight + gap;
        }
        if (hasSharedBar()) {
            ColourBar bar = bars.get(0);
            bar.paint(g, MARGIN + sheetWidth() + barGap, MARGIN + (sheetHeight() - bar.height()) / 2);
        }
    }

    private void paint(Graphics2D g, int panel, double x, double y) {
        List<String> lines = titleLines.get(panel);
        for (int n = 0; n < lines.size(); n++) {
            double baseline = y - (lines.size() - n - 1 + 0.6) * titles.lineHeight();
            titles.draw(
                    g,
                    lines.get(n),
                    x + stage.width() / 2,
                    baseline,
                    0.5,
                    options.style().paper().ink());
        }
        PanelProjections map = seen.get(panel);
        stage.paint(
                g,
                x,
                y + above(),
                map,
                glasses.get(map.grid()),
                ranges.get(panel),
                options.style().paper());
        if (!options.sharedBar() && !bars.isEmpty()) bars.get(panel).paint(g, x + stage.width() + barGap, y);
    }
}
