package cohort.figure;

import cohort.InputException;
import cohort.image.Volume;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;

/** The layout of slices in rows and columns, with their positions and a colour bar. Lengths are in points. */
final class SliceSheet {
    static final double MARGIN = 9;
    private static final double WIDTH = 540, GAP = 6, LABEL = 13, BAR_GAP = 9;
    private static final int OUTLINE_GRAY = 0xFFD4D6D9;

    /**
     * One slice.
     *
     * @param view across which axis
     * @param mm where on it
     * @param point x, y, z of the crosshair
     */
    record Slice(View view, double mm, Optional<double[]> point) {}

    private final List<List<Slice>> rows;
    private final Upright map;
    private final Optional<Underlay> underlay;
    private final SliceOptions options;
    private final ColourRange range;
    private final String message;
    private final double[] low, high;
    private final double scale;
    private final ColourBar bar;
    private final Lettering letters;

    SliceSheet(Volume volume, SliceOptions options) {
        this.options = options;
        map = Upright.of(volume.grid(), volume.values());
        underlay =
                options.background().map(background -> Underlay.of(Upright.of(background.grid(), background.values())));
        ValueRange values = ValueRange.of(map.values());
        message = values.emptiness(options.threshold());
        range = ColourRange.of(values.least(), values.most(), options.threshold(), options.vmax(), options.lut());
        Extent shown =
                Extent.of(map, value -> Math.abs(value) > options.threshold() && Math.abs(value) <= Double.MAX_VALUE);
        Extent ground = Extent.of(underlay.map(Underlay::map).orElse(map), Underlay::isSeen);
        Extent all = ground.union(shown).orElse(Extent.all(map.axes()));
        low = all.low();
        high = all.high();
        rows = SliceRows.of(options, map, shown.orElse(all));
        requireInside(rows);
        double unit = rows.stream().mapToDouble(row -> width(row, 1)).max().orElseThrow();
        double gaps = GAP * (rows.stream().mapToInt(List::size).max().orElseThrow() - 1);
        double tallest = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(slice -> span(slice.view().up()))
                .max()
                .orElseThrow();
        scale = Math.min((WIDTH - gaps) / unit, 165 / tallest);
        letters = new Lettering(Math.max(6.5, Math.min(9, 0.06 * scale * tallest)));
        double barHeight = Math.max(70, Math.min(150, height()));
        bar = new ColourBar(range, new Lettering(7.5), options.barLabel(), 8, barHeight);
    }

    private void requireInside(List<List<Slice>> rows) {
        for (List<Slice> row : rows)
            for (Slice slice : row) {
                int axis = slice.view().depth();
                if (slice.mm() >= low[axis] && slice.mm() <= high[axis]) continue;
                throw new InputException("cuts: found " + "xyz".charAt(axis) + " = " + Numbers.text(slice.mm())
                        + " mm, expected a position in what is shown, " + Numbers.text(low[axis]) + " to "
                        + Numbers.text(high[axis]) + " mm.");
            }
    }

    private double span(int axis) {
        return high[axis] - low[axis];
    }

    private double width(List<Slice> row, double scale) {
        return row.stream()
                .mapToDouble(slice -> span(slice.view().across()) * scale)
                .sum();
    }

    private double rowHeight(List<Slice> row) {
        return row.stream().mapToDouble(slice -> span(slice.view().up())).max().orElseThrow() * scale + LABEL;
    }

    private double height() {
        return rows.stream().mapToDouble(this::rowHeight).sum() + (rows.size() - 1) * GAP;
    }

    private double width() {
        return rows.stream()
                .mapToDouble(row -> width(row, scale) + (row.size() - 1) * GAP)
                .max()
                .orElseThrow();
    }

    Figure figure() {
        double right = width() + BAR_GAP + bar.width() + 2 * MARGIN,
                below = Math.max(height(), bar.height()) + 2 * MARGIN;
        return new Figure((int) Math.ceil(right), (int) Math.ceil(below), this::paint);
    }

    private void paint(Graphics2D g) {
        double y = MARGIN;
        for (List<Slice> row : rows) {
            double x = MARGIN;
            for (int n = 0; n < row.size(); n++) {
                Slice slice = row.get(n);
                double top = y + (rowHeight(row) - LABEL - span(slice.view().up()) * scale) / 2;
                paint(g, slice, x, top, n == 0 || row.get(n - 1).view() != slice.view());
                label(g, slice, x + span(slice.view().across()) * scale / 2, y + rowHeight(row));
                x += span(slice.view().across()) * scale + GAP;
            }
            y += rowHeight(row) + GAP;
        }
        bar.paint(g, MARGIN + width() + BAR_GAP, MARGIN + Math.max(0, (height() - bar.height()) / 2));
        if (!message.isEmpty()) say(g);
    }

