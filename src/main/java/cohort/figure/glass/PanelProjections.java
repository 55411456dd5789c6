package cohort.figure.glass;

import cohort.figure.colour.ValueRange;
import cohort.figure.space.Upright;
import cohort.image.Grid;
import java.util.List;

/**
 * What a figure keeps of a panel's map, which may be large: its projections.
 *
 * @param title what stands above it
 * @param grid the map's grid
 * @param projections one for each view
 * @param contours one for each view: on which projections of the whole map have a value of the option
 * @param range how far its values reach
 * @param threshold values v with |v| up to it are hidden
 */
public record PanelProjections(
        String title,
        Grid grid,
        List<Projection> projections,
        List<Contours> contours,
        ValueRange range,
        double threshold) {

    /** @param values the panel's map in the order of the file, 0 for what is not to be shown */
    public static PanelProjections of(Panel panel, double[] values, GlassOptions options) {
        double threshold = panel.threshold().orElse(options.colours().threshold());
        Upright map = Upright.of(panel.map().grid(), values);
        List<Projection> projections = options.views().stream()
                .map(view -> Projection.of(map, view, threshold, options.abs()))
                .toList();
        List<Contours> contours = options.contours().isEmpty()
                ? List.of()
                : options.views().stream()
                        .map(view -> Contours.of(Projection.of(map, view, 0, options.abs()), options.contours()))
                        .toList();
        return new PanelProjections(
                panel.title(), panel.map().grid(), projections, contours, ValueRange.of(map.values()), threshold);
    }

    /** Why nothing is seen, empty if something is. */
    public String emptiness() {
        return contours.stream().allMatch(Contours::isEmpty) ? range.emptiness(threshold) : "";
    }
}
