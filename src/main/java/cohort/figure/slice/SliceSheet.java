package cohort.figure.slice;

import cohort.InputException;
import cohort.figure.paper.ColourBar;
import cohort.figure.paper.ColourRange;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.ValueRange;
import cohort.figure.space.Extent;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Volume;
import cohort.text.Numbers;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/** The layout of slices in rows and columns, with their positions and a colour bar. Lengths are in points. */
public final class SliceSheet {
    public static final double MARGIN = 9;
    private static final double WIDTH = 540, TALLEST = 165, GAP = 6, LABEL = 13, BAR_GAP = 9, INSET = 3;

    private final List<List<Slice>> rows;
    private final SlicePainter painter;
    private final String message;
    private final ColourBar bar;
    private final Lettering letters;

    public SliceSheet(Volume volume, SliceOptions options) {
        double threshold = options.threshold();
        Upright map = Upright.of(volume.grid(), volume.values());
        Optional<Underlay> underlay =
                options.background().map(background -> Underlay.of(Upright.of(background.grid(), background.values())));
        ValueRange values = ValueRange.of(map.values());
        message = values.emptiness(threshold);
        ColourRange range = ColourRange.of(values.least(), values.most(), threshold, options.vmax(), options.lut());
        Extent shown = Extent.of(map, value -> Math.abs(value) > threshold && Math.abs(value) <= Double.MAX_VALUE);
        Extent ground = Extent.of(underlay.map(Underlay::map).orElse(map), GrayWindow::isSeen);
        Extent all = ground.union(shown).orElse(Extent.all(map.axes()));
        rows = SliceRows.of(options, map, shown.orElse(all));
        requireInside(all);
        SlicePainter unit = new SlicePainter(map, underlay, range, all.low(), all.high(), 1);
        painter = new SlicePainter(map, underlay, range, all.low(), all.high(), scale(unit));
        letters = new Lettering(Math.max(6.5, Math.min(9, 0.06 * tallest(painter))));
        double barHeight = Math.max(70, Math.min(150, height()));
        bar = new ColourBar(range, new Lettering(7.5), options.barLabel(), 8, barHeight);
    }

    private void requireInside(Extent shown) {
        for (List<Slice> row : rows)
            for (Slice slice : row) {
                double low = shown.low()[slice.view().depth()],
                        high = shown.high()[slice.view().depth()];
                if (slice.mm() < low || slice.mm() > high)
                    throw new InputException("cuts: found " + slice.label() + ", expected a position in what is shown, "
                            + slice.axis() + " from " + Numbers.text(low) + " to " + Numbers.text(high) + " mm.");
            }
    }

    private double scale(SlicePainter unit) {
        double scale = TALLEST / tallest(unit);
        for (List<Slice> row : rows) {
            double width =
                    row.stream().mapToDouble(slice -> unit.width(slice.view())).sum();
            scale = Math.min(scale, (WIDTH - GAP * (row.size() - 1)) / width);
        }
        return scale;
    }

    private double tallest(SlicePainter painter) {
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

    private double width() {
        return rows.stream().mapToDouble(this::width).max().orElseThrow();
    }

    /** What draws the slices; that of the first row's first one begins at the margin if no other is taller. */
    public SlicePainter painter() {
        return painter;
    }

    public Figure figure() {
        double right = width() + BAR_GAP + bar.width() + 2 * MARGIN;
        return new Figure(
                (int) Math.ceil(right), (int) Math.ceil(Math.max(height(), bar.height()) + 2 * MARGIN), this::paint);
    }

    private void paint(Graphics2D g) {
        double y = MARGIN;
        for (List<Slice> row : rows) {
            paint(g, row, y);
            y += height(row) + LABEL + GAP;
        }
        bar.paint(g, MARGIN + width() + BAR_GAP, MARGIN + Math.max(0, (height() - bar.height()) / 2));
        if (!message.isEmpty()) say(g);
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
                letters.drawOnRim(g, "L", x + INSET, baseline, 0, Ink.TEXT);
                letters.drawOnRim(g, "R", x + width - INSET, baseline, 1, Ink.TEXT);
            }
            String label = row.get(n).label();
            Lettering fitting = letters.width(label) <= width + GAP ? letters : new Lettering(5.5);
            fitting.draw(g, label, x + width / 2, y + height(row) + LABEL - 2, 0.5, Ink.TEXT);
            x += width + GAP;
        }
    }

    private void say(Graphics2D g) {
        Lettering large = new Lettering(9);
        List<String> lines = large.wrap(message, 0.95 * width(), 3);
        double y = MARGIN + height() / 2 - (lines.size() - 1) * large.lineHeight() / 2;
        for (int n = 0; n < lines.size(); n++)
            large.drawOnRim(g, lines.get(n), MARGIN + width() / 2, y + n * large.lineHeight(), 0.5, Ink.TEXT);
    }
}
