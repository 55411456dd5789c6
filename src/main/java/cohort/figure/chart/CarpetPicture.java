package cohort.figure.chart;

import cohort.figure.paper.Axes;
import cohort.figure.paper.ColourBar;
import cohort.figure.paper.ColourMap;
import cohort.figure.paper.ColourRange;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Pixels;
import cohort.matrix.VoxelMatrix;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Subjects downwards and voxels across, coloured by how far each value lies from the voxel's median over subjects; beside
 * it how far each subject lies from the others. Lengths are in points.
 */
public final class CarpetPicture {
    private static final double MARGIN = 9, WIDTH = 300, HEIGHT = 300, DISTANCES = 100, GAP = 12, HEAD = 16;
    /** A limit that lies farther out, in the distance of the farthest map, is not shown. */
    private static final double FARTHEST = 3;

    private static final int MOST_COLUMNS = 900, MOST_ROWS = 400;
    /** Standard deviations at the ends of the colours. */
    private static final double REACH = 3;

    private final List<String> ids; // of the maps that are shown
    private final List<SubjectDistance> all, distances;
    private final int[] shown;
    private final BufferedImage carpet;
    private final ColourRange range;
    private final int voxels, every;
    private final double rowHeight, labels;
    private final Lettering names = new Lettering(8), small = new Lettering(7);

    public CarpetPicture(
            List<String> ids, RandomAccessibleInterval<? extends RealType<?>> data, List<SubjectDistance> distances) {
        all = distances;
        shown = shown(distances);
        this.ids = Arrays.stream(shown).mapToObj(ids::get).toList();
        this.distances = Arrays.stream(shown).mapToObj(distances::get).toList();
        voxels = Math.toIntExact(data.dimension(0));
        every = (voxels - 1) / MOST_COLUMNS + 1;
        double[][] deviations = deviations(VoxelMatrix.of(data));
        double sigma = sigma(deviations);
        range = ColourRange.of(-REACH * sigma, REACH * sigma, 0, OptionalDouble.empty(), Optional.of(ColourMap.RDBU));
        carpet = new BufferedImage(deviations[0].length, shown.length, BufferedImage.TYPE_INT_ARGB);
        for (int s = 0; s < shown.length; s++)
            for (int c = 0; c < deviations[s].length; c++)
                carpet.setRGB(c, s, Double.isFinite(deviations[s][c]) ? range.rgb(deviations[s][c]) : 0xFF9A9A9A);
        rowHeight = Math.max(1.5, Math.min(12, HEIGHT / shown.length));
        labels = this.ids.stream().mapToDouble(names::width).max().orElse(0) + 4;
    }

    /** Of how many maps one is shown, where there are too many. */
    public static int every(int maps) {
        return (maps - 1) / MOST_ROWS + 1;
    }

    /** Of each run of so many maps the one that is most unlike the others, so that no outlier is without a sign. */
    private static int[] shown(List<SubjectDistance> distances) {
        int n = distances.size(), run = every(n);
        return IntStream.iterate(0, first -> first < n, first -> first + run)
                .map(first -> IntStream.range(first, Math.min(n, first + run))
                        .reduce((a, b) -> unlike(distances.get(b)) > unlike(distances.get(a)) ? b : a)
                        .orElseThrow())
                .toArray();
    }

    private static double unlike(SubjectDistance distance) {
        return Math.abs(distance.score());
    }

    /** Shown subjects x shown voxels: the distance from the voxel's median over all subjects. */
    private double[][] deviations(VoxelMatrix maps) {
        double[][] deviations = new double[shown.length][(voxels - 1) / every + 1];
        double[] one = new double[maps.maps()];
        maps.forEach((first, n, rows) -> {
            for (int v = Math.floorMod(-first, every); v < n; v += every) {
                for (int s = 0; s < one.length; s++) one[s] = rows[s][v];
                Arrays.sort(one);
                double median = (one[(one.length - 1) / 2] + one[one.length / 2]) / 2;
                for (int s = 0; s < shown.length; s++) deviations[s][(first + v) / every] = rows[shown[s]][v] - median;
            }
        });
        return deviations;
    }

    /** Of most values, however far the others lie; above 0. */
    private static double sigma(double[][] deviations) {
        double[] sizes = Arrays.stream(deviations)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(size -> size > 0 && size <= Double.MAX_VALUE)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2] / 0.6745;
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(MARGIN + labels, MARGIN + HEAD, WIDTH, rowHeight * ids.size());
    }

    private double row(int subject) {
        return MARGIN + HEAD + (subject + 0.5) * rowHeight;
    }

    private ColourBar bar() {
        return new ColourBar(range, small, "", 7, Math.max(60, Math.min(110, rowHeight * ids.size())));
    }

    public Figure figure() {
        double width = MARGIN + labels + WIDTH + GAP + DISTANCES + GAP + bar().width() + MARGIN;
        double height = MARGIN + HEAD + Math.max(bar().height(), rowHeight * ids.size()) + Axes.BELOW + MARGIN;
        return new Figure((int) Math.ceil(width), (int) Math.ceil(height), this::paint);
    }

    private void paint(Graphics2D g) {
        Rectangle2D area = area();
        Pixels.draw(g, carpet, area);
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(area);
        names.draw(g, "difference from the median subject", area.getCenterX(), area.getY() - 5, 0.5, Ink.TEXT);
        String across = every == 1 ? voxels + " voxels" : voxels + " voxels, one of " + every + " shown";
        if (shown.length < all.size())
            across += String.format(Locale.ROOT, "; one of each %d of %,d maps", every(all.size()), all.size());
        names.draw(g, across, area.getCenterX(), area.getMaxY() + 12, 0.5, Ink.TEXT);
        rows(g, area.getX() - 4);
        distances(g);
        bar().paint(g, area.getMaxX() + GAP + DISTANCES + GAP, area.getY());
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
        Rectangle2D area = new Rectangle2D.Double(area().getMaxX() + GAP, area().getY(), DISTANCES, area().getHeight());
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
