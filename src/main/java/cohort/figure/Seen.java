package cohort.figure;

import cohort.image.Grid;
import java.util.List;

/**
 * What a figure keeps of a panel's map, which may be large: its projections.
 *
 * @param title what stands above it
 * @param grid the map's grid
 * @param projections one for each view
 * @param least the least finite value, 0 if there is none
 * @param most the greatest finite value, 0 if there is none
 * @param finite whether there is a finite value
 */
record Seen(String title, Grid grid, List<Projection> projections, double least, double most, boolean finite) {

    /** @param values the panel's map in the order of the file, 0 for what is not to be shown */
    static Seen of(Panel panel, double[] values, GlassOptions options) {
        Grid grid = panel.map().grid();
        Upright map = Upright.of(grid, values);
        double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
        for (double value : map.values()) {
            if (!Double.isFinite(value)) continue;
            if (value < least) least = value;
            if (value > most) most = value;
        }
        boolean finite = least <= most;
        List<Projection> projections = options.views().stream()
                .map(view -> Projection.of(map, view, options.threshold(), options.abs()))
                .toList();
        return new Seen(panel.title(), grid, projections, finite ? least : 0, finite ? most : 0, finite);
    }

    /** Why nothing is seen, empty if something is. */
    String emptiness(GlassOptions options) {
        if (!finite) return "no finite value";
        if (least == 0 && most == 0) return "every value is 0";
        String threshold = Numbers.text(options.threshold());
        if (Math.max(-least, most) > options.threshold()) return "";
        return least < 0 ? "no voxel beyond\u00a0\u00b1" + threshold : "no voxel above\u00a0" + threshold;
    }
}
