package cohort.figure.chart;

import cohort.figure.colour.ColourBar;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Paper;
import cohort.figure.paper.Pixels;
import cohort.figure.paper.Style;
import cohort.matrix.VoxelMatrix;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.text.Numbers;
import cohort.text.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Subjects downwards and voxels across, coloured by how far each value lies from the voxel's median over subjects; beside
 * it how far each subject lies from the others. Lengths are in points.
 */
public final class CarpetPicture {
    private static final double MARGIN = 9, WIDTH = 400, LEAST = 220, HEIGHT = 300, GAP = 12, HEAD = 16;
    /** Part of the room that the distances take, and the least width of their frame. */
    private static final double DISTANCES = 0.25, LEAST_DISTANCES = 90;

    /** A limit that lies farther out, in the distance of the farthest map, is not shown. */
    private static final double FARTHEST = 3;

    private final List<String> ids; // of the maps that are shown
    private final List<SubjectDistance> all, distances;
    private final CarpetCells cells;
    private final Style style;
    private final double rowHeight, labels, width, beside;
    private final Lettering names = new Lettering(8), small = new Lettering(7);

    /** The layout at a width. */
    public static CarpetPicture of(
            List<String> ids,
            RandomAccessibleInterval<? extends RealType<?>> data,
            List<SubjectDistance> distances,
            Style style) {
        List<Integer> rows = CarpetRows.of(distances);
        List<String> shown = rows.stream().map(ids::get).toList();
        CarpetCells cells = CarpetCells.of(VoxelMatrix.of(data), rows, Math.toIntExact(data.dimension(0)));
        return style.width()
                .fill(
                        WIDTH,
                        room -> new CarpetPicture(shown, rows, distances, cells, style, room),
                        CarpetPicture::width);
    }

    private CarpetPicture(
            List<String> ids,
            List<Integer> rows,
            List<SubjectDistance> all,
            CarpetCells cells,
            Style style,
            double room) {
        this.ids = ids;
        this.all = all;
        distances = rows.stream().map(all::get).toList();
        this.cells = cells;
        this.style = style;
        rowHeight = Math.max(1.5, Math.min(12, HEIGHT / ids.size()));
        labels = ids.stream().mapToDouble(names::width).max().orElse(0) + 4;
        beside = Math.max(LEAST_DISTANCES, DISTANCES * room);
        width = Math.max(LEAST, room) - beside;
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(MARGIN + labels, MARGIN + HEAD, width, rowHeight * ids.size());
    }

    private double row(int subject) {
        return MARGIN + HEAD + (subject + 0.5) * rowHeight;
    }

    private ColourBar bar() {
        return new ColourBar(
                cells.range(), Paper.WHITE, small, "", 7, Math.max(60, Math.min(110, rowHeight * ids.size())));
    }

    private double width() {
        return MARGIN + labels + width + GAP + beside + GAP + bar().width() + MARGIN;
    }

    public Figure figure() {
        double height = MARGIN + HEAD + Math.max(bar().height(), rowHeight * ids.size()) + Axes.BELOW + MARGIN;
        return style.finish(new Figure((int) Math.ceil(width()), (int) Math.ceil(height), this::paint));
    }

    private void paint(Graphics2D g) {
        Rectangle2D area = area();
        Pixels.draw(g, cells.image(), area);
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(area);
        names.draw(g, "difference from the median over maps", area.getCenterX(), area.getY() - 5, 0.5, Ink.TEXT);
        String across = cells.every() == 1
                ? Words.count(cells.voxels(), "voxel")
                : Words.count(cells.voxels()) + " voxels, one of " + Words.count(cells.every()) + " shown";
        across += CarpetRows.words(all.size());
        names.draw(g, across, area.getCenterX(), area.getMaxY() + 12, 0.5, Ink.TEXT);
        rows(g, area.getX() - 4);
        distances(g);
        bar().paint(g, area.getMaxX() + GAP + beside + GAP, area.getY());
    }

    /** All names, or as many as fit, but those of outliers in any case. */
    private void rows(Graphics2D g, double right) {
        int step = rowHeight >= 0.95 * names.lineHeight() ? 1 : (int) Math.ceil(names.lineHeight() / rowHeight);
        double free = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < ids.size(); s++) {
            boolean outlier = distances.get(s).isOutlier();
            if (outlier) names.draw(g, ids.get(s), right, row(s) + names.capHeight() / 2, 1, Ink.MARK);
            else if (s % step == 0 && row(s) >= free && !outlierNear(s, step))
                names.draw(g, ids.get(s), right, row(s) + names.capHeight() / 2, 1, Ink.TEXT);
            if (outlier) free = row(s) + 0.95 * names.lineHeight();
        }
    }

    private boolean outlierNear(int subject, int step) {
        for (int s = subject + 1; s < Math.min(ids.size(), subject + step); s++)
            if (distances.get(s).isOutlier()) return true;
        return false;
    }

    private static void line(Graphics2D g, Axes axes, Rectangle2D area, double distance, Color colour) {
        g.setColor(colour);
        g.draw(new Line2D.Double(axes.x(distance), area.getY(), axes.x(distance), area.getMaxY()));
    }

    private void distances(Graphics2D g) {
        Rectangle2D area = new Rectangle2D.Double(area().getMaxX() + GAP, area().getY(), beside, area().getHeight());
        double most = distances.stream()
                .mapToDouble(SubjectDistance::distance)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double[] limits = SubjectDistances.limits(all);
        double shown = limits[1] <= FARTHEST * most ? limits[1] : 0;
        Axes axes = new Axes(area, 0, 1.08 * Math.max(1.2, Math.max(most, shown)), 0, 1);
        g.setStroke(new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0));
        line(g, axes, area, 1, Ink.GUIDE);
        for (double limit : limits) if (limit < axes.xHigh()) line(g, axes, area, limit, Ink.MARK);
        axes.paint(g, Axes.round(0, axes.xHigh(), 4), "distance from the others", List.of(), "");
        double radius = Math.max(1, Math.min(2.6, 0.3 * rowHeight));
        for (int s = 0; s < ids.size(); s++) {
            double x = Math.min(area.getMaxX(), axes.x(distances.get(s).distance()));
            g.setColor(distances.get(s).isOutlier() ? Ink.MARK : Ink.TEXT);
            g.setStroke(new BasicStroke(0.6f));
            g.draw(new Line2D.Double(area.getX(), row(s), x, row(s)));
            g.fill(new Ellipse2D.Double(x - radius, row(s) - radius, 2 * radius, 2 * radius));
        }
        long outliers = all.stream().filter(SubjectDistance::isOutlier).count();
        String head = outliers == 0
                ? "no outlier: |score| ≤ " + Numbers.text(SubjectDistance.CUT)
                : outliers == 1 ? "1 outlier" : outliers + " outliers";
        names.draw(g, head, area.getCenterX(), area.getY() - 5, 0.5, outliers == 0 ? Ink.TEXT : Ink.MARK);
    }
}
