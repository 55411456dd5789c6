package cohort.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A matrix as coloured cells, the names of its columns above and of its rows at the left. Where there are too many names
 * to write, every second, fifth, ... is written. Lengths are in points.
 */
final class MatrixSheet {
    private static final double MARGIN = 9, GAP = 4, LONGEST_NAME = 150;
    private final List<String> columns, rows;
    private final BufferedImage cells;
    private final double cellWidth, cellHeight;
    private final Lettering letters = new Lettering(8);
    private final boolean slanted;

    /**
     * @param columns names, from left to right
     * @param rows names, from above
     * @param cells a pixel a cell
     */
    MatrixSheet(List<String> columns, List<String> rows, BufferedImage cells, double cellWidth, double cellHeight) {
        this.columns = columns.stream().map(this::cut).toList();
        this.rows = rows.stream().map(this::cut).toList();
        this.cells = cells;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.slanted = this.columns.stream().anyMatch(name -> letters.width(name) > cellWidth - GAP);
    }

    private String cut(String name) {
        List<String> lines = letters.wrap(name, LONGEST_NAME, 1);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private double widest(List<String> names) {
        return names.stream().mapToDouble(letters::width).max().orElse(0);
    }

    /** Where the cells are. */
    Rectangle2D area() {
        double above = slanted ? (widest(columns) + letters.lineHeight()) * Math.sqrt(0.5) : letters.lineHeight();
        double left = rows.isEmpty() ? 0 : widest(rows) + GAP;
        return new Rectangle2D.Double(
                MARGIN + left, MARGIN + above + GAP, columns.size() * cellWidth, cells.getHeight() * cellHeight);
    }

    /** How far the names reach to the right, with a margin. */
    double right() {
        double right = area().getMaxX();
        for (int c = 0; slanted && c < columns.size(); c++)
            right = Math.max(
                    right, column(c) + (letters.width(columns.get(c)) + letters.lineHeight()) * Math.sqrt(0.5));
        return right + MARGIN;
    }

    /** The end of the cells and a margin. */
    double bottom() {
        return area().getMaxY() + MARGIN;
    }

    /** The middle of a column. */
    double column(int c) {
        return area().getX() + (c + 0.5) * cellWidth;
    }

    /** The middle of a row. */
    double row(int r) {
        return area().getY() + (r + 0.5) * cellHeight;
    }

    void paint(Graphics2D g) {
        Rectangle2D area = area();
        Pixels.draw(g, cells, area);
        g.setStroke(new BasicStroke(0.5f));
        g.setColor(Color.WHITE);
        for (int c = 1; c < columns.size() && cellWidth > 5; c++) line(g, area, c);
        g.setColor(Ink.TEXT);
        g.draw(area);
        int every = every(columns.size(), slanted ? letters.lineHeight() * Math.sqrt(2) / cellWidth : 1);
        for (int c = 0; c < columns.size(); c += every)
            if (slanted)
                letters.drawSlanted(g, columns.get(c), column(c), area.getY() - GAP, 0, -Math.PI / 4, Ink.TEXT);
            else letters.draw(g, columns.get(c), column(c), area.getY() - GAP, 0.5, Ink.TEXT);
        every = every(rows.size(), 0.95 * letters.lineHeight() / cellHeight);
        for (int r = 0; r < rows.size(); r += every)
            letters.draw(g, rows.get(r), area.getX() - GAP, row(r) + letters.capHeight() / 2, 1, Ink.TEXT);
    }

    private void line(Graphics2D g, Rectangle2D area, int c) {
        double x = area.getX() + c * cellWidth;
        g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
    }

    /** The least of 1, 2, 5, 10, ... that leaves room for each name. */
    private static int every(int names, double least) {
        return least <= 1 || names == 1 ? 1 : (int) Math.ceil(Math.max(2, Tick.step(least)));
    }
}
