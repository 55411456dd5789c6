package cohort.design.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the terms of a model into regressors. */
public final class FormulaDesign {
    private final List<Term> terms;
    private final int subjects;
    private final Map<Factor, FactorValues> values = new LinkedHashMap<>();
    private final Set<Factor> numeric;

    /**
     * @param terms in the order of the regressors
     * @param covariates to look factors up in
     * @param subjects their number
     */
    public FormulaDesign(List<Term> terms, Covariates covariates, int subjects) {
        this.terms = terms;
        this.subjects = subjects;
        for (Term term : terms) for (Factor f : term.factors()) values.computeIfAbsent(f, covariates::values);
        this.numeric = values.keySet().stream()
                .filter(f -> values.get(f) instanceof FactorValues.Numeric)
                .collect(Collectors.toSet());
    }

    /** The columns of the design. */
    public List<Regressor> regressors() {
        Map<Set<Factor>, Set<Set<Factor>>> used = new HashMap<>();
        return terms.stream().flatMap(term -> regressors(term, used).stream()).toList();
    }

    /** The levels of each factor, the reference first, as the regressors' names have them. */
    public Map<String, List<String>> factors() {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        for (FactorValues found : values.values())
            if (found instanceof FactorValues.Categorical levels) factors.put(levels.name(), levels.names());
        return factors;
    }

    /** @param used for each product of numeric factors, the products of categorical ones that the terms so far span beside it */
    private List<Regressor> regressors(Term term, Map<Set<Factor>, Set<Set<Factor>>> used) {
        Set<Factor> numbers = Set.copyOf(term.factors(numeric, true));
        List<Regressor> regressors = new ArrayList<>();
        for (Coding coding :
                Coding.of(term.factors(numeric, false), used.computeIfAbsent(numbers, n -> new HashSet<>())))
            regressors.addAll(products(term, coding));
        return regressors;
    }

    /** Every combination of the factors' regressors, the first factor's varying fastest. */
    private List<Regressor> products(Term term, Coding coding) {
        List<Regressor> products = List.of();
        for (Factor factor : term.factors()) {
            boolean full = coding.full().contains(factor);
            if (!full && !numeric.contains(factor) && !coding.reduced().contains(factor)) continue;
            List<Regressor> next = values.get(factor).regressors(full);
            List<Regressor> before = products;
            products = before.isEmpty()
                    ? next
                    : next.stream()
                            .flatMap(r -> before.stream().map(b -> b.times(r)))
                            .toList();
        }
        return products.isEmpty() ? List.of(intercept()) : products;
    }

    private Regressor intercept() {
        double[] ones = new double[subjects];
        Arrays.fill(ones, 1);
        return new Regressor(RegressorNames.INTERCEPT, ones);
    }
}
