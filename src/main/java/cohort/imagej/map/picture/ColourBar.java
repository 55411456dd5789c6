package cohort.imagej.map.picture;

import cohort.text.Words;
import java.awt.BasicStroke;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** The colours of a map from its least to its greatest displayed value; those that the threshold hides are gray. */
public final class ColourBar extends Canvas {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 220, HEIGHT = 12, MARGIN = 8;
    private static final Color HIDDEN = new Color(0x60, 0x60, 0x60);

    private transient Optional<Shown> shown = Optional.empty();

    private record Shown(MapColours colours, DoublePredicate visible) {}

    /** Shows other colours. @param visible which values are shown */
    public void show(MapColours colours, DoublePredicate visible) {
        shown = Optional.of(new Shown(colours, visible));
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics font = getFontMetrics(getFont());
        return new Dimension(WIDTH, HEIGHT + font.getHeight() + 2);
    }

    @Override
    public void paint(Graphics graphics) {
        shown.ifPresent(bar -> paint((Graphics2D) graphics, bar));
    }

    private void paint(Graphics2D g, Shown bar) {
        int width = getWidth() - 2 * MARGIN;
        double min = bar.colours.min(), max = bar.colours.max();
        for (int x = 0; x < width; x++) {
            double value = min + (x + 0.5) / width * (max - min);
            g.setColor(bar.visible.test(value) ? new Color(bar.colours.of(value)) : HIDDEN);
            g.fillRect(MARGIN + x, 0, 1, HEIGHT);
        }
        g.setColor(getForeground());
        g.setStroke(new BasicStroke(1));
        g.drawRect(MARGIN, 0, width, HEIGHT - 1);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        write(g, min, MARGIN);
        if (min < 0 && max > 0) write(g, 0, MARGIN + (int) Math.round(-min / (max - min) * width));
        write(g, max, MARGIN + width);
    }

    private void write(Graphics2D g, double value, int x) {
        String text = Words.digits(value, 3);
        FontMetrics font = g.getFontMetrics();
        int left = Math.max(0, Math.min(getWidth() - font.stringWidth(text), x - font.stringWidth(text) / 2));
        g.drawString(text, left, HEIGHT + font.getAscent() + 1);
    }
}
