package cohort.figure.glass;

import cohort.figure.anatomy.MniBrain;
import cohort.figure.anatomy.Outline;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import cohort.image.Grid;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The glass of a mask, or of a brain in which it lies, in all the views of a figure.
 *
 * @param glass by view, of those asked for at least; none if the mask is empty
 * @param low the outer faces of what is seen in mm along x, y, z, lower ones; those of the grid if the mask is empty
 * @param high upper ones
 * @param middle where the left half ends, in mm of x
 */
public record GlassViews(Map<View, Glass> glass, double[] low, double[] high, double middle) {

    /** Made when it is first asked for, and once: which pixels lie in curves takes a while to find. */
    private static final class Brain {
        private static final Map<View, Glass> GLASS = glass();

        private static Map<View, Glass> glass() {
            Map<View, Glass> glass = new EnumMap<>(View.class);
            for (View view : View.values()) glass.put(view, Glass.of(MniBrain.drawing(view)));
            return Collections.unmodifiableMap(glass);
        }
    }

    /**
     * @param inside for each voxel in the order of the file, whether it is in the mask
     * @param outline whether the glass is the mask or a schematic brain, in which the mask may lie
     */
    public static GlassViews of(Grid grid, boolean[] inside, List<View> views, Outline outline) {
        if (!outline.isMni(grid, inside)) return of(grid, inside, views);
        GlassViews mask = of(grid, inside, List.of());
        double[] low = new double[3], high = new double[3];
        for (int s = 0; s < 3; s++) {
            low[s] = Math.min(MniBrain.low(s), mask.low[s]);
            high[s] = Math.max(MniBrain.high(s), mask.high[s]);
        }
        return new GlassViews(Brain.GLASS, low, high, 0);
    }

    /** The glass of the mask itself. */
    static GlassViews of(Grid grid, boolean[] inside, List<View> views) {
        boolean[] upright = inside;
        SpaceAxes axes;
        if (SpaceAxes.rotated(grid)) {
            double[] values = new double[inside.length];
            for (int v = 0; v < inside.length; v++) values[v] = inside[v] ? 1 : 0;
            Upright mask = Upright.of(grid, values);
            axes = mask.axes();
            upright = new boolean[mask.values().length];
            for (int v = 0; v < upright.length; v++) upright[v] = mask.values()[v] >= 0.5;
        } else {
            axes = new SpaceAxes(grid);
        }
        boolean any = false;
        for (boolean tissue : upright) any |= tissue;

        Map<View, Glass> glass = new EnumMap<>(View.class);
        double[] low = {axes.low(0), axes.low(1), axes.low(2)}, high = {axes.high(0), axes.high(1), axes.high(2)};
        if (any) {
            TissueCells cells = new TissueCells(axes, upright);
            for (int s = 0; s < 3; s++) {
                low[s] = cells.faces(s)[0];
                high[s] = cells.faces(s)[1];
            }
            if (!views.isEmpty()) {
                TissueDensity body = new TissueDensity(axes, upright);
                for (View view : views) glass.put(view, Glass.of(body, view, axes.middle()));
            }
        }
        return new GlassViews(glass, low, high, axes.middle());
    }
}
