package cohort.figure.chart;

import cohort.design.matrix.Contrast;
import cohort.figure.colour.ColourMap;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of contrasts as cells with numbers, each row with its name at the left. Lengths are in points. */
final class ContrastWeights {
    private static final double ROW = 15, GAP = 4, LONGEST_NAME = 110;
    /** The part of the colours used, beyond which white and black numbers are hard to read. */
    private static final double STRONGEST = 0.38;

    private final List<double[]> rows = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final double cellWidth, most;
    private final Lettering letters = new Lettering(8), numbers = new Lettering(7.5);

    /** @param contrasts from above; the rows of one F share a name */
    ContrastWeights(List<Contrast> contrasts, double cellWidth) {
        this.cellWidth = cellWidth;
        for (Contrast contrast : contrasts) {
            double[][] weights = contrast.rows();
            // The text of cells is long, and those of one factor begin alike.
            boolean telling = !contrast.text().isBlank() && !contrast.text().contains("cell(");
            String text = telling ? contrast.text() : contrast.name();
            for (int r = 0; r < weights.length; r++) {
                rows.add(weights[r]);
                names.add(
                        r > 0
                                ? ""
                                : letters.wrap((contrast.isF() ? "F: " : "t: ") + text, LONGEST_NAME, 1)
                                        .get(0));
            }
        }
        most = rows.stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    double height() {
        return ROW * rows.size();
    }

    /** Width of the names at the left. */
    double nameWidth() {
        return names.stream().mapToDouble(letters::width).max().orElse(0) + GAP;
    }

    /** Draws the cells with their upper left corner at a point. */
    void paint(Graphics2D g, double x, double y) {
        for (int r = 0; r < rows.size(); r++) {
            double middle = y + (r + 0.5) * ROW;
            letters.draw(g, names.get(r), x - GAP, middle + letters.capHeight() / 2, 1, Ink.TEXT);
            for (int c = 0; c < rows.get(r).length; c++) cell(g, rows.get(r)[c], x + c * cellWidth, y + r * ROW);
        }
    }

    private void cell(Graphics2D g, double weight, double x, double y) {
        Rectangle2D cell = new Rectangle2D.Double(x, y, cellWidth, ROW);
        g.setColor(new Color(ColourMap.RDBU.rgb(most > 0 ? 0.5 + STRONGEST * weight / most : 0.5)));
        g.fill(cell);
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(cell);
        String text = Numbers.text(weight);
        if (numbers.width(text) > cellWidth - 1) return;
        Color ink = Math.abs(weight) > 0.6 * most ? Color.WHITE : Ink.TEXT;
        numbers.draw(g, text, cell.getCenterX(), cell.getCenterY() + numbers.capHeight() / 2, 0.5, ink);
    }
}
