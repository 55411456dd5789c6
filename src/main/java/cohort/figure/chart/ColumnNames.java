package cohort.figure.chart;

import cohort.figure.colour.Tick;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import java.awt.Graphics2D;
import java.util.List;

/** Names above columns, level if they fit and slanted if not; where there are too many, every second, fifth, ... In points. */
final class ColumnNames {
    private static final double GAP = 4, LONGEST = 150, SLANT = Math.sqrt(0.5);

    private final List<String> names;
    private final double cellWidth;
    private final Lettering letters = new Lettering(8);
    private final boolean slanted;

    ColumnNames(List<String> names, double cellWidth) {
        this.names = names.stream().map(this::cut).toList();
        this.cellWidth = cellWidth;
        this.slanted = this.names.stream().anyMatch(name -> letters.width(name) > cellWidth - GAP);
    }

    private String cut(String name) {
        List<String> lines = letters.wrap(name, LONGEST, 1);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    double height() {
        double widest = names.stream().mapToDouble(letters::width).max().orElse(0);
        return GAP + (slanted ? (widest + letters.lineHeight()) * SLANT : letters.lineHeight());
    }

    /** How far the names reach beyond the left end of the first column. */
    double width() {
        double right = names.size() * cellWidth;
        for (int c = 0; slanted && c < names.size(); c++)
            right = Math.max(
                    right, (c + 0.5) * cellWidth + (letters.width(names.get(c)) + letters.lineHeight()) * SLANT);
        return right;
    }

    /** Draws the names above the columns whose first begins at a point. */
    void paint(Graphics2D g, double x, double y) {
        int every = every(names.size(), slanted ? letters.lineHeight() / SLANT / cellWidth : 1);
        for (int c = 0; c < names.size(); c += every) {
            double middle = x + (c + 0.5) * cellWidth;
            if (slanted) letters.drawSlanted(g, names.get(c), middle, y - GAP, 0, -Math.PI / 4, Ink.TEXT);
            else letters.draw(g, names.get(c), middle, y - GAP, 0.5, Ink.TEXT);
        }
    }

    /** The least of 1, 2, 5, 10, ... that leaves room for each of so many names. */
    static int every(int names, double least) {
        return least <= 1 || names == 1 ? 1 : (int) Math.max(2, Tick.step(least));
    }
}
