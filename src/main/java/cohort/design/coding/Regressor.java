package cohort.design.coding;

import java.util.stream.IntStream;

/**
 * A column of a design in the making.
 *
 * @param name as it is called in contrasts
 * @param values one value per subject
 */
public record Regressor(String name, double[] values) {

    /** The product of two regressors, called {@code a:b}. */
    Regressor times(Regressor other) {
        double[] products = IntStream.range(0, values.length)
                .mapToDouble(s -> values[s] * other.values[s])
                .toArray();
        return new Regressor(name + ":" + other.name, products);
    }
}
