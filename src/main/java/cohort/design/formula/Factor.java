package cohort.design.formula;

import java.util.Optional;

/** What stands for one or more regressors in a formula. Factors that say the same are equal. */
public sealed interface Factor {
    /** A column of the table: its numbers, or its texts as levels. */
    record Column(String column) implements Factor {}

    /** A column's values as levels, with one of them as the reference if the formula says so. */
    record Levels(String column, Optional<String> reference) implements Factor {}

    /** Numbers minus their mean. */
    record Centered(Factor of) implements Factor {}

    /** Numbers minus their mean, over their population standard deviation. */
    record Standardized(Factor of) implements Factor {}

    /** Orthonormal polynomials of degree 1 to {@code degree}. */
    record Polynomial(Factor of, int degree) implements Factor {}
}
