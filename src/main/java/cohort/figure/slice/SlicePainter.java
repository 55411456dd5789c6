package cohort.figure.slice;

import cohort.figure.colour.ColourRange;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Paper;
import cohort.figure.paper.Pixels;
import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;

/**
 * Draws slices of a map and of what lies under it at one scale. Lengths are in points.
 *
 * @param map the values
 * @param underlay what lies under it; empty for its own voxels in one gray
 * @param range the colours
 * @param smooth whether colours run from voxel to voxel
 * @param paper what they are drawn on
 * @param low the lower ends of what is shown along x, y, z in mm
 * @param high the upper ends
 * @param scale points per mm
 */
record SlicePainter(
        Upright map,
        Optional<Underlay> underlay,
        ColourRange range,
        boolean smooth,
        Paper paper,
        double[] low,
        double[] high,
        double scale) {
    private static final double FREE = 6;
    private static final Color RIM = new Color(0xB0FFFFFF, true);

    double width(View view) {
        return (high[view.across()] - low[view.across()]) * scale;
    }

    double height(View view) {
        return (high[view.up()] - low[view.up()]) * scale;
    }

    /** From mm across and up to points, when the slice's upper left corner is at a point. */
    AffineTransform fromMm(View view, double left, double top) {
        AffineTransform transform =
                AffineTransform.getTranslateInstance(left - low[view.across()] * scale, top + high[view.up()] * scale);
        transform.scale(scale, -scale);
        return transform;
    }

    /** Draws with the upper left corner at a point. */
    void paint(Graphics2D g, Slice slice, double left, double top) {
        View view = slice.view();
        AffineTransform fromMm = fromMm(view, left, top);
        Rectangle2D frame = new Rectangle2D.Double(left, top, width(view), height(view));
        Shape clip = g.getClip();
        g.clip(frame);
        underlay.ifPresentOrElse(
                ground -> Pixels.drawSmoothly(
                        g, ground.slice(view, slice.mm()), place(ground.map().axes(), view, fromMm)),
                () -> layer(
                        g,
                        slice,
                        fromMm,
                        value -> GrayWindow.isSeen(value) ? paper.tissue().getRGB() : 0));
        if (smooth) smoothLayer(g, slice, fromMm);
        else layer(g, slice, fromMm, value -> range.shows(value) ? range.rgb(value) : 0);
        slice.point().ifPresent(point -> crosshair(g, view, point, fromMm, frame));
        g.setClip(clip);
    }

    private void layer(Graphics2D g, Slice slice, AffineTransform fromMm, DoubleToIntFunction colour) {
        Pixels.draw(g, Slab.draw(map, slice.view(), slice.mm(), colour), place(map.axes(), slice.view(), fromMm));
    }

    private void smoothLayer(Graphics2D g, Slice slice, AffineTransform fromMm) {
        SmoothLayer layer = SmoothLayer.of(map, slice.view(), slice.mm(), scale, Pixels.perPoint(g));
        AffineTransform place = place(map.axes(), slice.view(), fromMm);
        place.scale(1.0 / layer.times(), 1.0 / layer.times());
        Pixels.draw(g, layer.draw(range), place);
    }

    /** From the pixels of a layer, first row uppermost, to points. */
    private static AffineTransform place(SpaceAxes axes, View view, AffineTransform fromMm) {
        AffineTransform place = new AffineTransform(fromMm);
        place.translate(axes.low(view.across()), axes.high(view.up()));
        place.scale(axes.spacing(view.across()), -axes.spacing(view.up()));
        return place;
    }

    /** Two thin lines that leave the point itself free, light beneath dark, to be seen on any ground. */
    private static void crosshair(Graphics2D g, View view, double[] point, AffineTransform fromMm, Rectangle2D frame) {
        double[] at = {point[view.across()], point[view.up()]};
        fromMm.transform(at, 0, at, 0, 1);
        for (boolean rim : new boolean[] {true, false}) {
            g.setColor(rim ? RIM : Ink.TEXT);
            g.setStroke(new BasicStroke(rim ? 1.3f : 0.5f));
            g.draw(new Line2D.Double(frame.getX(), at[1], at[0] - FREE, at[1]));
            g.draw(new Line2D.Double(at[0] + FREE, at[1], frame.getMaxX(), at[1]));
            g.draw(new Line2D.Double(at[0], frame.getY(), at[0], at[1] - FREE));
            g.draw(new Line2D.Double(at[0], at[1] + FREE, at[0], frame.getMaxY()));
        }
    }
}
