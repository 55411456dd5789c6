package cohort.figure.space;

import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * A box in space that may be empty, in mm.
 *
 * @param bounds the lower and the upper faces along x, y, z; empty if nothing is in it
 */
public record Extent(Optional<double[][]> bounds) {

    /** The box around the voxels whose values pass. */
    public static Extent of(Upright map, DoublePredicate passes) {
        SpaceAxes axes = map.axes();
        boolean[] inside = new boolean[map.values().length];
        boolean any = false;
        for (int v = 0; v < inside.length; v++) any |= inside[v] = passes.test(map.values()[v]);
        if (!any) return new Extent(Optional.empty());
        Box box = Box.around(axes, inside);
        double[][] bounds = new double[2][3];
        for (int s = 0; s < 3; s++) {
            bounds[0][s] = axes.low(s) + box.first(s) * axes.spacing(s);
            bounds[1][s] = bounds[0][s] + box.voxels(s) * axes.spacing(s);
        }
        return new Extent(Optional.of(bounds));
    }

    /** The whole grid. */
    public static Extent all(SpaceAxes axes) {
        double[][] bounds = new double[2][3];
        for (int s = 0; s < 3; s++) {
            bounds[0][s] = axes.low(s);
            bounds[1][s] = axes.high(s);
        }
        return new Extent(Optional.of(bounds));
    }

    public Extent orElse(Extent other) {
        return bounds.isPresent() ? this : other;
    }

    public Extent union(Extent other) {
        if (bounds.isEmpty() || other.bounds.isEmpty()) return orElse(other);
        double[][] union = new double[2][3];
        for (int s = 0; s < 3; s++) {
            union[0][s] = Math.min(low()[s], other.low()[s]);
            union[1][s] = Math.max(high()[s], other.high()[s]);
        }
        return new Extent(Optional.of(union));
    }

    public double[] low() {
        return bounds.orElseThrow()[0];
    }

    public double[] high() {
        return bounds.orElseThrow()[1];
    }
}
