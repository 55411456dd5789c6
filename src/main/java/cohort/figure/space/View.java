package cohort.figure.space;

import cohort.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A direction from which a volume is looked through. Space is x to the right, y to the front, z up. */
public enum View {
    /** Sagittal, the whole volume: front at the right. */
    X(0, 1, 2, false, true),
    /** Coronal: left at the left, as seen from behind. */
    Y(1, 0, 2, false, false),
    /** Axial: left at the left, front up, as seen from above. */
    Z(2, 0, 1, false, true),
    /** Sagittal, the left half alone, as seen from the left: front at the left. */
    L(0, 1, 2, true, false),
    /** Sagittal, the right half alone, as seen from the right: front at the right. */
    R(0, 1, 2, false, true);
    private final int depth, across, up;
    private final boolean mirrored, fromHighEnd;

    View(int depth, int across, int up, boolean mirrored, boolean fromHighEnd) {
        this.depth = depth;
        this.across = across;
        this.up = up;
        this.mirrored = mirrored;
        this.fromHighEnd = fromHighEnd;
    }

    /**
     * The views of an option's value, in the order in which they are drawn.
     *
     * @param text {@code ortho} (x, y, z) or different letters of {@code xyzlr}, e.g. {@code lyrz}, in any case
     * @throws InputException if it is neither
     */
    public static List<View> parse(String text) {
        String letters = text.trim().toLowerCase(Locale.ROOT);
        if (letters.equals("ortho")) return List.of(X, Y, Z);
        List<View> views = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            int v = "xyzlr".indexOf(letter);
            if (v < 0 || views.contains(values()[v])) throw refusal(text);
            views.add(values()[v]);
        }
        if (views.isEmpty()) throw refusal(text);
        return List.copyOf(views);
    }

    private static InputException refusal(String text) {
        return new InputException("views=" + text
                + " is not understood; give ortho or letters of x y z l r, each at most once, e.g. z or lyrz.");
    }

    /** The axis of space that is looked along: 0, 1 or 2. */
    public int depth() {
        return depth;
    }

    /** The axis of space that runs across the picture. */
    public int across() {
        return across;
    }

    /** The axis of space that runs up the picture. */
    public int up() {
        return up;
    }

    /** Whether the axis across runs to the left. */
    public boolean mirrored() {
        return mirrored;
    }

    /** Whether the eye is at the high end of the depth axis. */
    public boolean fromHighEnd() {
        return fromHighEnd;
    }

    /** Whether the picture has the left of the body at its left side. */
    public boolean showsLeftAndRight() {
        return across == 0;
    }
}
