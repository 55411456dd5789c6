package cohort.figure.paper;

import java.awt.Color;
import java.util.Locale;

/** What a figure is drawn on. */
public enum Paper {
    WHITE(Color.WHITE, Ink.TEXT, new Color(0xC4C4C4), new Color(0xD4D6D9)),
    /** For slides and for maps whose weak colours are dark. */
    BLACK(Color.BLACK, new Color(0xEEEEEE), new Color(0x4A4A4A), new Color(0x3A3C40));
    private final Color ground, ink, hidden, tissue;

    Paper(Color ground, Color ink, Color hidden, Color tissue) {
        this.ground = ground;
        this.ink = ink;
        this.hidden = hidden;
        this.tissue = tissue;
    }

    /** The paper itself. */
    public Color ground() {
        return ground;
    }

    /** Text, frames and outlines. */
    public Color ink() {
        return ink;
    }

    /** Text, frames and outlines that let through what is below. */
    public Color ink(int alpha) {
        Color opaque = this == WHITE ? Color.BLACK : Color.WHITE;
        return new Color(opaque.getRGB() & 0xFFFFFF | alpha << 24, true);
    }

    /** The part of a colour bar whose values are not shown. */
    public Color hidden() {
        return hidden;
    }

    /** Voxels that are there but not spoken of. */
    public Color tissue() {
        return tissue;
    }

    /** As an option has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
