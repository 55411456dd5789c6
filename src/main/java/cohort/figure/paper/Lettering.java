package cohort.figure.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of one size. Widths are measured without a canvas, so that a layout does not depend on where it will be drawn, and
 * with a little to spare, because the reader of a vector file may have another font.
 */
public final class Lettering {
    private static final FontRenderContext FRESH = new FontRenderContext(null, true, true);
    private static final double SPARE = 1.04;
    private static final String ELLIPSIS = "\u2026";

    private final Font font;

    /** @param size in points */
    public Lettering(double size) {
        font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    /** In points. */
    public double size() {
        return font.getSize2D();
    }

    /** Distance of two lines in points. */
    public double lineHeight() {
        return 1.25 * font.getSize2D();
    }

    /** Height of a digit or capital in points. */
    public double capHeight() {
        return 0.73 * font.getSize2D();
    }

    /** Width in points. */
    public double width(String text) {
        return SPARE * font.getStringBounds(text, FRESH).getWidth();
    }

    /**
     * Breaks a text between words into lines that fit, and cuts what does not.
     *
     * @param text words; a line break in it is kept
     * @param width what a line may be wide, in points
     * @param most the number of lines at most
     * @return no line for a blank text
     */
    public List<String> wrap(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R")) {
            String line = "";
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (line.isEmpty() || width(longer) <= width) {
                    line = longer;
                } else {
                    lines.add(line);
                    line = word;
                }
            }
            if (!line.isEmpty()) lines.add(line);
        }
        boolean cut = lines.size() > most;
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        for (int n = 0; n < kept.size(); n++) kept.set(n, shorten(kept.get(n), width, cut && n == most - 1));
        return kept;
    }

    private String shorten(String line, double width, boolean mark) {
        if (!mark && width(line) <= width) return line;
        String kept = line;
        while (!kept.isEmpty() && width(kept + ELLIPSIS) > width) kept = kept.substring(0, kept.length() - 1);
        return kept.stripTrailing() + ELLIPSIS;
    }

    /**
     * Draws a line of text.
     *
     * @param x left end, middle or right end, as {@code anchor} is 0, 0.5 or 1
     * @param y the baseline
     */
    public void draw(Graphics2D g, String text, double x, double y, double anchor, Color colour) {
        g.setFont(font);
        g.setColor(colour);
        double left = 0;
        if (g instanceof VectorCanvas canvas) canvas.anchor(anchor);
        else left = anchor * g.getFontMetrics().getStringBounds(text, g).getWidth();
        g.drawString(text, (float) (x - left), (float) y);
    }

    /**
     * Draws a line of text at an angle.
     *
     * @param angle in radians, negative for text that rises
     */
    public void drawSlanted(Graphics2D g, String text, double x, double y, double anchor, double angle, Color colour) {
        AffineTransform upright = g.getTransform();
        g.rotate(angle, x, y);
        draw(g, text, x, y, anchor, colour);
        g.setTransform(upright);
    }

    /** Draws the outlines of a line of text on a rim of the paper's colour that keeps it legible on anything. */
    public void drawOnRim(Graphics2D g, String text, double x, double y, double anchor, Paper paper) {
        double width = font.getStringBounds(text, FRESH).getWidth();
        Shape outline = font.createGlyphVector(FRESH, text).getOutline((float) (x - anchor * width), (float) y);
        g.setColor(paper.ground());
        g.setStroke(new BasicStroke(0.22f * font.getSize2D(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.setColor(paper.ink());
        g.fill(outline);
    }
}
