package cohort.figure.colour;

import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.figure.paper.Pixels;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A colour bar that means the least to the greatest value of whichever column. Lengths are in points. */
public final class ColourKey {
    private static final double THICKNESS = 7, HEIGHT = 58, GAP = 3;

    private final ColourMap lut;
    private final Lettering small = new Lettering(6.5);

    public ColourKey(ColourMap lut) {
        this.lut = lut;
    }

    public double width() {
        return THICKNESS + GAP + small.width("greatest of");
    }

    public double height() {
        return HEIGHT;
    }

    /** Draws with the upper left corner at a point. */
    public void paint(Graphics2D g, double x, double y) {
        BufferedImage colours = new BufferedImage(1, 256, BufferedImage.TYPE_INT_ARGB);
        for (int k = 0; k < 256; k++) colours.setRGB(0, 255 - k, lut.rgb(k / 255.0));
        Rectangle2D bar = new Rectangle2D.Double(x, y, THICKNESS, HEIGHT);
        Pixels.draw(g, colours, bar);
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(bar);
        double text = bar.getMaxX() + GAP;
        small.draw(g, "greatest of", text, y + small.capHeight(), 0, Ink.TEXT);
        small.draw(g, "the column", text, y + small.capHeight() + small.lineHeight(), 0, Ink.TEXT);
        small.draw(g, "least", text, bar.getMaxY(), 0, Ink.TEXT);
    }
}