    /** From mm across and up to points, when the slice's upper left corner is at a point. */
    AffineTransform fromMm(View view, double left, double top) {
        AffineTransform transform =
                AffineTransform.getTranslateInstance(left - low[view.across()] * scale, top + high[view.up()] * scale);
        transform.scale(scale, -scale);
        return transform;
    }

    private void paint(Graphics2D g, Slice slice, double left, double top, boolean sides) {
        View view = slice.view();
        AffineTransform fromMm = fromMm(view, left, top);
        Rectangle2D frame = new Rectangle2D.Double(left, top, span(view.across()) * scale, span(view.up()) * scale);
        Shape clip = g.getClip();
        g.clip(frame);
        if (underlay.isPresent()) {
            Upright ground = underlay.get().map();
            Pixels.drawSmoothly(g, underlay.get().slice(view, slice.mm()), place(ground.axes(), view, fromMm));
        } else {
            layer(g, slice, fromMm, value -> Underlay.isSeen(value) ? OUTLINE_GRAY : 0);
        }
        double threshold = options.threshold();
        layer(
                g,
                slice,
                fromMm,
                value -> Math.abs(value) > threshold && Math.abs(value) <= Double.MAX_VALUE ? range.rgb(value) : 0);
        slice.point().ifPresent(point -> crosshair(g, view, point, fromMm, frame));
        g.setClip(clip);
        if (sides && view.showsLeftAndRight()) {
            letters.drawOnRim(g, "L", left + 3, top + 3 + letters.capHeight(), 0, Ink.TEXT);
            letters.drawOnRim(g, "R", frame.getMaxX() - 3, top + 3 + letters.capHeight(), 1, Ink.TEXT);
        }
    }

    private void layer(Graphics2D g, Slice slice, AffineTransform fromMm, DoubleToIntFunction colour) {
        BufferedImage image = Slab.draw(map, slice.view(), slice.mm(), colour);
        Pixels.draw(g, image, place(map.axes(), slice.view(), fromMm));
    }

    /** From the pixels of a layer, first row uppermost, to points. */
    private static AffineTransform place(SpaceAxes axes, View view, AffineTransform fromMm) {
        Rectangle2D mm = Slab.mm(axes, view);
        AffineTransform place = new AffineTransform(fromMm);
        place.translate(mm.getX(), mm.getMaxY());
        place.scale(axes.spacing(view.across()), -axes.spacing(view.up()));
        return place;
    }

    /** Two thin lines that leave the point itself free. */
    private void crosshair(Graphics2D g, View view, double[] point, AffineTransform fromMm, Rectangle2D frame) {
        double[] at = {point[view.across()], point[view.up()]};
        fromMm.transform(at, 0, at, 0, 1);
        double free = 6;
        for (int pass = 0; pass < 2; pass++) {
            g.setColor(pass == 0 ? new Color(0xB0FFFFFF, true) : Ink.TEXT);
            g.setStroke(new BasicStroke(pass == 0 ? 1.3f : 0.5f));
            g.draw(new Line2D.Double(frame.getX(), at[1], at[0] - free, at[1]));
            g.draw(new Line2D.Double(at[0] + free, at[1], frame.getMaxX(), at[1]));
            g.draw(new Line2D.Double(at[0], frame.getY(), at[0], at[1] - free));
            g.draw(new Line2D.Double(at[0], at[1] + free, at[0], frame.getMaxY()));
        }
    }

    private void label(Graphics2D g, Slice slice, double middle, double bottom) {
        String text = "xyz".charAt(slice.view().depth()) + " = " + Numbers.text(slice.mm()) + " mm";
        Lettering fitting =
                letters.width(text) <= span(slice.view().across()) * scale + GAP ? letters : new Lettering(5.5);
        fitting.draw(g, text, middle, bottom - 2, 0.5, Ink.TEXT);
    }

    private void say(Graphics2D g) {
        Lettering large = new Lettering(9);
        List<String> lines = large.wrap(message, 0.95 * width(), 3);
        double y = MARGIN + height() / 2 - (lines.size() - 1) * large.lineHeight() / 2;
        for (int n = 0; n < lines.size(); n++)
            large.drawOnRim(g, lines.get(n), MARGIN + width() / 2, y + n * large.lineHeight(), 0.5, Ink.TEXT);
    }

    /** All slices, for tests of what is where. */
    List<Slice> slices() {
        List<Slice> all = new ArrayList<>();
        rows.forEach(all::addAll);
        return all;
    }
}
