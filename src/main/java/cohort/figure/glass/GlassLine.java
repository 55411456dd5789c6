package cohort.figure.glass;

import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * A line in a glass brain, drawn over the map.
 *
 * @param path in mm across (negative if the view is mirrored) and up
 * @param thickness by that of the outline
 * @param colour of the line
 * @param fill of what it encloses, transparent for nothing
 */
record GlassLine(Path2D path, double thickness, Color colour, Color fill) {
    private static final Color NOTHING = new Color(0, true);

    /** Black with an opacity of 0 to 255. */
    static GlassLine of(Path2D path, double thickness, int opacity) {
        return new GlassLine(path, thickness, black(opacity), NOTHING);
    }

    /** The same with a fill, black with an opacity of 0 to 255. */
    GlassLine filled(int opacity) {
        return new GlassLine(path, thickness, colour, black(opacity));
    }

    private static Color black(int opacity) {
        return new Color(opacity << 24, true);
    }
}
