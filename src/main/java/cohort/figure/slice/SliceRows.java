package cohort.figure.slice;

import cohort.figure.space.Extent;
import cohort.figure.space.Focus;
import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which slices stand in which row. */
public final class SliceRows {
    /** Slices in a row where there is room. */
    static final int MOST_IN_A_ROW = 7;

    private SliceRows() {}

    /** @param shown where the map is beyond its threshold, or what is seen at all if it is nowhere */
    public static List<List<Slice>> of(SliceOptions options, Upright map, Extent shown) {
        return of(options, map, shown, MOST_IN_A_ROW);
    }

    /** @param most slices in a row, unless the options say how many */
    static List<List<Slice>> of(SliceOptions options, Upright map, Extent shown, int most) {
        Cuts cuts = options.cuts();
        if (cuts.count() == 0 && (cuts.mm().isEmpty() || options.views().size() > 1)) {
            double[] point = cuts.mm().isEmpty()
                    ? Focus.of(map)
                    : cuts.mm().stream().mapToDouble(Double::doubleValue).toArray();
            List<Slice> slices = options.views().stream()
                    .map(view -> slice(map.axes(), view, point[view.depth()], Optional.of(point)))
                    .toList();
            return divide(slices, options.columns() == 0 ? columns(slices.size(), most) : options.columns());
        }
        List<List<Slice>> rows = new ArrayList<>();
        for (View view : options.views()) {
            List<Double> positions = cuts.count() == 0
                    ? cuts.mm()
                    : cuts.even()
                            ? even(map.axes(), view, shown, cuts.count())
                            : ActiveLayers.of(map, view, shown, cuts.count());
            List<Slice> slices = positions.stream()
                    .map(mm -> slice(map.axes(), view, mm, Optional.empty()))
                    .toList();
            rows.addAll(divide(slices, options.columns() == 0 ? columns(slices.size(), most) : options.columns()));
        }
        return rows;
    }

    private static Slice slice(SpaceAxes axes, View view, double mm, Optional<double[]> point) {
        return new Slice(view, mm, axes.spacing(view.depth()), point);
    }

    /** As few rows as there may be, of about the same length. */
    private static int columns(int slices, int most) {
        int rows = (slices + most - 1) / most;
        return (slices + rows - 1) / rows;
    }

    private static List<List<Slice>> divide(List<Slice> slices, int columns) {
        List<List<Slice>> rows = new ArrayList<>();
        for (int first = 0; first < slices.size(); first += columns)
            rows.add(slices.subList(first, Math.min(slices.size(), first + columns)));
        return rows;
    }

    /** The middles of layers at even distances; fewer if there are not so many layers. */
    private static List<Double> even(SpaceAxes axes, View view, Extent shown, int count) {
        double low = shown.low()[view.depth()], span = shown.high()[view.depth()] - low;
        TreeSet<Double> positions = new TreeSet<>();
        for (int n = 0; n < count; n++) {
            double mm = low + span * (n + 0.5) / count;
            int layer = Slab.layer(axes, view, mm);
            positions.add(layer < 0 ? mm : Slab.middle(axes, view, layer));
        }
        return List.copyOf(positions);
    }
}
