package cohort.figure;

import cohort.design.DesignMatrix;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * The regressors as columns of cells. Each column has colours from its own least to its own greatest value, which stand
 * below, so that an age in years is seen to vary as well as a group of 0 and 1. Lengths are in points.
 */
final class DesignPicture {
    private static final ColourMap LUT = ColourMap.VIRIDIS;
    private static final double WIDTH = 360, HEIGHT = 300, KEY = 60;

    private final DesignMatrix design;
    private final MatrixSheet sheet;
    private final Lettering small = new Lettering(6.5);
    private final double[] least, greatest;

    DesignPicture(DesignMatrix design) {
        this.design = design;
        int p = design.size(), n = design.rows();
        least = extremes(-1);
        greatest = extremes(1);
        double cellWidth = Math.max(4, Math.min(32, WIDTH / p)), cellHeight = Math.min(11, HEIGHT / n);
        sheet = new MatrixSheet(design.columns(), design.ids(), cells(), cellWidth, cellHeight);
    }

    private double[] extremes(int sign) {
        double[] extremes = new double[design.size()];
        for (int c = 0; c < extremes.length; c++)
            extremes[c] = sign
                    * Arrays.stream(design.column(c)).map(v -> sign * v).max().orElse(0);
        return extremes;
    }

    private BufferedImage cells() {
        BufferedImage cells = new BufferedImage(design.size(), design.rows(), BufferedImage.TYPE_INT_ARGB);
        double[][] values = design.values();
        for (int r = 0; r < values.length; r++)
            for (int c = 0; c < values[r].length; c++) {
                double range = greatest[c] - least[c];
                cells.setRGB(c, r, LUT.rgb(range > 0 ? (values[r][c] - least[c]) / range : 1));
            }
        return cells;
    }

    Figure figure() {
        double right = Math.max(sheet.right(), sheet.area().getMaxX() + 8 + KEY + 9);
        return new Figure((int) Math.ceil(right), (int) Math.ceil(Math.max(foot(2), keyTop() + KEY) + 9), this::paint);
    }

    /** The baseline of the first or second line below. */
    private double foot(int line) {
        return sheet.area().getMaxY() + 3 + line * small.lineHeight();
    }

    private double keyTop() {
        return sheet.area().getY() + small.lineHeight();
    }

    private void paint(Graphics2D g) {
        sheet.paint(g);
        List<String> above = Arrays.stream(greatest).mapToObj(Numbers::text).toList();
        List<String> below = Arrays.stream(least).mapToObj(Numbers::text).toList();
        double cell = sheet.area().getWidth() / design.size();
        boolean room = true;
        for (int c = 0; c < design.size(); c++)
            room &= Math.max(small.width(above.get(c)), small.width(below.get(c))) < cell - 1;
        for (int c = 0; c < design.size() && room; c++) {
            boolean constant = least[c] == greatest[c];
            small.draw(g, above.get(c), sheet.column(c), foot(1), 0.5, Ink.TEXT);
            if (!constant) small.draw(g, below.get(c), sheet.column(c), foot(2), 0.5, Ink.TEXT);
        }
        if (room) {
            small.draw(g, "greatest", sheet.area().getX() - 4, foot(1), 1, Ink.GUIDE);
            small.draw(g, "least", sheet.area().getX() - 4, foot(2), 1, Ink.GUIDE);
        }
        key(g);
    }

    private void key(Graphics2D g) {
        BufferedImage colours = new BufferedImage(1, 256, BufferedImage.TYPE_INT_ARGB);
        for (int k = 0; k < 256; k++) colours.setRGB(0, 255 - k, LUT.rgb(k / 255.0));
        double x = sheet.area().getMaxX() + 10;
        Rectangle2D bar = new Rectangle2D.Double(
                x, keyTop(), 7, Math.min(KEY, sheet.area().getHeight()));
        Pixels.draw(g, colours, bar);
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(bar);
        small.draw(g, "greatest of", x + 10, bar.getY() + small.capHeight(), 0, Ink.TEXT);
        small.draw(g, "the column", x + 10, bar.getY() + small.capHeight() + small.lineHeight(), 0, Ink.TEXT);
        small.draw(g, "least", x + 10, bar.getMaxY(), 0, Ink.TEXT);
    }
}
