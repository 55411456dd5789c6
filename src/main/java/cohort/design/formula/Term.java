package cohort.design.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The product of factors; of none, it is the intercept.
 *
 * @param factors in the order in which they are written, which does not matter for equality
 */
public record Term(Set<Factor> factors) {
    static final Term INTERCEPT = new Term(Set.of());

    public Term {
        factors = Collections.unmodifiableSet(new LinkedHashSet<>(factors));
    }

    Term(Factor factor) {
        this(Set.of(factor));
    }

    Term times(Term other) {
        Set<Factor> both = new LinkedHashSet<>(factors);
        both.addAll(other.factors);
        return new Term(both);
    }

    /** How many factors interact. */
    int degree() {
        return factors.size();
    }

    /** The factors that do, or do not, occur among others, in order. */
    public List<Factor> factors(Set<Factor> others, boolean among) {
        return factors.stream().filter(f -> others.contains(f) == among).toList();
    }
}
