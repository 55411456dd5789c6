package cohort.figure.chart;

import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.colour.ColourKey;
import cohort.figure.colour.ColourMap;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Pixels;
import cohort.figure.paper.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Contrasts and regressors under the names of the regressors. Each regressor has colours from its own least to its own
 * greatest value, which stand below, so that an age in years is seen to vary as well as a group of 0 and 1. Lengths are in
 * points. A regressor with another value in each voxel is hatched.
 */
public final class DesignPicture {
    static final double MARGIN = 9;
    private static final ColourMap LUT = ColourMap.VIRIDIS;
    private static final double WIDTH = 360, HEIGHT = 300, GAP = 4, BETWEEN = 6, WIDEST = 60, HATCH = 5;
    private static final Color VOXELWISE = new Color(0xE6E6E6);

    private final DesignMatrix design;
    private final ColumnNames columns;
    private final ContrastWeights weights;
    private final ColumnExtremes extremes;
    private final ColourKey key = new ColourKey(LUT);
    private final Style style;
    private final double cellWidth, cellHeight, left;
    private final Lettering letters = new Lettering(8);

    /**
     * The layout at a width.
     *
     * @param rows whether the subjects' rows are drawn
     */
    public static DesignPicture of(DesignMatrix design, List<Contrast> contrasts, boolean rows, Style style) {
        return style.width()
                .fill(WIDTH, room -> new DesignPicture(design, contrasts, rows, style, room), DesignPicture::width);
    }

    private DesignPicture(DesignMatrix design, List<Contrast> contrasts, boolean rows, Style style, double room) {
        this.design = design;
        this.style = style;
        cellWidth = Math.max(4, Math.min(style.width().isGiven() ? WIDEST : 32, room / design.size()));
        cellHeight = rows ? Math.min(11, HEIGHT / design.rows()) : 0;
        columns = new ColumnNames(design.columns(), cellWidth);
        weights = new ContrastWeights(contrasts, cellWidth);
        extremes = new ColumnExtremes(design, cellWidth);
        double ids = design.ids().stream().mapToDouble(letters::width).max().orElse(0) + GAP;
        left = MARGIN + Math.max(weights.nameWidth(), rows ? Math.max(ids, extremes.nameWidth()) : 0);
    }

    private double top() {
        return MARGIN + columns.height();
    }

    /** Where the regressors' cells are. */
    Rectangle2D area() {
        double y = top() + weights.height() + (weights.height() > 0 && cellHeight > 0 ? BETWEEN : 0);
        return new Rectangle2D.Double(left, y, design.size() * cellWidth, design.rows() * cellHeight);
    }

    private double width() {
        double right = left + columns.width();
        if (cellHeight > 0 && extremes.vary()) right = Math.max(right, area().getMaxX() + 2 * BETWEEN + key.width());
        return right + MARGIN;
    }

    public Figure figure() {
        double bottom = area().getMaxY();
        if (cellHeight > 0) bottom = Math.max(bottom + extremes.height(), area().getY() + key.height());
        return style.finish(new Figure((int) Math.ceil(width()), (int) Math.ceil(bottom + MARGIN), this::paint));
    }

    private void paint(Graphics2D g) {
        columns.paint(g, left, top());
        weights.paint(g, left, top());
        if (cellHeight == 0) return;
        Rectangle2D area = area();
        Pixels.draw(g, cells(), area);
        g.setStroke(new BasicStroke(0.5f));
        for (int c = 0; c < design.size(); c++)
            if (design.voxelwise(c).isPresent())
                hatch(g, new Rectangle2D.Double(left + c * cellWidth, area.getY(), cellWidth, area.getHeight()));
        g.setColor(Color.WHITE);
        for (int c = 1; c < design.size() && cellWidth > 5; c++)
            g.draw(new Line2D.Double(left + c * cellWidth, area.getY(), left + c * cellWidth, area.getMaxY()));
        g.setColor(Ink.TEXT);
        g.draw(area);
        int every = ColumnNames.every(design.rows(), 0.95 * letters.lineHeight() / cellHeight);
        for (int r = 0; r < design.rows(); r += every) {
            double baseline = area.getY() + (r + 0.5) * cellHeight + letters.capHeight() / 2;
            letters.draw(g, design.ids().get(r), left - GAP, baseline, 1, Ink.TEXT);
        }
        extremes.paint(g, left, area.getMaxY());
        if (extremes.vary()) key.paint(g, area.getMaxX() + 2 * BETWEEN, area.getY());
    }

    /** Of a regressor with another value in each voxel no values are shown. */
    private static void hatch(Graphics2D g, Rectangle2D column) {
        Shape before = g.getClip();
        g.clip(column);
        g.setColor(Ink.GUIDE);
        for (double x = column.getX() - column.getHeight(); x < column.getMaxX(); x += HATCH)
            g.draw(new Line2D.Double(x, column.getMaxY(), x + column.getHeight(), column.getY()));
        g.setClip(before);
    }

    private BufferedImage cells() {
        BufferedImage cells = new BufferedImage(design.size(), design.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int c = 0; c < design.size(); c++) {
            double[] column = design.column(c);
            double least = Arrays.stream(column).min().orElseThrow();
            double range = Arrays.stream(column).max().orElseThrow() - least;
            boolean voxelwise = design.voxelwise(c).isPresent();
            for (int r = 0; r < column.length; r++)
                cells.setRGB(
                        c, r, voxelwise ? VOXELWISE.getRGB() : LUT.rgb(range > 0 ? (column[r] - least) / range : 1));
        }
        return cells;
    }
}
