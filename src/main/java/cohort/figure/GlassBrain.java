package cohort.figure;

import cohort.InputException;
import cohort.figure.colour.ColourRange;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.GlassSheet;
import cohort.figure.glass.GlassViews;
import cohort.figure.glass.Panel;
import cohort.figure.glass.PanelProjections;
import cohort.figure.paper.Figure;
import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps seen through a transparent brain. */
public final class GlassBrain {
    private GlassBrain() {}

    /**
     * Draws maximum-intensity projections of one or more maps in the outline of the mask, with a colour bar each or one
     * for all. A map without a voxel beyond the threshold is drawn as an empty glass that says so. All views of all panels
     * have the same scale in mm.
     *
     * @param panels at least one; each is asked for its map once, in order, so that a list may read its maps on demand
     * @param options how the figure is drawn
     * @return the figure
     * @throws InputException if there is no panel, or the mask is on another grid than a map
     */
    public static Figure draw(List<Panel> panels, GlassOptions options) {
        return sheet(panels, options).figure();
    }

    /**
     * The figure of {@link #draw} before it is drawn, for a page that needs to know where its views stand.
     *
     * @param panels as {@link #draw} takes them
     * @param options how the figure is drawn
     * @return the layout
     * @throws InputException if there is no panel, or the mask is on another grid than a map
     */
    public static GlassSheet sheet(List<Panel> panels, GlassOptions options) {
        if (panels.isEmpty()) throw new InputException("there is no map to draw; give at least one.");
        Map<Grid, boolean[]> inside = new LinkedHashMap<>();
        options.mask().ifPresent(mask -> inside.put(mask.grid(), mask.inside()));
        List<PanelProjections> seen = new ArrayList<>();
        for (Panel panel : panels) {
            Grid grid = panel.map().grid();
            double[] values = panel.map().values();
            if (ColourRange.hidesNegative(options.colours().vmin()))
                for (int v = 0; v < values.length; v++) if (values[v] < 0) values[v] = Double.NaN;
            if (options.mask().isPresent()) hideOutside(options.mask().get(), panel, values);
            else addNonZero(inside.computeIfAbsent(grid, g -> new boolean[g.voxels()]), values);
            seen.add(PanelProjections.of(panel, values, options));
        }
        if (options.sharedBar()
                && seen.stream()
                                .mapToDouble(PanelProjections::threshold)
                                .distinct()
                                .count()
                        > 1)
            throw new InputException("threshold: found a different one for "
                    + seen.stream()
                            .filter(panel -> panel.threshold() != seen.get(0).threshold())
                            .findFirst()
                            .orElseThrow()
                            .title()
                    + " than for " + seen.get(0).title()
                    + ", expected the same for all images that share a colour bar; leave out shared and vmax,"
                    + " or give a number.");
        Map<Grid, GlassViews> glasses = new LinkedHashMap<>();
        inside.forEach(
                (grid, flags) -> glasses.put(grid, GlassViews.of(grid, flags, options.views(), options.outline())));
        return GlassSheet.of(seen, glasses, options);
    }

    private static void hideOutside(Mask mask, Panel panel, double[] values) {
        Grid grid = panel.map().grid();
        if (!mask.grid().sameSpace(grid))
            throw new InputException("the mask is on a grid of " + mask.grid() + " but the map '" + panel.title()
                    + "' on one of " + grid + "; give a mask on the grid of the maps.");
        boolean[] inside = mask.inside();
        for (int v = 0; v < values.length; v++) if (!inside[v]) values[v] = Double.NaN;
    }

    private static void addNonZero(boolean[] inside, double[] values) {
        for (int v = 0; v < values.length; v++) inside[v] |= values[v] != 0 && Double.isFinite(values[v]);
    }
}
