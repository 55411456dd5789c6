package cohort.image.resample;

import cohort.InputException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a value between voxels follows from the voxels around it: a sum over a few points along each axis, the same rule
 * for the three. A new one is a class and its place in the list of {@link #named}.
 */
public interface Interpolation {

    /** The name by which a user chooses it. */
    String name();

    /** Points along an axis that a value depends on. */
    int points();

    /**
     * Finds the points and their weights.
     *
     * @param position along an axis in voxels, between the first and the last
     * @param weights gets the weight of each point
     * @return the first of the points, which may lie beyond the border as the last may; there the image is mirrored, the
     *     edge not repeated
     */
    int weights(double position, double[] weights);

    /**
     * What the sum runs over.
     *
     * @param values of the voxels, i fastest; may be overwritten
     * @param size of the image along its three axes
     */
    default double[] coefficients(double[] values, int... size) {
        return values;
    }

    /**
     * The interpolation of a name.
     *
     * @throws InputException if there is none; the message lists those there are
     */
    static Interpolation named(String name) {
        List<Interpolation> all = List.of(new NearestNeighbour(), new Linear(), new CubicBSpline());
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("resample: found " + name + ", expected no, or one of "
                        + all.stream().map(Interpolation::name).collect(Collectors.joining(", "))
                        + ", alone (to the grid of the first map) or with a colon and an image whose grid is taken."));
    }
}
