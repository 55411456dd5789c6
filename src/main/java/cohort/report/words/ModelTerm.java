package cohort.report.words;

import cohort.design.matrix.DesignMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A term of a model, as a formula has it: a factor or a number, or what several of them have in common.
 *
 * @param names of the factors and numbers, several for an interaction
 * @param levels of the factor, the reference first; none for a number or an interaction
 * @param columns the numbers of its regressors
 */
record ModelTerm(List<String> names, List<String> levels, List<Integer> columns) {
    /** The terms of a design in the order of their first regressors, without the intercept. */
    static List<ModelTerm> of(DesignMatrix design) {
        Map<List<String>, List<Integer>> terms = new LinkedHashMap<>();
        for (int c = 0; c < design.size(); c++)
            if (!design.isConstant(c))
                terms.computeIfAbsent(names(design, c), names -> new ArrayList<>())
                        .add(c);
        return terms.entrySet().stream()
                .map(term -> new ModelTerm(
                        term.getKey(),
                        term.getKey().size() > 1
                                ? List.of()
                                : design.factors().getOrDefault(term.getKey().get(0), List.of()),
                        term.getValue()))
                .toList();
    }

    /** Whether it has levels. */
    boolean isFactor() {
        return !levels.isEmpty();
    }

    /** Whether each level has a regressor of its own. */
    boolean isFull() {
        return columns.size() == levels.size();
    }

    /** Which of the levels a regressor of the factor indicates. */
    int level(String regressor) {
        return levels.indexOf(regressor.substring(words().length() + 1));
    }

    /** Its name, e.g. {@code group × age}. */
    String words() {
        return String.join(" × ", names);
    }

    /** Its name and how many levels it has. */
    String counted() {
        if (isFactor()) return words() + " (" + levels.size() + " levels)";
        return columns.size() == 1 || names.size() > 1 ? words() : words() + " (" + columns.size() + " regressors)";
    }

    private static List<String> names(DesignMatrix design, int column) {
        String name = design.columns().get(column);
        List<String> whole = factors(design, name);
        if (!whole.isEmpty()) return whole;
        String[] parts = name.split(":");
        boolean known =
                Arrays.stream(parts).anyMatch(part -> !factors(design, part).isEmpty());
        if (!known || parts.length == 1) return List.of(number(design, column));
        return Arrays.stream(parts)
                .map(part -> factors(design, part).stream().findFirst().orElse(plain(part)))
                .toList();
    }

    /** The factor that a name is a level of, if it is one. */
    private static List<String> factors(DesignMatrix design, String name) {
        return design.factors().entrySet().stream()
                .filter(factor ->
                        factor.getValue().stream().anyMatch(level -> name.equals(factor.getKey() + "." + level)))
                .map(Map.Entry::getKey)
                .limit(1)
                .toList();
    }

    /** Centred or as polynomials, a number is still the same; a column of zeros and ones is neither. */
    private static String number(DesignMatrix design, int column) {
        String name = design.columns().get(column);
        boolean indicates = Arrays.stream(design.column(column)).allMatch(x -> x == 0 || x == 1);
        return indicates ? name : plain(name);
    }

    private static String plain(String name) {
        return name.replaceFirst("^(center|zscore)\\.", "").replaceFirst("^poly\\.(.+)\\.\\d+$", "$1");
    }
}
