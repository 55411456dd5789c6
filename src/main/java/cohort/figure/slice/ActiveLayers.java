package cohort.figure.slice;

import cohort.figure.space.Extent;
import cohort.figure.space.Slab;
import cohort.figure.space.SpaceAxes;
import cohort.figure.space.Upright;
import cohort.figure.space.View;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The layers of a map to cut, as nilearn's {@code find_cut_slices} chooses them: the layer of the greatest magnitude, without that and
 * its surroundings the next, and so on. Magnitudes are smoothed a little before, so that single voxels count less.
 */
final class ActiveLayers {
    /** The weight of each of the six neighbours of a voxel. */
    private static final double NEIGHBOUR = 0.2;

    /** What is left of a layer that was taken: with very many cuts some are taken among the rest of all of them. */
    private static final double LEFT = 1e-3;

    /** How far beyond the outermost layers a further one is tried. */
    private static final int BEYOND = 2;

    private final int first, count, all;
    private final double[] peaks, sums;
    private final TreeSet<Integer> layers = new TreeSet<>();

    private ActiveLayers(Upright map, View view, int first, int last) {
        this.first = first;
        SpaceAxes axes = map.axes();
        double[] sizes = new double[map.values().length];
        for (int v = 0; v < sizes.length; v++) {
            double size = Math.abs(map.values()[v]);
            sizes[v] = Double.isFinite(size) ? size : 0;
        }
        count = last - first + 1;
        all = axes.size(view.depth());
        peaks = new double[count];
        sums = new double[count];
        for (int layer = 0; layer < count; layer++)
            for (int up = 0; up < axes.size(view.up()); up++)
                for (int across = 0; across < axes.size(view.across()); across++) {
                    int[] at = {across, up, first + layer};
                    peaks[layer] = Math.max(peaks[layer], smoothed(sizes, axes, view, at));
                    sums[layer] += sizes[Slab.index(axes, view, across, up, first + layer)];
                }
    }

    /**
     * Positions in mm, ascending, in the middles of as many layers; fewer if there are not so many.
     *
     * @param shown between whose faces the layers lie
     */
    static List<Double> of(Upright map, View view, Extent shown, int cuts) {
        SpaceAxes axes = map.axes();
        double half = axes.spacing(view.depth()) / 2;
        int first = Slab.layer(axes, view, shown.low()[view.depth()] + half),
                last = Slab.layer(axes, view, shown.high()[view.depth()] - half);
        return new ActiveLayers(map, view, first, last)
                .choose(cuts)
                .mapToObj(layer -> Slab.middle(axes, view, layer))
                .toList();
    }

    /** The sum of a voxel and its neighbours, these with less weight. */
    private static double smoothed(double[] sizes, SpaceAxes axes, View view, int[] at) {
        double sum = sizes[Slab.index(axes, view, at[0], at[1], at[2])];
        int[] ends = {axes.size(view.across()), axes.size(view.up()), axes.size(view.depth())};
        for (int axis = 0; axis < 3; axis++)
            for (int step = -1; step <= 1; step += 2) {
                at[axis] += step;
                if (at[axis] >= 0 && at[axis] < ends[axis])
                    sum += NEIGHBOUR * sizes[Slab.index(axes, view, at[0], at[1], at[2])];
                at[axis] -= step;
            }
        return sum;
    }

    private IntStream choose(int cuts) {
        if (cuts >= count) return IntStream.range(first, first + count);
        int spacing = Math.max(1, all / (2 * cuts));
        for (int n = 0; n < cuts; n++) {
            int highest = highest(peaks);
            layers.add(highest);
            for (int layer = Math.max(0, highest - spacing); layer < Math.min(count, highest + spacing); layer++)
                peaks[layer] *= LEFT;
        }
        while (layers.size() < cuts) layers.add(further());
        return layers.stream().mapToInt(layer -> first + layer);
    }

    private static int highest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }

    /** One more layer: above, in the widest gap or below, where most is; else any that is left. */
    private int further() {
        int gap = layers.stream()
                .filter(layer -> layers.higher(layer) != null)
                .reduce((a, b) -> layers.higher(b) - b > layers.higher(a) - a ? b : a)
                .map(layer -> (layer + layers.higher(layer)) / 2)
                .orElse(-1);
        return IntStream.of(layers.last() + BEYOND, gap, layers.first() - BEYOND)
                .filter(layer -> layer >= 0 && layer < count && !layers.contains(layer))
                .boxed()
                .reduce((a, b) -> sums[b] > sums[a] ? b : a)
                .orElseGet(() -> IntStream.range(0, count)
                        .filter(layer -> !layers.contains(layer))
                        .findFirst()
                        .orElseThrow());
    }
}
