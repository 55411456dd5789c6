package cohort.design.coding;

import cohort.design.formula.Factor;
import cohort.design.formula.Term;
import cohort.design.matrix.ReferenceGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the terms of a model into regressors. */
public final class FormulaDesign {
    private final Covariates subjects;
    private final Map<Factor, FittedFactor> fitted = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param terms in the order of the regressors
     * @param subjects to look factors up in
     */
    public FormulaDesign(List<Term> terms, Covariates subjects) {
        this.subjects = subjects;
        Fit fit = new Fit(subjects);
        for (Term term : terms) for (Factor f : term.factors()) fitted.computeIfAbsent(f, fit::of);
        Set<Factor> numeric = fitted.keySet().stream()
                .filter(f -> !(fitted.get(f) instanceof FittedFactor.Categorical))
                .collect(Collectors.toSet());
        // For each product of numeric factors, the products of categorical ones that the terms so far span beside it.
        Map<Set<Factor>, Set<Set<Factor>>> used = new HashMap<>();
        for (Term term : terms) {
            Set<Factor> numbers = Set.copyOf(term.factors(numeric, true));
            for (Coding coding :
                    Coding.of(term.factors(numeric, false), used.computeIfAbsent(numbers, n -> new HashSet<>())))
                blocks.add(block(term, coding, numeric));
        }
    }

    private Block block(Term term, Coding coding, Set<Factor> numeric) {
        Map<FittedFactor, Boolean> factors = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Factor factor : term.factors()) {
            boolean full = coding.full().contains(factor);
            if (!full && !numeric.contains(factor) && !coding.reduced().contains(factor)) continue;
            factors.put(fitted.get(factor), full);
            if (!(factor instanceof Factor.CovariateMap)) factor.columns().forEach(columns::add);
        }
        return new Block(factors, List.copyOf(columns));
    }

    /** The columns of the design. */
    public List<Regressor> regressors() {
        return blocks.stream()
                .flatMap(block -> block.regressors(subjects).stream())
                .toList();
    }

    /** The levels of each factor, the reference first, as the regressors' names have them. */
    public Map<String, List<String>> factors() {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        for (FittedFactor found : fitted.values())
            if (found instanceof FittedFactor.Categorical levels) factors.put(levels.name(), levels.names());
        return factors;
    }

    /** The cells of the model. */
    public ReferenceGrid cells() {
        Set<String> columns = new LinkedHashSet<>();
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (Map.Entry<Factor, FittedFactor> entry : fitted.entrySet()) {
            if (entry.getKey() instanceof Factor.CovariateMap) continue;
            entry.getKey().columns().forEach(columns::add);
            if (entry.getValue() instanceof FittedFactor.Categorical factor
                    && !(entry.getKey() instanceof Factor.Condition)) levels.put(factor.column(), factor.ordered());
        }
        for (String column : columns)
            if (!levels.containsKey(column) && subjects.isText(column)) levels.put(column, subjects.levels(column));
        return new Cells(blocks, List.copyOf(columns), levels, subjects);
    }
}
