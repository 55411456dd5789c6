package cohort.image.resample;

import cohort.InputException;
import cohort.text.Reference;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a value between voxels follows from the voxels around it: a sum over a few points along each axis, the same rule
 * for the three. A new one is a class and its place in the list of {@link #all}, or in
 * {@code META-INF/services/cohort.image.resample.Interpolation} of another library.
 */
public interface Interpolation {

    /** The name by which a user chooses it. */
    String name();

    /** What it does, as follows "were resampled by". */
    String words();

    /** The works to cite; none if nothing is said. */
    default List<Reference> references() {
        return List.of();
    }

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

    /** Those that there are. */
    static List<Interpolation> all() {
        return Stream.concat(
                        Stream.of(new NearestNeighbour(), new Linear(), new CubicBSpline()),
                        ServiceLoader.load(Interpolation.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    /**
     * The interpolation of a name.
     *
     * @throws InputException if there is none; the message lists those there are
     */
    static Interpolation named(String name) {
        return all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("resample: found " + name + ", expected no, or one of "
                        + all().stream().map(Interpolation::name).collect(Collectors.joining(", "))
                        + ", alone (to the grid of the first map) or with a colon and an image whose grid is taken."));
    }
}
