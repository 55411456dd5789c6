package cohort.figure.paper;

import java.awt.Color;

/** The colours of what is not data, which mean the same in every figure. */
public final class Ink {
    /** Text and frames. */
    public static final Color TEXT = new Color(0x222222);
    /** What is there but not spoken of: bars of a histogram, points of a crowd. */
    public static final Color PLAIN = new Color(0xB3B9C0);
    /** Lines that help to read. */
    public static final Color GUIDE = new Color(0x77808A);
    /** Areas that help to read. */
    public static final Color BAND = new Color(0xE6E9EC);
    /** What the figure is about: told apart from {@link #PLAIN} by readers of any colour vision (Okabe and Ito 2008). */
    public static final Color MARK = new Color(0xD55E00);

    private Ink() {}
}
