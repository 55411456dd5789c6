package cohort.figure.chart;

import cohort.figure.colour.ColourMap;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Pixels;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values of two maps against each other, as numbers of voxels in the cells of a grid. Lengths are in points.
 *
 * @param xName what the first values are
 * @param yName what the second values are
 * @param low the least value on both axes
 * @param high the greatest value on both axes, above {@code low}
 * @param counts of voxels: rows upwards, cells from left to right
 */
public record DensityPicture(String xName, String yName, double low, double high, int[][] counts) {
    private static final int CELLS = 80;
    private static final double MARGIN = 8, SIDE = 230, LEFT = 34;
    /** The lightest gray of a cell that holds a voxel. */
    private static final double PALEST = 0.85;

    /** Counts the voxels that are finite in both maps. */
    public static DensityPicture of(String xName, double[] x, String yName, double[] y) {
        int[] both = IntStream.range(0, x.length)
                .filter(v -> Double.isFinite(x[v]) && Double.isFinite(y[v]))
                .toArray();
        double low =
                Arrays.stream(both).mapToDouble(v -> Math.min(x[v], y[v])).min().orElse(0);
        double high =
                Arrays.stream(both).mapToDouble(v -> Math.max(x[v], y[v])).max().orElse(1);
        if (!(high > low)) high = low + 1;
        int[][] counts = new int[CELLS][CELLS];
        for (int v : both) counts[cell(y[v], low, high)][cell(x[v], low, high)]++;
        return new DensityPicture(xName, yName, low, high, counts);
    }

    private static int cell(double value, double low, double high) {
        return (int) Math.min(CELLS - 1, CELLS * ((value - low) / (high - low)));
    }

    public Figure figure() {
        double width = MARGIN + LEFT + SIDE + MARGIN, height = MARGIN + SIDE + Axes.BELOW + MARGIN;
        return new Figure((int) Math.ceil(width), (int) Math.ceil(height), this::paint);
    }

    private void paint(Graphics2D g) {
        Rectangle2D area = new Rectangle2D.Double(MARGIN + LEFT, MARGIN, SIDE, SIDE);
        Axes axes = new Axes(area, low, high, low, high);
        Pixels.draw(g, cells(), area);
        g.setColor(Ink.MARK);
        g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        g.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getY()));
        List<Axes.Mark> marks = Axes.round(low, high, 6);
        axes.paint(g, marks, xName, marks, yName);
    }

    private BufferedImage cells() {
        BufferedImage cells = new BufferedImage(CELLS, CELLS, BufferedImage.TYPE_INT_ARGB);
        double most = Math.log1p(Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .mapToDouble(count -> count)
                .max()
                .orElse(1));
        int[] grays = ColourMap.GRAY.table();
        for (int row = 0; row < CELLS; row++)
            for (int c = 0; c < CELLS; c++)
                if (counts[row][c] > 0) {
                    double dark = Math.log1p(counts[row][c]) / most;
                    cells.setRGB(c, CELLS - 1 - row, grays[(int) Math.round(255 * PALEST * (1 - dark))] | 0xFF000000);
                }
        return cells;
    }
}
