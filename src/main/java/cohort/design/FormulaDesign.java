package cohort.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the terms of a model into regressors. */
final class FormulaDesign {
    private final int subjects;
    private final Map<Factor, FactorValues> values;
    private final Set<Factor> numeric;
    /** For each product of numeric factors, the products of categorical ones that the terms so far span beside it. */
    private final Map<Set<Factor>, Set<Set<Factor>>> used = new HashMap<>();

    private FormulaDesign(int subjects, Map<Factor, FactorValues> values) {
        this.subjects = subjects;
        this.values = values;
        this.numeric = values.keySet().stream()
                .filter(f -> values.get(f) instanceof FactorValues.Numeric)
                .collect(Collectors.toSet());
    }

    /**
     * @param terms in the order of the regressors
     * @param covariates to look factors up in
     * @param subjects their number
     */
    static List<Regressor> of(List<Term> terms, Covariates covariates, int subjects) {
        Map<Factor, FactorValues> values = new HashMap<>();
        for (Term term : terms) for (Factor f : term.factors()) values.computeIfAbsent(f, covariates::values);
        FormulaDesign design = new FormulaDesign(subjects, values);
        return terms.stream().flatMap(term -> design.regressors(term).stream()).toList();
    }

    private List<Regressor> regressors(Term term) {
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
