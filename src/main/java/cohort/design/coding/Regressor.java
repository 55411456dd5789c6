package cohort.design.coding;

import cohort.design.formula.Factor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column of a design in the making.
 *
 * @param name as it is called in contrasts
 * @param values one value per subject; where maps are in it, with any numbers in their place
 * @param weights what each subject's maps are multiplied by; without maps the values
 * @param maps the product of which makes the values of a voxel; mostly none
 */
public record Regressor(String name, double[] values, double[] weights, List<Factor.CovariateMap> maps) {

    /** One that is the same in all voxels. */
    public Regressor(String name, double[] values) {
        this(name, values, values, List.of());
    }

    /** The product of two regressors, called {@code a:b}. */
    Regressor times(Regressor other) {
        return new Regressor(
                name + ":" + other.name,
                products(values, other.values),
                products(weights, other.weights),
                Stream.concat(maps.stream(), other.maps.stream()).toList());
    }

    private static double[] products(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(s -> a[s] * b[s]).toArray();
    }
}
