package cohort.figure.slice;

import cohort.figure.colour.ColourBar;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.PageWidth;
import cohort.figure.paper.Style;
import cohort.figure.space.View;
import cohort.image.Volume;
import java.awt.Graphics2D;
import java.util.List;

/** The layout of slices in rows and columns, with their positions and a colour bar. Lengths are in points. */
public final class SliceSheet {
    public static final double MARGIN = 9;
    private static final double WIDTH = 540, TALLEST = 165, GAP = 6, LABEL = 13, BAR_GAP = 9, INSET = 3;
    /** In print, narrower slices go into more rows: the least width in points, that of a label. */
    private static final double READABLE = 42;

    private final Style style;
    private final SliceContent content;
    private final List<List<Slice>> rows;
    private final SlicePainter painter;
    private final ColourBar bar;
    private final Lettering letters;

    /** The layout at the width that the style asks for. */
    public static SliceSheet of(Volume volume, SliceOptions options) {
        SliceContent content = SliceContent.of(volume, options);
        return options.style().width().fill(WIDTH, room -> new SliceSheet(content, options, room), SliceSheet::width);
    }

    private SliceSheet(SliceContent content, SliceOptions options, double room) {
        this.content = content;
        style = options.style();
        int most = SliceRows.MOST_IN_A_ROW;
        List<List<Slice>> tried = SliceRows.of(options, content.map(), content.shown(), most);
        while (style.width().isGiven() && most > 1 && narrowest(tried, scale(tried, room)) < READABLE)
            tried = SliceRows.of(options, content.map(), content.shown(), --most);
        rows = tried;
        content.requireInside(rows);
        double scale = scale(rows, room);
        painter = content.painter(
                style.width().isGiven() ? Math.max(scale, READABLE / narrowest(rows, 1)) : scale, style.paper());
        letters = new Lettering(Math.max(6.5, Math.min(9, 0.06 * tallest(painter))));
        double barHeight = Math.max(70, Math.min(150, height()));
        bar = new ColourBar(
                content.range(),
                style.paper(),
                new Lettering(7.5),
                options.colours().label(),
                8,
                barHeight);
    }

    /** Points per mm that let the rows fit. */
    private double scale(List<List<Slice>> rows, double room) {
        SlicePainter unit = content.painter(1, style.paper());
        double scale = style.width().isGiven() ? Double.MAX_VALUE : TALLEST / tallest(rows, unit);
        for (List<Slice> row : rows) {
            double width =
                    row.stream().mapToDouble(slice -> unit.width(slice.view())).sum();
            scale = Math.min(scale, (room - GAP * (row.size() - 1)) / width);
        }
        return scale;
    }

    private double narrowest(List<List<Slice>> rows, double scale) {
        SlicePainter scaled = content.painter(scale, style.paper());
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(slice -> scaled.width(slice.view()))
                .min()
                .orElseThrow();
    }

    private double tallest(SlicePainter painter) {
        return tallest(rows, painter);
    }

    private static double tallest(List<List<Slice>> rows, SlicePainter painter) {
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(slice -> painter.height(slice.view()))
                .max()
                .orElseThrow();
    }

    /** Without the labels. */
    private double height(List<Slice> row) {
        return row.stream()
                .mapToDouble(slice -> painter.height(slice.view()))
                .max()
                .orElseThrow();
    }

    private double height() {
        return rows.stream().mapToDouble(row -> height(row) + LABEL).sum() + (rows.size() - 1) * GAP;
    }

    private double width(List<Slice> row) {
        return row.stream().mapToDouble(slice -> painter.width(slice.view())).sum() + (row.size() - 1) * GAP;
    }

    private double slicesWidth() {
        return rows.stream().mapToDouble(this::width).max().orElseThrow();
    }

    private double width() {
        return slicesWidth() + (content.hasBar() ? BAR_GAP + bar.width() : 0) + 2 * MARGIN;
    }

    /** What draws the slices; that of the first row's first one begins at the margin if no other is taller. */
    public SlicePainter painter() {
        return painter;
    }

    public Figure figure() {
        int height = (int) Math.ceil(Math.max(height(), content.hasBar() ? bar.height() : 0) + 2 * MARGIN);
        return style.finish(new Figure((int) Math.ceil(width()), height, this::paint));
    }

    private void paint(Graphics2D g) {
        double y = MARGIN;
        for (List<Slice> row : rows) {
            paint(g, row, y);
            y += height(row) + LABEL + GAP;
        }
        if (content.hasBar())
            bar.paint(g, MARGIN + slicesWidth() + BAR_GAP, MARGIN + Math.max(0, (height() - bar.height()) / 2));
        if (!content.message().isEmpty()) say(g);
    }

    private void paint(Graphics2D g, List<Slice> row, double y) {
        double x = MARGIN;
        for (int n = 0; n < row.size(); n++) {
            View view = row.get(n).view();
            double top = y + (height(row) - painter.height(view)) / 2, width = painter.width(view);
            painter.paint(g, row.get(n), x, top);
            boolean first = n == 0 || row.get(n - 1).view() != view;
            if (first && view.showsLeftAndRight()) {
                double baseline = top + INSET + letters.capHeight();
                letters.drawOnRim(g, "L", x + INSET, baseline, 0, style.paper());
                letters.drawOnRim(g, "R", x + width - INSET, baseline, 1, style.paper());
            }
            String label = row.get(n).label();
            Lettering fitting = letters.width(label) <= width + GAP ? letters : new Lettering(PageWidth.LEAST_LETTERS);
            fitting.draw(
                    g,
                    label,
                    x + width / 2,
                    y + height(row) + LABEL - 2,
                    0.5,
                    style.paper().ink());
            x += width + GAP;
        }
    }

    private void say(Graphics2D g) {
        Lettering large = new Lettering(9);
        List<String> lines = large.wrap(content.message(), 0.95 * slicesWidth(), 3);
        double y = MARGIN + height() / 2 - (lines.size() - 1) * large.lineHeight() / 2;
        for (int n = 0; n < lines.size(); n++)
            large.drawOnRim(
                    g, lines.get(n), MARGIN + slicesWidth() / 2, y + n * large.lineHeight(), 0.5, style.paper());
    }
}
