package cohort.imagej.message;

import java.awt.Color;
import java.awt.Component;

/** Colours of words that mean something, which can be read in a light look and in a dark one: their contrast is 4.5 at least. */
public enum WordColour {
    /** Of what needs attention. */
    ATTENTION(0xB00020, 0xFFB4AB),
    /** Of what is done. */
    DONE(0x197436, 0x7BD88F);
    private static final double MIDDLE = 0.5, RED = 0.299, GREEN = 0.587, BLUE = 0.114, MOST = 255;
    private final Color onLight, onDark;

    WordColour(int onLight, int onDark) {
        this.onLight = new Color(onLight);
        this.onDark = new Color(onDark);
    }

    /** The colour on a component as the look paints it now. */
    public Color on(Component component) {
        return on(component.getBackground());
    }

    /** The colour on a background. */
    public Color on(Color background) {
        double light = (RED * background.getRed() + GREEN * background.getGreen() + BLUE * background.getBlue()) / MOST;
        return light > MIDDLE ? onLight : onDark;
    }
}
