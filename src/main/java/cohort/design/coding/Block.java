package cohort.design.coding;

import cohort.design.formula.RegressorNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The regressors of one product of factors.
 *
 * @param factors in order, each with whether its levels get a regressor each; none for the intercept
 * @param columns of the table that they depend on
 */
record Block(Map<FittedFactor, Boolean> factors, List<String> columns) {

    /** Every combination of the factors' regressors, the first factor's varying fastest. */
    List<Regressor> regressors(Covariates rows) {
        List<Regressor> products = List.of();
        for (Map.Entry<FittedFactor, Boolean> factor : factors.entrySet()) {
            List<Regressor> next = factor.getKey().regressors(rows, factor.getValue());
            List<Regressor> before = products;
            products = before.isEmpty()
                    ? next
                    : next.stream()
                            .flatMap(r -> before.stream().map(b -> b.times(r)))
                            .toList();
        }
        return products.isEmpty() ? List.of(intercept(rows.size())) : products;
    }

    private static Regressor intercept(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return new Regressor(RegressorNames.INTERCEPT, ones);
    }
}
